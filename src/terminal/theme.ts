import { pathToFileURL } from 'node:url';
import { printable } from '../core/text/printable.ts';
import type { Paint, Style } from './colours.ts';
import type { TerminalFacts } from './facts.ts';

/**
 * How things look. Only the sixteen colours that every terminal lets its owner choose, so that light
 * and dark backgrounds both work; and no meaning is carried by colour alone.
 */
export interface Theme extends Paint {
  readonly plain: boolean;
  readonly color: boolean;
  /** What stands before a line of the conversation: a screen reader is spared it. */
  readonly margin: string;
  /** Columns for text: the terminal's as it is now, but never so many that a line is hard to follow. */
  readonly width: number;
  readonly symbols: Symbols;
  /** A path that a terminal opens when it is clicked, where it can. */
  readonly path: (path: string) => string;
}

interface Symbols {
  readonly done: string;
  readonly next: string;
  readonly open: string;
  readonly locked: string;
  readonly started: string;
  readonly skipped: string;
  readonly right: string;
  readonly wrong: string;
  readonly bullet: string;
  readonly pointer: string;
  readonly checked: string;
  readonly unchecked: string;
  readonly rule: string;
  readonly barFull: string;
  readonly barEmpty: string;
  /** Between a whole and a part of it, with its spaces. */
  readonly within: string;
  /** Between things that stand side by side, with its spaces. */
  readonly between: string;
  readonly nothing: string;
}

const unicode: Symbols = {
  ...{ done: '✓', next: '→', open: '○', locked: '·', started: '◐', skipped: '–' },
  ...{ right: '✓', wrong: '✗', bullet: '•', pointer: '❯', checked: '◉', unchecked: '◯' },
  ...{ rule: '─', barFull: '█', barEmpty: '░', within: ' › ', between: ' · ', nothing: '·' },
};

const ascii: Symbols = {
  ...{ done: 'v', next: '>', open: 'o', locked: '.', started: '~', skipped: '-' },
  ...{ right: 'v', wrong: 'x', bullet: '-', pointer: '>', checked: '[x]', unchecked: '[ ]' },
  ...{ rule: '-', barFull: '#', barEmpty: '.', within: ' > ', between: ' - ', nothing: '.' },
};

/** What a screen reader would spell is a word, a comma, or left out. */
const spoken: Symbols = {
  ...ascii,
  ...{ next: 'next', pointer: '', within: ', ', between: ', ', nothing: 'none' },
};

/** OSC 8: terminals that do not know it show the text alone. */
function hyperlink(path: string): string {
  return `\u001b]8;;${pathToFileURL(path).href}\u0007${printable(path)}\u001b]8;;\u0007`;
}

const widest = 96;

/** Colours are loaded where there are any: a pipe has none, and a shell prompt is a pipe. */
export async function makeTheme(facts: TerminalFacts): Promise<Theme> {
  const paint = facts.color ? (await import('./colours.ts')).colours : unpainted;
  return {
    ...paint,
    plain: facts.plain,
    color: facts.color,
    margin: facts.plain ? '' : ' ',
    get width() {
      return Math.min(facts.columns, widest) - 1;
    },
    symbols: facts.plain ? spoken : facts.unicode ? unicode : ascii,
    path: (path) => (facts.color && facts.screen ? hyperlink(path) : printable(path)),
  };
}

const asItIs: Style = (text) => text;

const unpainted: Paint = {
  ...{ title: asItIs, strong: asItIs, emphasis: asItIs, dim: asItIs, good: asItIs },
  ...{ bad: asItIs, notice: asItIs, accent: asItIs, code: asItIs },
};
