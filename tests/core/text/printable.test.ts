import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointName, findUnsafe, printable } from '../../../src/core/text/printable.ts';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', '\n', '\t', '\u001b', '\u0007', '\u202e', '\u2066', '\u0085'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));

describe('findUnsafe', () => {
  it.each([
    ['plain', 'git status', -1],
    ['line breaks and tabs', 'a\n\tb', -1],
    ['accents, wide and joined signs', 'caf\u00e9 \u6f22 \u{1f468}\u200d\u{1f469}', -1],
    ['Hebrew and Arabic', '\u05e9\u05dc\u05d5\u05dd \u0633\u0644\u0627\u0645', -1],
    ['an escape', 'ab\u001b[31m', 2],
    ['a carriage return, which writes over the line', 'ab\rc', 2],
    ['the first of several', '\u{1f600}\u0007\u001b', 2],
    ['nothing', '', -1],
  ])('of %s', (_, text, at) => {
    expect(findUnsafe(text)).toBe(at);
  });

  it('finds every control character but the line feed and the tab', () => {
    const controls = [...from(0, 0x1f), ...from(0x7f, 0x9f)];
    expect(controls.filter((character) => findUnsafe(character) < 0)).toEqual(['\t', '\n']);
  });

  it('finds all that Unicode counts among the marks of direction', () => {
    const marks = from(0, 0xffff).filter((character) => /\p{Bidi_Control}/u.test(character));
    expect(marks).toHaveLength(12);
    expect(marks.filter((mark) => findUnsafe(mark) < 0)).toEqual([]);
  });

  it('finds the Arabic letter mark', () => {
    expect(findUnsafe('\u061c')).toBe(0);
  });
});

describe('printable', () => {
  it.each([
    ['an escape', '\u001b[2J', '\u241b[2J'],
    ['a carriage return', 'a\rb', 'a\u240db'],
    ['a deletion', '\u007f', '\u2421'],
    ['an escape in one character', '\u009b1m', '\ufffd1m'],
    ['a mark of direction', 'x\u202ey', 'x\ufffdy'],
    ['a mark at the beginning of a file', '\ufeffx', '\ufffdx'],
    ['a break of another kind', 'x\u2028y', 'x\ufffdy'],
    ['what is harmless, nothing', 'a\n\tb', 'a\n\tb'],
  ])('pictures %s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('leaves nothing unsafe, moves nothing, and touches nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = printable(text);
        expect(findUnsafe(shown)).toBe(-1);
        expect(shown).toHaveLength(text.length);
        const changed = [...shown].filter((character, i) => character !== [...text][i]);
        const unsafe = [...text].filter((character) => findUnsafe(character) === 0);
        expect(changed).toHaveLength(unsafe.length);
      }),
    );
  });
});

describe('codePointName', () => {
  it.each([
    ['U+001B', '\u001b'],
    ['U+0000', '\u0000'],
    ['U+202E', '\u202e'],
    ['U+1F600', '\u{1f600}'],
    ['U+001B', '\u001b[31m'],
  ])('says %s', (name, text) => {
    expect(codePointName(text)).toBe(name);
  });
});
