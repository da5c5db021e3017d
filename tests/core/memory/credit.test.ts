import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Curriculum } from '../../../src/core/curriculum/curriculum.ts';
import { creditsOf, leaningOn } from '../../../src/core/memory/credit.ts';
import type { Grade } from '../../../src/core/memory/memory.ts';
import { curriculumOf } from '../../support/curriculum.ts';
import { acyclicRows } from '../../support/graph.ts';

/** `b .5, a .25`, with a question mark where the author did not say so. */
function credited(curriculum: Curriculum, topic: string, grade: Grade = 'good'): string {
  return creditsOf(curriculum, curriculum.indexOf.get(topic) ?? -1, grade)
    .map((credit) => `${credit.topic} ${credit.weight}${credit.stated ? '' : '?'}`)
    .join(', ');
}

type Requires = Record<string, string[]>;
type Weights = Record<string, Record<string, number>>;
const curriculumWith = (requires: Requires, weights: Weights) =>
  curriculumOf(
    requires,
    Object.fromEntries(Object.entries(weights).map(([id, encompasses]) => [id, { encompasses }])),
  );

const chain = { a: [], b: ['a'], c: ['b'], d: ['c'], e: ['d'], f: ['e'] };
const diamond = { a: [], left: ['a'], right: ['a'], top: ['left', 'right'] };
const fullChain = { b: { a: 1 }, c: { b: 1 }, d: { c: 1 }, e: { d: 1 }, f: { e: 1 } };

describe('what is practised with a topic', () => {
  it.each<[what: string, Requires, Weights, topic: string, credits: string]>([
    ['nothing, where it requires nothing', chain, {}, 'a', ''],
    ['three tenths of what it requires, where nobody says', chain, {}, 'b', 'a 0.3?'],
    ['what is too little along a way does not count', chain, {}, 'c', 'b 0.3?'],
    ['as its author says', chain, { b: { a: 0.8 } }, 'b', 'a 0.8'],
    ['weights multiply', chain, { c: { b: 0.5 }, b: { a: 0.4 } }, 'c', 'b 0.5, a 0.2'],
    ['a tenth is enough', chain, { c: { b: 0.2 }, b: { a: 0.5 } }, 'c', 'b 0.2, a 0.1'],
    ['less is not', chain, { c: { b: 0.2 }, b: { a: 0.49 } }, 'c', 'b 0.2'],
    ['a tenth at once', chain, { b: { a: 0.1 } }, 'b', 'a 0.1'],
    ['half of that', chain, { b: { a: 0.05 } }, 'b', ''],
    ['four steps, and no further', chain, fullChain, 'f', 'b 1, c 1, d 1, e 1'],
    ['a way is assumed where a part of it is', chain, { c: { b: 0.5 } }, 'c', 'b 0.5, a 0.15?'],
    ['who states a weight states all', diamond, { top: { left: 0.4 } }, 'top', 'left 0.4, a 0.12?'],
    ['who states that there is none', chain, { b: {} }, 'b', ''],
    ['nothing, for a weight of nothing', chain, { b: { a: 0 } }, 'b', ''],
    [
      'of two ways the heavier counts, not both',
      diamond,
      { top: { left: 0.5, right: 0.8 }, left: { a: 0.8 }, right: { a: 0.8 } },
      'top',
      'right 0.8, a 0.64, left 0.5',
    ],
    [
      'also where the longer way is heavier',
      { a: [], b: ['a'], c: ['a', 'b'] },
      { c: { a: 0.2, b: 1 }, b: { a: 0.9 } },
      'c',
      'b 1, a 0.9',
    ],
    ['what it practises without requiring it', { a: [], b: [] }, { b: { a: 0.5 } }, 'b', 'a 0.5'],
    ['what is no topic does not count', chain, { b: { gone: 1 } }, 'b', ''],
  ])('%s', (_, requires, weights, topic, credits) => {
    expect(credited(curriculumWith(requires, weights), topic)).toBe(credits);
  });

  const two = curriculumWith(chain, { c: { b: 0.5 }, b: { a: 0.3 } });

  it.each<[Grade, string]>([
    ['easy', 'b 0.5, a 0.15'],
    ['good', 'b 0.5, a 0.15'],
    // Half of it, of what counts at all.
    ['hard', 'b 0.25, a 0.075'],
    ['again', ''],
  ])('after %s: %s', (grade, credits) => {
    expect(credited(two, 'c', grade)).toBe(credits);
  });

  it('is never itself, never more than a whole, and each topic once, on any graph', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(acyclicRows(), fc.infiniteStream(share), (rows, shares) => {
        const id = (place: number) => `t${place}`;
        const weights = rows.map((row) =>
          Object.fromEntries(row.map((other) => [id(other), shares.next().value ?? 0])),
        );
        const curriculum = curriculumWith(
          Object.fromEntries(rows.map((row, place) => [id(place), row.map(id)])),
          Object.fromEntries(weights.map((all, place) => [id(place), all])),
        );
        for (const place of rows.keys()) {
          const found = creditsOf(curriculum, place, 'good');
          const brute = heaviest(weights, place, 4);
          expect(new Map(found.map(({ topic, weight }) => [topic, weight]))).toEqual(brute);
          expect(found.map(({ topic }) => topic)).not.toContain(id(place));
          const order = found.map(({ weight }) => weight);
          expect(order).toEqual(order.toSorted((a, b) => b - a));
        }
      }),
    );
  });
});

/** By brute force: every way of at most so many steps. */
function heaviest(
  weights: readonly Readonly<Record<string, number>>[],
  place: number,
  steps: number,
): Map<string, number> {
  const best = new Map<string, number>();
  const walk = (from: number, product: number, left: number): void => {
    if (left === 0) return;
    for (const [id, weight] of Object.entries(weights[from] ?? {})) {
      const along = product * weight;
      if (along < 0.1) continue;
      best.set(id, Math.max(best.get(id) ?? 0, along));
      walk(Number(id.slice(1)), along, left - 1);
    }
  };
  walk(place, 1, steps);
  return new Map([...best].map(([id, weight]) => [id, Math.round(weight * 1000) / 1000]));
}

it.each([
  ['those whose author says that they practise at least half of it', 'a', ['b', 'd']],
  ['nobody, where it is less or only assumed', 'b', []],
  ['nobody, for what is no topic', 'gone', []],
])('who leans on a topic: %s', (_, topic, leaning) => {
  const requires = { a: [], b: ['a'], c: ['a', 'b'], d: ['a'], e: ['b'] };
  const weights = { b: { a: 0.5 }, c: { a: 0.49, b: 0.2 }, d: { a: 1 } };
  expect(leaningOn(curriculumWith(requires, weights), topic)).toEqual(leaning);
});
