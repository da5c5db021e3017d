import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptMemory } from '../../../src/core/memory/kept-memory.ts';
import { type Grade, intervalOf, longestIntervalDays } from '../../../src/core/memory/memory.ts';
import { Scheduler, usualSpacing } from '../../../src/core/memory/scheduler.ts';
import { addDays, type Day, toDay } from '../../../src/core/time/day.ts';

const today = toDay(20_000);
const credit = (weight: number, stated = true) => ({ topic: 'git', weight, stated });
const learnt = (grade: Grade = 'good', scheduler = new Scheduler()) =>
  scheduler.learnt(grade, today);

/** Reviewed on the day it is due, so often. */
function reviewedOften(times: number): KeptMemory {
  const scheduler = new Scheduler();
  let kept = learnt();
  for (let i = 0; i < times; i++) kept = scheduler.reviewed(kept, 'good', kept.due);
  return kept;
}

/** So many things are due on each of these days already. */
function busy(days: readonly number[]): Scheduler {
  const scheduler = new Scheduler();
  for (const day of days) scheduler.enter({ ...learnt(), due: addDays(today, day) });
  return scheduler;
}

describe('what is learnt', () => {
  it.each<[Grade, number]>([
    ['again', 1],
    ['hard', 1],
    ['good', 2],
    ['easy', 8],
  ])('with %s is due after %i days', (grade, days) => {
    const kept = learnt(grade);
    expect(kept.due).toBe(today + days);
    expect(kept).toMatchObject({ own: kept.memory, reviews: 0, lapses: 0 });
  });

  it('well is due when FSRS says, and later each time', () => {
    expect([0, 1, 2, 3].map((times) => intervalOf(reviewedOften(times).memory))).toEqual([
      2, 11, 46, 163,
    ]);
  });

  it.each<[what: string, taken: number[], due: number]>([
    ['on its day, where that is empty', [], 8],
    // A tenth of 8 days is no day.
    ['on its day, though that is full', [8, 8], 8],
  ])('with ease is due %s', (_, taken, due) => {
    expect(busy(taken).learnt('easy', today).due).toBe(today + due);
  });

  it.each<[what: string, taken: number[], due: number]>([
    ['on its day', [], 46],
    ['a day before, where its day is taken', [46], 45],
    ['a day later, where that is taken, too', [45, 46], 47],
    ['four days before', [43, 44, 45, 46, 47, 48, 49], 42],
    ['not five days before', [42, 43, 44, 45, 46, 47, 48, 49, 50], 46],
  ])('for long is due %s', (_, taken, due) => {
    const before = reviewedOften(1);
    const offset = before.due - today;
    const scheduler = busy(taken.map((day) => day + offset));
    expect(scheduler.reviewed(before, 'good', before.due).due).toBe(before.due + due);
  });
});

it('what was known before is as stable as what was easy, and spread over three weeks', () => {
  const scheduler = new Scheduler();
  const all = Array.from({ length: 44 }, () => {
    const kept = scheduler.knownBefore(today);
    scheduler.enter(kept);
    return kept;
  });
  const days = Array.from({ length: 22 }, (_, i) => today + 7 + i);
  expect(all.map(({ due }) => due)).toEqual([...days, ...days]);
  expect(all[30]?.memory).toEqual(learnt('easy').memory);
});

describe('a review', () => {
  it('counts, and counts the lapses in a row', () => {
    const scheduler = new Scheduler();
    const grades: Grade[] = ['again', 'again', 'hard', 'again'];
    const found: [number, number][] = [];
    let kept = learnt();
    for (const grade of grades) {
      kept = scheduler.reviewed(kept, grade, kept.due);
      found.push([kept.reviews, kept.lapses]);
    }
    expect(found).toEqual([
      [1, 1],
      [2, 2],
      [3, 0],
      [4, 1],
    ]);
  });

  // Reported: the calendar chose an emptier day up to a tenth beyond it.
  it('never puts it off for more than half a year, however full its last days are', () => {
    const memory = { stability: 1000, difficulty: 5, last: today };
    const known = { ...learnt(), memory, own: memory };
    const full = Array.from({ length: 19 }, (_, i) => 180 - i);
    expect(new Scheduler().reviewed(known, 'good', today).due).toBe(today + 180);
    expect(busy(full).reviewed(known, 'good', today).due).toBe(today + 180);
    expect(busy(full.slice(1)).reviewed(known, 'good', today).due).toBe(today + 180);
    expect(busy([180]).reviewed(known, 'good', today).due).toBe(today + 179);
  });
});

