import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gap, heightOf, intoColumns } from '../../../src/core/certificate/columns.ts';

/** Blocks of so many lines, each of which is the number of its block. */
const blocksOf = (lines: readonly number[]) =>
  lines.map((n, i) => Array.from({ length: n }, () => i));

it.each<[lines: number[], limits: number[], columns: number[] | undefined]>([
  [[3, 1], [10, 10, 10], [2]],
  [
    [5, 5],
    [10, 10, 10],
    [1, 1],
  ],
  // Three columns waste less room than a high and a low one.
  [
    [8, 8, 8],
    [12, 20, 20],
    [1, 1, 1],
  ],
  [
    [4, 4, 8],
    [12, 20, 20],
    [2, 1],
  ],
  [
    [4, 4, 4],
    [4, 4, 4],
    [1, 1, 1],
  ],
  [[4, 4, 4], [4, 4], undefined],
  [[5], [4, 4, 4], undefined],
  [[], [4], []],
])('blocks of %j lines in %j make columns of %j blocks', (lines, limits, columns) => {
  expect(intoColumns(blocksOf(lines), limits)?.map((column) => column.length)).toEqual(columns);
});

it('the height counts the gaps between blocks', () => {
  expect(heightOf([])).toBe(0);
  expect(heightOf(blocksOf([2]))).toBe(2);
  expect(heightOf(blocksOf([2, 3]))).toBe(5 + gap);
});

it('keeps every block whole, in its order and within the limits', () => {
  const lines = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 });
  const limits = fc.array(fc.double({ min: 1, max: 30, noNaN: true }), { maxLength: 3 });
  fc.assert(
    fc.property(lines, limits, (heights, most) => {
      const blocks = blocksOf(heights);
      const columns = intoColumns(blocks, most);
      if (!columns) return;
      expect(columns.flat()).toEqual(blocks);
      const limit = most[columns.length - 1] ?? Number.POSITIVE_INFINITY;
      for (const column of columns)
        expect(heightOf(column)).toBeLessThanOrEqual(Math.max(...most, limit));
    }),
  );
});
