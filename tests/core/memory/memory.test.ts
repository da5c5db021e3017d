import fc from 'fast-check';
import { FSRSAlgorithm, Rating, fsrs as schedulerOf } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import {
  firstMemory,
  type Grade,
  gainOn,
  intervalOf,
  longestIntervalDays,
  type Memory,
  practised,
  recallOn,
  reviewed,
  wantedRecall,
} from '../../../src/core/memory/memory.ts';

/** As published: each state and each interval as the package itself computes it. */
const published = new FSRSAlgorithm({
  ...{ enable_fuzz: false, enable_short_term: false },
  ...{ request_retention: 0.9, maximum_interval: 180 },
});
const ratings: Record<Grade, Rating.Again | Rating.Hard | Rating.Good | Rating.Easy> = {
  ...{ again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy },
};
const anyGrade = fc.constantFrom<Grade>('again', 'hard', 'good', 'easy');

/** Reviewed on time with one grade after the other. @returns the intervals. */
function intervals(grades: readonly Grade[], recall = wantedRecall): number[] {
  let memory = firstMemory(grades[0] ?? 'good', 0);
  const found = [intervalOf(memory, recall)];
  for (const grade of grades.slice(1)) {
    memory = reviewed(memory, grade, memory.last + (found.at(-1) ?? 0));
    found.push(intervalOf(memory, recall));
  }
  return found;
}

describe('the intervals', () => {
  it('of good answers are those of FSRS-6 with its default parameters', () => {
    expect(intervals(['good', 'good', 'good', 'good', 'good'])).toEqual([2, 11, 46, 163, 180]);
  });

  // The package's own scheduler, which always lets good be a day behind hard.
  it('begin as those of its scheduler do', () => {
    const { card } = schedulerOf({ enable_fuzz: false, enable_short_term: false }).next(
      { ...emptyCard, due: new Date(0) },
      new Date(0),
      Rating.Good,
    );
    expect(card.stability).toBe(firstMemory('good', 0).stability);
    expect(card.difficulty).toBe(firstMemory('good', 0).difficulty);
  });

  it.each<[Grade[], number[]]>([
    [['again'], [1]],
    [['hard'], [1]],
    [['easy'], [8]],
    [
      ['good', 'again', 'good'],
      [2, 1, 2],
    ],
  ])('of %j are %j days', (grades, days) => {
    expect(intervals(grades)).toEqual(days);
  });

  it.each([0.75, 0.8, 0.9, 0.95])('are those of the package at a wanted recall of %d', (recall) => {
    const other = new FSRSAlgorithm({ request_retention: recall, maximum_interval: 180 });
    for (let stability = 0.001; stability < 40_000; stability *= 1.37) {
      const days = intervalOf({ stability, difficulty: 5, last: 0 }, recall);
      expect(days).toBe(other.next_interval(stability, 0));
    }
  });

  it('shrink with the recall that is wanted', () => {
    const goods: Grade[] = ['good', 'good', 'good'];
    expect(intervals(goods, 0.8)[1]).toBeGreaterThan(intervals(goods, 0.9)[1] ?? 0);
    expect(intervals(goods, 0.9)[1]).toBeGreaterThan(intervals(goods, 0.95)[1] ?? 0);
  });
});

const emptyCard = {
  ...{ stability: 0, difficulty: 0, elapsed_days: 0, scheduled_days: 0, learning_steps: 0 },
  ...{ reps: 0, lapses: 0, state: 0 },
};

/** What can happen to a memory on a day: a review, or practice by another topic. */
const anyDeed = fc.oneof(
  fc.record({ grade: anyGrade }),
  fc.record({ weight: fc.double({ min: 0, max: 1, noNaN: true }) }),
);
const anyDays = fc.oneof(fc.integer({ min: -30, max: 400 }), fc.integer({ min: -1e5, max: 1e5 }));

/** Any history: the clock may run backwards, and years may pass. */
const anyHistory = fc.record({
  first: anyGrade,
  deeds: fc.array(fc.tuple(anyDays, anyDeed), { maxLength: 30 }),
});
type Deed = { readonly grade: Grade } | { readonly weight: number };
type History = {
  readonly first: Grade;
  readonly deeds: readonly (readonly [number, Deed])[];
};

function remember({ first, deeds }: History): Memory[] {
  let day = 20_000;
  const memories = [firstMemory(first, day)];
  for (const [days, deed] of deeds) {
    day += days;
    const before = memories.at(-1) as Memory;
    memories.push(
      'grade' in deed ? reviewed(before, deed.grade, day) : practised(before, deed.weight, day),
    );
  }
  return memories;
}
const anyMemory = anyHistory.map((history) => remember(history).at(-1) as Memory);
const anyWeight = fc.double({ min: 0, max: 1, noNaN: true });
const later = fc.integer({ min: 0, max: 4000 });