describe('credit', () => {
  const before = reviewedOften(2);
  const tenLater = addDays(before.own.last as Day, 10);

  it.each([
    ['of a tenth', 0.1],
    ['of a half', 0.5],
    ['in full', 1],
  ])('%s gives time, and leaves what is its own alone', (_, weight) => {
    const after = new Scheduler().practised(before, credit(weight), tenLater);
    expect(after.due).toBeGreaterThan(before.due);
    expect(after).toMatchObject({ own: before.own, reviews: 2 });
  });

  it('on the day of the review itself gives nothing', () => {
    const day = toDay(before.own.last);
    expect(new Scheduler().practised(before, credit(1), day).due).toBe(before.due);
  });

  // Its own interval is 46 days; whatever is credited, so many of them may pass and a tenth more.
  it.each([
    ['stated by its author', true, 2.5],
    ['assumed', false, 2],
  ])('%s stretches to %s own intervals and no further', (_, stated, times) => {
    const scheduler = new Scheduler();
    let kept = before;
    for (let day = tenLater; day < before.own.last + 130; day = addDays(day, 3)) {
      kept = scheduler.practised(kept, credit(1, stated), day);
    }
    expect(kept.due).toBe(before.own.last + times * 46);
    expect(kept.patience).toBe(times);
  });

  it('counts at the next review of its own: the guard holds from there on', () => {
    const scheduler = new Scheduler();
    const practised = scheduler.practised(learnt(), credit(1), addDays(today, 2));
    const after = scheduler.reviewed(practised, 'good', addDays(today, 6));
    expect(after.memory.stability).toBeGreaterThan(after.own.stability);
    expect(after.due - today - 6).toBeLessThanOrEqual(2.75 * intervalOf(after.own));
  });
});

it.each([
  ['far away: within a week', 46, 7],
  ['sooner: as it was', 3, 3],
  ['overdue: as it was', -4, -4],
])('what leans on something forgotten is hurried, %s', (_, due, hurried) => {
  const before = { ...learnt(), due: addDays(today, due) };
  const after = new Scheduler().hurried(before, today);
  expect(after).toEqual({ ...before, due: today + hurried });
});

describe('whatever happens', () => {
  const anyGrade = fc.constantFrom<Grade>('again', 'hard', 'good', 'easy');
  const deed = fc.oneof(
    fc.record({ grade: anyGrade }),
    fc.record({ weight: fc.double({ min: 0, max: 1, noNaN: true }), stated: fc.boolean() }),
    fc.constant('hurry' as const),
  );
  const anyDeeds = fc.array(fc.tuple(fc.integer({ min: -3, max: 60 }), deed), { maxLength: 25 });
  const anyBusyDays = fc.array(fc.nat(400), { maxLength: 200 });

  it('the guard and the half year hold, credit only gives time, and hurry only takes it', () => {
    fc.assert(
      fc.property(anyGrade, anyDeeds, anyBusyDays, (first, deeds, taken) => {
        const scheduler = busy(taken);
        let [kept, day] = [scheduler.learnt(first, today), today];
        for (const [days, what] of deeds) {
          day = addDays(day, days);
          const before = kept;
          if (what === 'hurry') {
            kept = scheduler.hurried(before, day);
            expect(kept.due).toBeLessThanOrEqual(before.due);
          } else if ('grade' in what) {
            kept = scheduler.reviewed(before, what.grade, day);
            expect(kept.due).toBeGreaterThan(day);
          } else {
            kept = scheduler.practised(before, { topic: 'git', ...what }, day);
            expect(kept.due).toBeGreaterThanOrEqual(before.due);
          }
          const stretched = usualSpacing.patience.stated * intervalOf(kept.own);
          // Rounded, and moved by a tenth at most.
          const latest = kept.own.last + stretched * 1.1 + 1;
          expect(kept.due).toBeLessThanOrEqual(latest);
          expect(kept.due).toBeLessThanOrEqual(Math.max(before.due, day + longestIntervalDays));
          expect(Number.isInteger(kept.due)).toBe(true);
        }
      }),
    );
  });

  it('with nothing credited its memory is its own', () => {
    const reviews = fc.array(fc.tuple(fc.nat(60), anyGrade), { maxLength: 15 });
    fc.assert(
      fc.property(anyGrade, reviews, (first, rest) => {
        const scheduler = new Scheduler();
        let [kept, day] = [scheduler.learnt(first, today), today];
        for (const [days, grade] of rest) {
          day = addDays(day, days);
          kept = scheduler.reviewed(kept, grade, day);
          expect(kept.memory).toEqual(kept.own);
        }
      }),
    );
  });
});
