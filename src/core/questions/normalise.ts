import { splitCommand, unquote } from './shell.ts';

/**
 * What does not matter when two answers are compared. A learner who knows the answer must never fail
 * on how it was typed; a learner who does not must never pass because too much was forgiven.
 */

const plainSigns: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u201b\u2032]/gu, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/\u2026/gu, '...'],
  [/\p{Zs}/gu, ' '],
];

/** Typographic quotes and dashes, signs without width, surrounding and repeated space. */
export function normaliseSpace(text: string): string {
  return normaliseSigns(text).trim().replace(/\s+/gu, ' ');
}

/**
 * Prose: also a trailing full stop, thousands separators, space around commas and inside brackets, and
 * the case unless it is kept.
 */
export function normaliseText(text: string, keepCase: boolean): string {
  const plain = withoutFullStop(normaliseSpace(text));
  const line = isGrouped(plain)
    ? plain.replace(/[, _]/gu, '')
    : plain.replace(/ (?=[,)\]])|(?<=[,([]) /gu, '');
  return keepCase ? line : line.toLowerCase();
}

/**
 * One line of code: space around punctuation, the kind of quotes and a last semicolon do not matter.
 * What stands inside a string is left alone.
 */
export function normaliseCode(text: string, keepCase: boolean): string {
  const line = withoutPrompt(normaliseSigns(text).trim()).replace(/(?<=\S)\s*;$/u, '');
  const plain = line
    .split(/("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')/u)
    .map((part, i) => (i % 2 === 1 ? normaliseString(part) : normalisePunctuation(part)))
    .join('');
  return keepCase ? plain : plain.toLowerCase();
}

/**
 * A command line as words. Flags that stand side by side, each with the word that follows it, come in
 * an order of their own; `-abc` is `-a -b -c`, `-n5` is `-n 5`, `--x=y` is `--x y`. Nothing else changes
 * places, and what stands in quotes is left alone.
 */
export function normaliseCommand(text: string, keepCase: boolean): string {
  // Word processors make one dash of two: where a letter follows, two were meant.
  const typed = withoutWidthless(text).replace(/\u2014(?=\p{L})/gu, '--');
  const line = withoutPrompt(withoutBackticks(normaliseSigns(typed).trim()));
  const parts: string[] = [];
  let run: string[] = [];
  let isValue = false;
  for (const { kind, text } of readCommand(keepCase ? line : line.toLowerCase())) {
    if (kind === 'flag') run.push(text);
    else if (kind === 'operand' && isValue) run.push(`${run.pop()}${valueMark}${text}`);
    else {
      parts.push(...run.sort(), kind === 'operator' ? operatorMark + text : text);
      run = [];
    }
    isValue = kind === 'flag';
  }
  return [...parts, ...run.sort()].join(wordMark);
}

/** What stands between the parts of a normalised command: nobody can type it. */
const [wordMark, valueMark, operatorMark] = ['\u0000', '\u0001', '\u0002'];

/** A full stop ends a sentence; three of them are something else. */
export function withoutFullStop(line: string): string {
  return line.replace(/(?<=[^.])\.$/u, '');
}

function normaliseSigns(text: string): string {
  const composed = withoutWidthless(text).normalize('NFC');
  return plainSigns.reduce((plain, [from, to]) => plain.replace(from, to), composed);
}

/** Signs of no width are pasted along from web pages, and nobody can see them. */
function withoutWidthless(text: string): string {
  return text.replace(/[\u180e\u200b-\u200d\u2060-\u2064\ufeff]/gu, '');
}

/** `1,000`, `-1 000 000.5`: nothing but one number, its thousands set apart. */
function isGrouped(line: string): boolean {
  return /^[+-]?[1-9]\d{0,2}([, _])\d{3}(?:\1\d{3})*(?:\.\d+)?$/u.test(line);
}

function normaliseString(literal: string): string {
  const inside = literal.slice(1, -1);
  return /["']/u.test(inside) ? literal : `"${inside}"`;
}

function normalisePunctuation(code: string): string {
  return code.replace(/\s+/gu, ' ').replace(/ ?([^\p{L}\p{N}_\s"']) ?/gu, '$1');
}

/** `$ git status`, `% git status` and `>>> f(x)` are typed by people who copy the prompt along. */
function withoutPrompt(line: string): string {
  return line.replace(/^(?:[$%]|>>>)\s+/u, '');
}

function withoutBackticks(line: string): string {
  return line.replace(/^(`+)([^`]+)\1$/u, '$2').trim();
}

interface Part {
  readonly kind: 'operator' | 'flag' | 'operand';
  readonly text: string;
}

/** The parts of a command; what follows `--` is no flag, whatever it looks like. */
function readCommand(line: string): Part[] {
  const pieces = splitCommand(line);
  if (pieces.length > 1 && pieces.at(-1)?.typed === ';') pieces.pop();
  let flagsEnded = false;
  return pieces.flatMap(({ kind, typed }): Part[] => {
    if (kind === 'operator') {
      flagsEnded = false;
      return [{ kind, text: typed }];
    }
    const text = unquote(typed);
    if (flagsEnded) return [{ kind: 'operand', text }];
    flagsEnded = text === '--';
    if (flagsEnded) return [{ kind: 'operator', text }];
    const glued = /^-(\p{L}+)(["'].*)$/su.exec(typed);
    if (!glued) return readWord(text);
    return [...readWord(`-${glued[1]}`), ...readWord(unquote(glued[2] ?? ''))];
  });
}

function readWord(text: string): Part[] {
  const long = /^(--[^=\s]+)=(.*)$/su.exec(text);
  if (long) return [{ kind: 'flag', text: long[1] ?? '' }, ...readWord(long[2] ?? '')];
  const counted = /^(-\p{L})(\d\S*)$/u.exec(text);
  if (counted) return [{ kind: 'flag', text: counted[1] ?? '' }, ...readWord(counted[2] ?? '')];
  if (/^-\p{L}{2,}$/u.test(text)) {
    return [...text.slice(1)].map((letter) => ({ kind: 'flag', text: `-${letter}` }));
  }
  return [{ kind: /^--?\p{L}\S*$/u.test(text) ? 'flag' : 'operand', text }];
}
