import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disordered, shuffled } from '../../../src/core/questions/shuffle.ts';

const size = fc.nat(40);
const seed = fc.string({ unit: 'grapheme' });
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const inOrder = (n: number) => Array.from({ length: n }, (_, i) => i);
const seeds = Array.from({ length: 2400 }, (_, i) => `question-${i} 1`);

describe.each([
  ['shuffled', shuffled],
  ['disordered', disordered],
])('%s', (_, shuffle) => {
  it('is a permutation', () => {
    fc.assert(
      fc.property(size, seed, (n, s) => {
        expect(sorted(shuffle(n, s))).toEqual(inOrder(n));
      }),
    );
  });

  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(size, seed, (n, s) => {
        expect(shuffle(n, s)).toEqual(shuffle(n, s));
      }),
    );
  });
});

describe('shuffled', () => {
  // A learner's choices must not jump when the program is started again, or is a newer one.
  it.each<[number, string, number[]]>([
    [0, 'x', []],
    [1, 'x', [0]],
    [5, 'git-snapshots 1', [1, 0, 3, 4, 2]],
  ])('of %i by %j is %j for ever', (n, s, order) => {
    expect(shuffled(n, s)).toEqual(order);
  });

  it('depends on the question and the attempt', () => {
    const orders = ['a 1', 'a 2', 'b 1', 'a \u{1f600}'].map((s) => shuffled(20, s).join());
    expect(new Set(orders).size).toBe(4);
  });

  it('shows the first thing at every place about equally often', () => {
    const places = seeds.map((s) => shuffled(4, s).indexOf(0));
    const often = inOrder(4).map((place) => places.filter((p) => p === place).length);
    expect(Math.min(...often)).toBeGreaterThan(500);
    expect(Math.max(...often)).toBeLessThan(700);
  });

  it('takes every order there is', () => {
    expect(new Set(seeds.map((s) => shuffled(4, s).join())).size).toBe(24);
  });
});

describe('disordered', () => {
  it('never comes in order, where there is another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), seed, (n, s) => {
        expect(disordered(n, s)).not.toEqual(inOrder(n));
      }),
    );
  });

  it('is the shuffled order wherever that will do', () => {
    const moved = seeds.filter((s) => disordered(4, s).join() !== shuffled(4, s).join());
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.every((s) => shuffled(4, s).join() === '0,1,2,3')).toBe(true);
  });
});
