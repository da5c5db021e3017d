import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCurriculum } from '../../../src/core/curriculum/curriculum.ts';
import type { Fact, JournalEvent, KnownEvent } from '../../../src/core/journal/event.ts';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import { foldProgress } from '../../../src/core/progress/progress.ts';
import { stand } from '../../../src/core/progress/standing.ts';
import { statsOf } from '../../../src/core/stats/stats.ts';
import { timeEvents } from '../../../src/core/stats/timed-event.ts';
import { totalsOf } from '../../../src/core/stats/totals.ts';
import { addDays, dayOf } from '../../../src/core/time/day.ts';
import { anyJournal } from '../../support/any-journal.ts';
import { eventOf } from '../../support/journal.ts';
import { sequence, sequenceData } from '../../support/sequence.ts';
import { answered, instant, marked } from '../../support/standing.ts';

const today = dayOf(instant('2026-11-23T12:00:00+01:00'));

function statsFor(events: readonly JournalEvent[], curriculum = sequence, scope?: string) {
  const standing = stand(curriculum, foldProgress(events, curriculum.id));
  const topics = curriculum.topics.filter(({ id }) => scope === undefined || id === scope);
  return statsOf(standing, events, today, topics);
}

const reviewed = (topic: string, grade: 'again' | 'good', recall: number): Fact => ({
  ...{ kind: 'topic-reviewed', topic, grade, recall },
  ...{ credits: [], recheck: [], algorithm: 'a' },
});

/** Each an action of its own. */
const happened: readonly (readonly [at: string, fact: Fact])[] = [
  ['2026-09-01T12:00:00+02:00', answered('python-core', 'right')],
  ['2026-09-01T12:05:00+02:00', { kind: 'topic-done', topic: 'python-core', how: 'mastered' }],
  ['2026-10-24T12:00:00+02:00', answered('git-snapshots', 'wrong')],
  ['2026-10-25T12:00:00+01:00', marked('git-snapshots')],
  ['2026-11-16T12:00:00+01:00', reviewed('python-core', 'again', 0.8)],
  ['2026-11-17T12:00:00+01:00', reviewed('python-core', 'good', 0.9)],
  ['2026-11-22T12:00:00+01:00', answered('pandas', 'dont-know')],
  ['2026-11-23T11:00:00+01:00', answered('pandas', 'right')],
  ['2026-11-23T11:30:00+01:00', { kind: 'topic-done', topic: 'pandas', how: 'without-exercise' }],
];
const events = happened.map(([at, fact], i) =>
  eventOf(fact, { seq: i + 1, at, curriculum: sequence.id }),
);

