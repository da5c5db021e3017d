/**
 * What does not matter when two answers are compared. A learner who knows the answer must never fail
 * on how it was typed; a learner who does not must never pass because too much was forgiven.
 */

const quotes: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u201b\u2032]/gu, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/\u2026/gu, '...'],
];

/** Typographic quotes and dashes, surrounding and repeated space. */
export function normaliseSpace(text: string): string {
  const plain = quotes.reduce((t, [from, to]) => t.replace(from, to), text.normalize('NFC'));
  return plain.trim().replace(/\s+/gu, ' ');
}

/** Prose: also a trailing full stop, thousands separators, and the case unless it is kept. */
export function normaliseText(text: string, keepCase: boolean): string {
  const plain = normaliseSpace(text)
    .replace(/(?<=[^.])\.$/u, '')
    .replace(/(?<=\d)[, _](?=\d{3}\b)/gu, '');
  return keepCase ? plain : plain.toLowerCase();
}

/** One line of code: space around punctuation and the kind of quotes do not matter. */
export function normaliseCode(text: string, keepCase: boolean): string {
  const plain = withoutPrompt(normaliseSpace(text))
    .replace(/;$/u, '')
    .replaceAll("'", '"')
    .replace(/ ?([^\p{L}\p{N}_\s"]) ?/gu, '$1');
  return keepCase ? plain : plain.toLowerCase();
}

/**
 * A command line as words in an order that does not depend on the order of independent flags:
 * `-abc` is `-a -b -c`, `--x=y` is `--x y`, and a flag stays with the word that follows it.
 */
export function normaliseCommand(text: string, keepCase: boolean): string {
  const line = withoutPrompt(normaliseSpace(text)).replace(/(?<=[^.])\.$/u, '');
  const words = splitWords(keepCase ? line : line.toLowerCase()).flatMap(expandFlag);
  const head: string[] = [];
  const flags: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const next = words[i + 1];
    if (word === '--') return [...head, ...flags.sort(), ...words.slice(i)].join('\u0000');
    if (!isFlag(word)) head.push(word);
    else if (next !== undefined && !isFlag(next)) {
      flags.push(`${word} ${next}`);
      i++;
    } else flags.push(word);
  }
  return [...head, ...flags.sort()].join('\u0000');
}

/** `$ git status` and `% git status` are typed by people who copy the prompt along. */
function withoutPrompt(line: string): string {
  return line.replace(/^[$%>] +/u, '');
}

function isFlag(word: string): boolean {
  return /^-{1,2}[\p{L}]/u.test(word);
}

function expandFlag(word: string): string[] {
  const long = /^(--[^=]+)=(.*)$/u.exec(word);
  if (long) return [long[1] ?? '', long[2] ?? ''];
  if (/^-\p{L}{2,}$/u.test(word)) return [...word.slice(1)].map((letter) => `-${letter}`);
  return [word];
}

/** Splits at spaces outside quotes; the quotes themselves do not count. */
function splitWords(line: string): string[] {
  const words: string[] = [];
  for (const match of line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*'|["'])+/gu)) {
    words.push(match[0].replace(/"([^"]*)"|'([^']*)'/gu, (_, a, b) => a ?? b));
  }
  return words;
}
