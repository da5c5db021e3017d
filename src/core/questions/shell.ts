/** A piece of a command line: a word with the quotes it was typed with, or an operator. */
export interface Piece {
  readonly kind: 'word' | 'operator';
  readonly typed: string;
}

const piece =
  /(?<operator>\d*(?:>>|>&|>\||<<<|<<|<&|<>|[<>])|&>>?|&&|\|\||\|&|[|&;])|(?:[^\s"'\\|&;<>]|\\[\s\S]|\\$|"(?:[^"\\]|\\[\s\S])*"|'[^']*'|["'])+/gu;

/** Splits a command line as a shell does: at spaces and operators that no quote protects. */
export function splitCommand(line: string): Piece[] {
  return [...line.matchAll(piece)].map(({ 0: typed, groups }) => ({
    kind: groups?.['operator'] === undefined ? 'word' : 'operator',
    typed,
  }));
}

/** What the program gets to see of a word: without the quotes that held it together. */
export function unquote(typed: string): string {
  return typed.replace(
    /"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\([\s"'\\|&;<>])/gu,
    (_, double?: string, single?: string, escaped?: string) =>
      double?.replaceAll('\\"', '"') ?? single ?? escaped ?? '',
  );
}
