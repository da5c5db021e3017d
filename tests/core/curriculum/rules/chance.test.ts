import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chanceOfAtLeast } from '../../../../src/core/curriculum/rules/chance.ts';

/** By hand: every way in which the tries can come out. */
function counted(hits: number, chances: readonly number[]): number {
  const [first, ...rest] = chances;
  if (first === undefined) return hits <= 0 ? 1 : 0;
  return first * counted(hits - 1, rest) + (1 - first) * counted(hits, rest);
}

it('is the sum over all ways in which the tries can come out', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 10 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 11 }), chances, (hits, tries) => {
      expect(chanceOfAtLeast(hits, tries)).toBeCloseTo(counted(hits, tries), 12);
    }),
  );
});

it.each<[hits: number, tries: number, chance: number, expected: number]>([
  [0, 0, 0.5, 1],
  [1, 0, 0.5, 0],
  [3, 3, 0.25, 1 / 64],
  [1, 2, 0.5, 3 / 4],
  [2, 1, 1, 0],
])('%i hits or more in %i tries of chance %f: %f', (hits, tries, chance, expected) => {
  expect(chanceOfAtLeast(hits, Array(tries).fill(chance))).toBeCloseTo(expected, 12);
});

it('half of the sums lie in the upper half, also of very many tries', () => {
  expect(chanceOfAtLeast(10_001, Array(20_001).fill(0.5))).toBeCloseTo(0.5, 9);
});
