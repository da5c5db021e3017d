import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderText, sizeInto, widthOf } from '../../../src/core/certificate/svg-text.ts';

const look = { x: 0, y: 0, size: 10, fill: '#000000' };
/** The content of an element, without its entities. */
const shown = (element: string) => />(.*)<\/text>$/.exec(element)?.[1];

describe('widthOf', () => {
  it.each([
    ['nothing', '', 0],
    ['narrow letters', 'ill', 0.96],
    ['wide letters', 'WW', 2],
    ['a letter and its accent', 'e\u0301', 0.62],
    ['a letter with its accent', '\u00e9', 0.7],
    ['Japanese', '\u65e5\u672c', 2.1],
    ['a picture', '\u{1f600}', 1.05],
    ['Greek', '\u03b1', 0.9],
  ])('of %s', (_, text, ems) => {
    expect(widthOf(text)).toBeCloseTo(ems);
  });
});

describe('a text', () => {
  it.each([
    ['fits', 'abc', 100, 'abc'],
    ['fits to the last unit', 'WWWW', 40, 'WWWW'],
    ['is too long', 'WWWWW', 40, 'WWW…'],
    ['is too long, and cut at a space', 'WW WWWW', 40, 'WW…'],
    ['has no room at all', 'abc', 0, '…'],
    ['has letters of two characters', 'e\u0301e\u0301e\u0301e\u0301', 23, 'e\u0301e\u0301…'],
    ['has signs of several characters', '👩‍🔬👩‍🔬👩‍🔬👩‍🔬', 60, '👩‍🔬👩‍🔬…'],
  ])('that %s', (_, text, room, expected) => {
    expect(shown(renderText(text, { ...look, room }))).toBe(expected);
  });

  it('is never wider than its room, nor cut when it fits', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aIW -09é日', '👩‍🔬'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 300 }), (content, room) => {
        const result = shown(renderText(content, { ...look, room })) ?? '';
        expect(widthOf(result) * look.size).toBeLessThanOrEqual(room + 1e-9);
        if (widthOf(content) * look.size <= room) expect(result).toBe(content.replace(/\s+/g, ' '));
      }),
    );
  });

  it.each([
    ['bold', 'bold', 'WW…'],
    ['plain', 'plain', 'WWWW'],
  ] as const)('that is %s takes the room of its face', (_, face, expected) => {
    expect(shown(renderText('WWWW', { ...look, face, room: 41 }))).toBe(expected);
  });
});

it.each([
  ['short', 'W', 36],
  ['long', 'W'.repeat(10), 30],
  ['very long', 'W'.repeat(500), 24],
])('the size of a title that is %s', (_, title, size) => {
  const room = 30 * 10 * 1.14;
  expect(sizeInto(room, title, 'title', { size: 36, smallest: 24 })).toBeCloseTo(size);
});