describe('of one learner', () => {
  const stats = statsFor(events);

  it.each([
    [1, 60, 1, [1, 1], [0, 0, 0]],
    [7, 120, 1, [2, 1], [1, 1, 0.9]],
    // The 25 October is the thirtieth day; the day before is not in it.
    [30, 120, 2, [2, 1], [2, 1, 1.7]],
    [Number.POSITIVE_INFINITY, 240, 3, [4, 2], [2, 1, 1.7]],
  ])('the last %s days', (days, seconds, topics, [given, right], [done, passed, expected]) => {
    const period = stats.periods.find((one) => one.days === days);
    expect(period).toEqual({
      ...{ days, ms: seconds * 1000, topics, answers: { given, right } },
      reviews: { done, passed, expected: expect.closeTo(expected ?? 0, 10) },
    });
  });

  it('the days, the memory and the forecast', () => {
    expect(stats.streak).toEqual({ days: 2, all: 6 });
    expect(stats.recall.topics).toBe(3);
    expect(stats.recall.predicted).toBeGreaterThan(0.5);
    expect(stats.recall.predicted).toBeLessThanOrEqual(1);
    expect(stats.forecast).toHaveLength(14);
    expect(stats.accuracy).toEqual({ reviews: 2, missing: 98 });
  });

  it('within a scope: its own events, topics and memory', () => {
    const pandas = statsFor(events, sequence, 'pandas');
    expect(pandas.periods.at(-1)).toMatchObject({ ms: 120_000, topics: 1 });
    expect(pandas.recall).toEqual({ topics: 1, predicted: 1 });
    expect(pandas.accuracy.reviews).toBe(0);
    expect(pandas.forecast.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(1);
    expect(statsFor(events, sequence, 'cicd')).toMatchObject({
      ...{ isEmpty: true, streak: { days: 0, all: 0 } },
      recall: { topics: 0, predicted: undefined },
    });
  });

  it('a topic that is reopened is not done, and its time was spent all the same', () => {
    const reopened = eventOf(
      { kind: 'topic-reopened', topic: 'pandas' },
      { seq: 99, at: '2026-11-23T11:40:00+01:00', curriculum: sequence.id },
    );
    const all = statsFor([...events, reopened]).periods.at(-1);
    expect(all).toMatchObject({ topics: 2, ms: 240_000, answers: { given: 4, right: 2 } });
  });
});

describe('for any journal', () => {
  const small = buildCurriculum({
    ...{ ...sequenceData, id: 'small', renamed: { constructor: ['cicd'] } },
    phases: sequenceData.phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map((step) => ({
        ...step,
        topics: step.topics.map((topic) => ({
          ...topic,
          id: { 'python-core': 'one', pandas: 'two' }[topic.id] ?? topic.id,
        })),
      })),
    })),
  });
  const of = (journal: readonly KnownEvent[]) => statsFor(mergeEvents(journal), small);

  it('what was undone leaves no trace', () => {
    fc.assert(
      fc.property(anyJournal, fc.nat(), (journal, pick) => {
        // Without earlier undoing, so that the one below is the only one.
        const plain = journal.filter(({ kind }) => kind !== 'undone' && kind !== 'redone');
        const taken = plain[pick % Math.max(1, plain.length)];
        if (!taken) return;
        const undone = { kind: 'undone', events: [taken.id] } as const;
        const { curriculum } = taken;
        const undo = eventOf(undone, { device: 'undoer', seq: 1, curriculum });
        const without = plain.filter(({ id }) => id !== taken.id);
        // The clock of a device goes on from its latest event; one that is gone must not count there.
        const ordered = mergeEvents(plain).filter(({ id }) => id !== taken.id);
        if (ordered.some(({ id }, i) => id !== mergeEvents(without)[i]?.id)) return;
        expect(of([...plain, undo])).toEqual(of(without));
      }),
    );
  });

  it('the order of the files does not matter', () => {
    const shuffled = anyJournal.chain((journal) =>
      fc.tuple(
        fc.constant(journal),
        fc.shuffledSubarray(journal, { minLength: journal.length, maxLength: journal.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(of(other)).toEqual(of(one));
      }),
    );
  });

  it('the sum over the days is the total, and the sum over the topics as well', () => {
    fc.assert(
      fc.property(anyJournal, (journal) => {
        const timed = timeEvents(mergeEvents(journal), small);
        const days = [...new Set(timed.map(({ day }) => day))];
        const each = days.map((day) => totalsOf(timed.filter((one) => one.day === day)));
        const sum = (of: (one: (typeof each)[number]) => number) =>
          each.reduce((total, one) => total + of(one), 0);
        const total = totalsOf(timed);
        expect(sum(({ ms }) => ms)).toBe(total.ms);
        expect(sum(({ answers }) => answers.given)).toBe(total.answers.given);
        expect(sum(({ reviews }) => reviews.passed)).toBe(total.reviews.passed);

        const known = timed.filter(({ topics }) => topics.some((id) => small.indexOf.has(id)));
        const single = known.filter(({ topics }) => topics.length === 1);
        if (single.length < known.length) return;
        const scopes = small.topics.map(({ id }) => statsFor(mergeEvents(journal), small, id));
        const ms = scopes.map(({ periods }) => periods.at(-1)?.ms ?? 0);
        expect(ms.reduce((a, b) => a + b, 0)).toBe(of(journal).periods.at(-1)?.ms);
      }),
    );
  });

  it('a longer period has no less in it', () => {
    fc.assert(
      fc.property(anyJournal, fc.integer({ min: 0, max: 60 }), (journal, later) => {
        const merged = mergeEvents(journal);
        const standing = stand(small, foldProgress(merged, small.id));
        const { periods } = statsOf(standing, merged, addDays(today, later));
        for (const [i, period] of periods.entries()) {
          const shorter = periods[i - 1] ?? period;
          expect(period.ms).toBeGreaterThanOrEqual(shorter.ms);
          expect(period.topics).toBeGreaterThanOrEqual(shorter.topics);
          expect(period.reviews.done).toBeGreaterThanOrEqual(shorter.reviews.done);
        }
      }),
    );
  });
});
