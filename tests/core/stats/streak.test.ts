import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Fact } from '../../../src/core/journal/event.ts';
import { streakOf } from '../../../src/core/stats/streak.ts';
import { timeEvents } from '../../../src/core/stats/timed-event.ts';
import { dayOf, toDay } from '../../../src/core/time/day.ts';
import { formatInstant } from '../../../src/core/time/instant.ts';
import { eventOf } from '../../support/journal.ts';
import { sequence } from '../../support/sequence.ts';
import { instant, marked, skipped, started } from '../../support/standing.ts';

const today = dayOf(instant('2026-11-23T12:00:00+01:00'));
const checked: Fact = { kind: 'exercise-checked', topic: 'pandas', passed: false, failed: [] };

/** What happened so many days ago, at noon. */
function timed(ago: readonly number[], fact: Fact = checked) {
  const events = ago.map((days, i) => {
    const ms = instant('2026-11-23T12:00:00+01:00').ms - days * 86_400_000;
    const at = formatInstant({ ms, offsetMinutes: 60 });
    return eventOf(fact, { seq: i + 1, at, curriculum: sequence.id });
  });
  return timeEvents(events, sequence);
}

it.each<[what: string, ago: number[], days: number, all: number]>([
  ['nothing at all', [], 0, 0],
  ['today alone', [0], 1, 1],
  ['yesterday, and today is not over', [1], 1, 1],
  ['the day before yesterday: yesterday was free', [2], 1, 1],
  ['two days off in a row', [3, 4, 5], 0, 3],
  ['several times on one day', [0, 0, 1, 1], 2, 2],
  ['every second day', [0, 2, 4], 2, 3],
  ['a free day in seven, again and again', [0, 1, 2, 4, 5, 6, 7, 8, 9, 11], 10, 10],
  ['a free day a day too early', [0, 1, 2, 4, 5, 6, 7, 8, 10], 8, 9],
  ['a day that is still to come', [-1, 0], 1, 2],
])('of %s', (_, ago, days, all) => {
  expect(streakOf(timed(ago), today)).toEqual({ days, all });
});

const answer: Fact = {
  ...{ kind: 'question-answered', topic: 'pandas', question: 'q', attempt: 1 },
  ...{ result: 'wrong', hint: false, seconds: 3 },
};
const done = { kind: 'topic-done', topic: 'pandas' } as const;
const review = { topic: 'pandas', grade: 'again', recall: 0.9, algorithm: 'a' } as const;

it.each<[counts: number, fact: Fact]>([
  [1, answer],
  [1, checked],
  [1, { ...done, how: 'mastered' }],
  [1, { ...done, how: 'without-exercise' }],
  [1, { ...done, how: 'tested-out' }],
  [1, { kind: 'topic-reviewed', ...review, credits: [], recheck: [] }],
  [1, { kind: 'card-reviewed', ...review, question: 'q' }],
  [0, marked('pandas')],
  [0, skipped('pandas')],
  [0, started('pandas')],
  [0, { kind: 'lesson-read', topic: 'pandas' }],
])('counts %i days for %o', (days, fact) => {
  expect(streakOf(timed([0], fact), today)).toEqual({ days, all: days });
});

it('past midnight it is the same day until four', () => {
  const at = ['2026-11-23T03:59:00+01:00', '2026-11-23T04:00:00+01:00'];
  const events = at.map((time, i) =>
    eventOf(checked, { seq: i + 1, at: time, curriculum: sequence.id }),
  );
  expect(streakOf(timeEvents(events, sequence), today)).toEqual({ days: 2, all: 2 });
});

it('is never made shorter by another day of study', () => {
  const day = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(fc.array(day), day, (ago, more) => {
      const before = streakOf(timed(ago), today);
      const after = streakOf(timed([...ago, more]), today);
      expect(after.days).toBeGreaterThanOrEqual(before.days);
      expect(before.days).toBeLessThanOrEqual(before.all);
      expect(streakOf(timed(ago), toDay(today + 100)).days).toBe(0);
    }),
  );
});
