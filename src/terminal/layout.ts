import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { graphemes } from '../core/text/graphemes.ts';
import type { Theme } from './theme.ts';

/** What nearly every text consists of: a column each. */
const narrow = /^[ -~\xa0-\xff–—‘’“”…›→•✓✗○◐◉◯❯─█░]*$/;

/**
 * Columns that the text takes on the screen: wide characters count two, colours nothing. The package
 * is asked only where it makes a difference: the patterns it compiles at first cost a start a fifth.
 */
export const widthOf = (text: string): number =>
  narrow.test(text) ? text.length : stringWidth(text);

/** Breaks text at spaces; a word that is longer than a line is broken where it must be. */
export function wrap(text: string, width: number, indent = '', first = indent): string[] {
  const room = Math.max(8, width - widthOf(indent));
  const lines = narrow.test(text)
    ? wrapNarrow(text, room)
    : wrapAnsi(withShortWords(text, room), room, { hard: true, trim: true }).split('\n');
  return lines.map((line, i) => (line === '' ? '' : `${i === 0 ? first : indent}${line}`));
}

/**
 * Breaks words that no line can hold. The package would count, and cut, the parts of `❤️` one by one. A
 * word with colours is left to it: it knows where they end.
 */
function withShortWords(text: string, room: number): string {
  return text.replace(/[^ \n]+/g, (word) => {
    if (narrow.test(word) || word.includes('\u001b') || widthOf(word) <= room) return word;
    const parts = [''];
    for (const grapheme of graphemes(word)) {
      const longer = parts.at(-1) + grapheme;
      if (widthOf(longer) <= room) parts[parts.length - 1] = longer;
      else parts.push(grapheme);
    }
    return parts.join('\n');
  });
}

/** What the package makes of such a text, without the patterns it looks for in others. */
function wrapNarrow(text: string, room: number): string[] {
  const lines = [''];
  let line = '';
  if (text.trim() === '') return lines;
  const put = (part: string): void => {
    line += part;
    lines[lines.length - 1] = line;
  };
  const breakLine = (): void => {
    line = '';
    lines.push(line);
  };
  for (const [i, word] of text.split(' ').entries()) {
    line = line.trimStart();
    if (i > 0 && line !== '') put(' ');
    if (word.length > room) {
      // On the line that has begun only where that does not take one line more.
      const breaks = Math.floor((word.length - 1) / room);
      if (breaks < 1 + Math.floor((word.length - (room - line.length) - 1) / room)) breakLine();
    } else if (line !== '' && word !== '' && line.length + word.length > room) breakLine();
    let rest = word;
    for (;;) {
      const part = rest.slice(0, Math.max(0, room - line.length));
      put(part);
      rest = rest.slice(part.length);
      if (rest === '') break;
      breakLine();
    }
  }
  return lines.map((made) => made.replace(/ +$/, ''));
}

/** Breaks a line of code where it must be, and keeps its spaces. */
export function wrapCode(line: string, width: number, indent: string): string[] {
  if (line === '') return [''];
  const room = Math.max(8, width - widthOf(indent));
  return wrapAnsi(line, room, { hard: true, trim: false, wordWrap: false })
    .split('\n')
    .map((part) => `${indent}${part}`);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Short parts on as few lines as hold them; a part is broken only where a line cannot hold it. */
export function joinParts(
  parts: readonly string[],
  separator: string,
  width: number,
  indent = '',
): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const joined = last === undefined ? undefined : `${last}${separator}${part}`;
    if (joined !== undefined && widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(...wrap(part, width, indent));
  }
  return lines;
}

/** Cuts text that is too long and says so with `…`. Only for text without colours. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (narrow.test(text)) return `${text.slice(0, Math.max(0, width - 1)).trimEnd()}…`;
  let kept = '';
  for (const grapheme of graphemes(text)) {
    if (widthOf(kept + grapheme) > width - 1) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}

/** `left` and `right` at the two ends of a line; on two lines where they do not fit on one. */
export function ends(left: string, right: string, width: number, indent = ''): string[] {
  const gap = width - widthOf(indent) - widthOf(left) - widthOf(right);
  if (right === '') return wrap(left, width, indent);
  if (gap >= 2) return [`${indent}${left}${' '.repeat(gap)}${right}`];
  return [...wrap(left, width, indent), ...wrap(right, width, indent)];
}

/** A label in the left margin, the text beside it; below it where the screen is narrow. */
export function labelled(theme: Theme, label: string, text: string, labelWidth = 11): string[] {
  if (theme.plain) return wrap(`${label}: ${text}`, theme.width);
  if (theme.width < 50) {
    return [` ${theme.dim(label)}`, ...wrap(text, theme.width, '   ')];
  }
  const indent = ' '.repeat(labelWidth + 1);
  const first = ` ${theme.dim(padEnd(label, labelWidth))}`;
  return wrap(text, theme.width, indent, first);
}

export function bullets(theme: Theme, items: readonly string[], indent = '   '): string[] {
  return items.flatMap((item) =>
    wrap(item, theme.width, `${indent}  `, `${indent}${theme.symbols.bullet} `),
  );
}

/** `████░░░░`. In plain mode a bar is noise, and left out. */
export function bar(theme: Theme, part: number, whole: number, width: number): string {
  if (theme.plain) return '';
  const full = whole > 0 ? Math.round((part / whole) * width) : 0;
  const { barFull, barEmpty } = theme.symbols;
  return theme.good(barFull.repeat(full)) + theme.dim(barEmpty.repeat(width - full));
}

export function rule(theme: Theme): string[] {
  return theme.plain ? [] : [theme.dim(theme.symbols.rule.repeat(theme.width))];
}
