/** The codes that begin something, and what it is; those that end it. */
const begins: Readonly<Record<number, string>> = {
  ...{ 1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline', 5: 'blink', 6: 'blink', 7: 'reverse' },
  ...{ 8: 'hidden', 9: 'struck', 21: 'underline', 38: 'colour', 48: 'ground', 53: 'overline' },
};
const ends: Readonly<Record<number, readonly string[]>> = {
  ...{ 22: ['bold', 'dim'], 23: ['italic'], 24: ['underline'], 25: ['blink'], 27: ['reverse'] },
  ...{ 28: ['hidden'], 29: ['struck'], 39: ['colour'], 49: ['ground'], 55: ['overline'] },
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what it looks for
const sequences = /\u001b\[([\d;]*)m/g;

/** How letters would look after these bytes, as the terminal has it: empty when they are plain. */
export function styleAfter(raw: string): string[] {
  const style = new Set<string>();
  for (const [, list = ''] of raw.matchAll(sequences)) {
    const codes = list.split(';').map(Number);
    for (let code = codes.shift(); code !== undefined; code = codes.shift()) {
      const begun = begins[code] ?? colourOf(code);
      const ended = ends[code];
      if (code === 0) style.clear();
      else if (begun !== undefined) style.add(begun);
      else if (ended) for (const one of ended) style.delete(one);
      else throw new Error(`No terminal knows the code ${code} in ${list}.`);
      // What follows says which colour: one of 256, or three parts.
      if (code === 38 || code === 48) codes.splice(0, codes[0] === 5 ? 2 : 4);
    }
  }
  return [...style];
}

function colourOf(code: number): string | undefined {
  if ((code >= 30 && code < 38) || (code >= 90 && code < 98)) return 'colour';
  return (code >= 40 && code < 48) || (code >= 100 && code < 108) ? 'ground' : undefined;
}