describe('laws', () => {
  it('it is what FSRS says for every history of reviews', () => {
    const reviews = fc.array(fc.tuple(fc.nat(300), anyGrade), { maxLength: 12 });
    fc.assert(
      fc.property(anyGrade, reviews, (first, rest) => {
        let state = published.next_state(null, 0, ratings[first]);
        let memory = firstMemory(first, 0);
        for (const [days, grade] of rest) {
          state = published.next_state(state, days, ratings[grade]);
          memory = reviewed(memory, grade, memory.last + days);
          expect(memory).toMatchObject(state);
          expect(intervalOf(memory)).toBe(published.next_interval(state.stability, 0));
          expect(recallOn(memory, memory.last + 40)).toBeCloseTo(
            published.forgetting_curve(40, state.stability),
            7,
          );
        }
      }),
    );
  });

  it('every number is one, and in its range, whatever happened', () => {
    fc.assert(
      fc.property(anyHistory, anyDays, (history, days) => {
        for (const memory of remember(history)) {
          const day = Math.round(memory.last) + days;
          expect(memory.stability).toBeGreaterThanOrEqual(0.001);
          expect(memory.stability).toBeLessThanOrEqual(36_500);
          expect(memory.difficulty).toBeGreaterThanOrEqual(1);
          expect(memory.difficulty).toBeLessThanOrEqual(10);
          expect(Number.isFinite(memory.last)).toBe(true);
          expect(recallOn(memory, day)).toBeGreaterThan(0);
          expect(recallOn(memory, day)).toBeLessThanOrEqual(1);
          expect(gainOn(memory, day)).toBeGreaterThanOrEqual(1);
          expect(intervalOf(memory)).toBeGreaterThanOrEqual(1);
          expect(intervalOf(memory)).toBeLessThanOrEqual(longestIntervalDays);
          expect(Number.isInteger(intervalOf(memory))).toBe(true);
        }
      }),
    );
  });

  it('recall is whole at first, .9 after as many days as it is stable, and only falls', () => {
    fc.assert(
      fc.property(anyMemory, later, later, (memory, a, b) => {
        const { last, stability } = memory;
        expect(recallOn(memory, last)).toBe(1);
        expect(recallOn(memory, last + stability)).toBeCloseTo(0.9, 6);
        const [sooner, after] = [Math.min(a, b), Math.max(a, b)];
        expect(recallOn(memory, last + after)).toBeLessThanOrEqual(recallOn(memory, last + sooner));
      }),
    );
  });

  it('a clock that runs backwards counts as no time', () => {
    fc.assert(
      fc.property(anyMemory, anyGrade, anyWeight, later, (memory, grade, weight, days) => {
        const { last } = memory;
        const [back, now] = [last - days, last];
        expect(recallOn(memory, back)).toBe(1);
        expect({ ...reviewed(memory, grade, back), last }).toEqual(reviewed(memory, grade, now));
        expect(practised(memory, weight, back)).toEqual(practised(memory, weight, now));
      }),
    );
  });
});

describe('practice by another topic', () => {
  it('of weight 0 changes nothing', () => {
    fc.assert(
      fc.property(anyMemory, later, (memory, days) => {
        const after = practised(memory, 0, memory.last + days);
        expect(after.stability).toBe(memory.stability);
        expect(after.difficulty).toBe(memory.difficulty);
        expect(after.last).toBeCloseTo(memory.last, 5);
      }),
    );
  });

  it('of weight 1 is as good a review as a good one, but for the difficulty', () => {
    fc.assert(
      fc.property(anyMemory, later, (memory, days) => {
        const day = memory.last + days;
        const [after, good] = [practised(memory, 1, day), reviewed(memory, 'good', day)];
        expect(after.stability / good.stability).toBeCloseTo(1, 6);
        expect(after.last).toBeCloseTo(day, 5);
        expect(after.difficulty).toBe(memory.difficulty);
      }),
    );
  });

  it('of more weight makes it no less stable, and not due any earlier', () => {
    fc.assert(
      fc.property(anyMemory, anyWeight, anyWeight, later, (memory, a, b, days) => {
        const day = memory.last + days;
        const less = practised(memory, Math.min(a, b), day);
        const more = practised(memory, Math.max(a, b), day);
        expect(more.stability).toBeGreaterThanOrEqual(less.stability);
        expect(more.last).toBeGreaterThanOrEqual(less.last);
        expect(more.last + intervalOf(more)).toBeGreaterThanOrEqual(less.last + intervalOf(less));
        expect(less.last).toBeGreaterThanOrEqual(memory.last);
        expect(more.last).toBeLessThanOrEqual(day + 1e-6);
      }),
    );
  });

  it('raises the recall of the day by just its share of what was lost', () => {
    fc.assert(
      fc.property(anyMemory, anyWeight, later, (memory, weight, days) => {
        const day = memory.last + days;
        const before = recallOn(memory, day);
        const after = recallOn(practised(memory, weight, day), day);
        expect(after).toBeCloseTo(before + weight * (1 - before), 5);
      }),
    );
  });
});
