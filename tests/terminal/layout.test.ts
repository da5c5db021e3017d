import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { describe, expect, it } from 'vitest';
import {
  bar,
  ends,
  joinParts,
  padEnd,
  truncate,
  widthOf,
  wrap,
} from '../../src/terminal/layout.ts';
import { makeTheme } from '../../src/terminal/theme.ts';

/** What takes two columns, none, or is made of several characters. */
const wide = ['日', '本', '語', '한', 'ｗ', '👍', '👍🏽', '👩‍🔬', '👨‍👩‍👧', '🇩🇪', '🏳️‍🌈', '❤️', '1️⃣'];
const narrow = ['a', 'W', '.', 'é', 'e\u0301', 'ñ', 'n\u0303', '→', '✓', 'ไ', 'नि'];
const word = fc
  .array(fc.constantFrom(...wide, ...narrow, ...narrow), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join(''));
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const width = fc.integer({ min: 20, max: 120 });

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (string: string): string[] =>
  [...segmenter.segment(string)].map(({ segment }) => segment);
const withoutSpace = (string: string): string => string.replace(/\s+/g, '');

describe('widthOf', () => {
  it.each([
    ['日本', 4],
    ['e\u0301', 1],
    ['👍🏽', 2],
    ['👩‍🔬', 2],
    ['🇩🇪', 2],
    ['\u001b[1mbold\u001b[22m', 4],
  ])('counts the columns of %j', (string, columns) => {
    expect(widthOf(string)).toBe(columns);
  });

  it('counts columns as the package does, whatever the text', () => {
    const usual = fc.constantFrom(...' az~\u00a0\u00ad\u00e9–—‘’“”…›→•✓✗○◐◉◯❯─█░');
    const unit = fc.oneof(
      usual,
      fc.constantFrom('日', '👩‍🚀', '\ufe0f', '\u0301', '\u001b[31m', '\t'),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: usual })), (text) => {
        expect(widthOf(text)).toBe(stringWidth(text));
      }),
    );
  });
});

describe('wrap', () => {
  it('breaks as the package does, whether it asks it or not', () => {
    const usual = [...'   abcdefg-é›•✓\u00a0'];
    const strings = fc.oneof(
      ...[usual, [...usual, '日', '\n']].map((units) =>
        fc.string({ unit: fc.constantFrom(...units), maxLength: 80 }),
      ),
    );
    fc.assert(
      fc.property(strings, fc.integer({ min: 8, max: 40 }), (string, columns) => {
        const broken = wrapAnsi(string, columns, { hard: true, trim: true });
        expect(wrap(string, columns)).toEqual(broken.split('\n'));
      }),
      { numRuns: 2000 },
    );
  });

  it('makes no line wider than the screen, and loses nothing', () => {
    fc.assert(
      fc.property(text, width, (string, columns) => {
        const lines = wrap(string, columns, '  ', '· ');
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        const said = lines.map((line) => line.slice(2)).join('');
        expect(withoutSpace(said)).toBe(withoutSpace(string.normalize()));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not break what is one character to a reader', () => {
    expect(wrap('日日日日❤️日日日é日 日', 20, '  ')).toEqual(['  日日日日❤️日日日é', '  日 日']);
  });

  it('tears nothing that is drawn as one', () => {
    fc.assert(
      fc.property(text, width, (string, columns) => {
        const whole = new Set(graphemes(string.normalize()));
        for (const line of wrap(string, columns)) {
          for (const one of graphemes(line)) expect(whole).toContain(one);
        }
      }),
    );
  });
});

describe('padEnd and truncate', () => {
  it('fill a column exactly', () => {
    fc.assert(
      fc.property(text, width, (string, columns) => {
        expect(widthOf(padEnd(truncate(string, columns), columns))).toBe(columns);
      }),
    );
  });

  it('cut between what is drawn as one, and say so', () => {
    fc.assert(
      fc.property(text, width, (string, columns) => {
        const cut = truncate(string, columns);
        if (widthOf(string) <= columns) expect(cut).toBe(string);
        else {
          expect(cut.endsWith('…')).toBe(true);
          const kept = graphemes(cut.slice(0, -1));
          expect(kept).toEqual(graphemes(string).slice(0, kept.length));
        }
      }),
    );
  });
});

describe('ends, joinParts and bar', () => {
  it('stay within the width', () => {
    fc.assert(
      fc.property(text, word, width, (left, right, columns) => {
        const lines = [
          ...ends(left, right, columns, ' '),
          ...joinParts([left, right], ' · ', columns),
        ];
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('put both on one line exactly where they fit', () => {
    fc.assert(
      fc.property(word, word, width, (left, right, columns) => {
        const fits = widthOf(left) + widthOf(right) + 2 <= columns;
        const lines = ends(left, right, columns);
        if (fits) expect(lines.map(widthOf)).toEqual([columns]);
        else expect(lines.length).toBeGreaterThan(1);
      }),
    );
  });

  it('draw a bar of its width, whatever the part', async () => {
    const facts = { interactive: true, plain: false, color: true, unicode: true };
    const theme = await makeTheme({ ...facts, columns: 80, rows: 24, screen: true });
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 40 }), (a, b, columns) => {
        expect(widthOf(bar(theme, Math.min(a, b), Math.max(a, b), columns))).toBe(columns);
      }),
    );
  });
});
