import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCurriculum } from '../../../src/core/curriculum/curriculum.ts';
import type { Fact, KnownEvent } from '../../../src/core/journal/event.ts';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import { timeEvents } from '../../../src/core/stats/timed-event.ts';
import { anyJournal } from '../../support/any-journal.ts';
import { eventOf } from '../../support/journal.ts';
import { sequence, sequenceData } from '../../support/sequence.ts';
import { answered, started } from '../../support/standing.ts';

const read: Fact = { kind: 'lesson-read', topic: 'pandas' };
const answeredIn = (seconds: number): Fact => answered('pandas', 'right', seconds);

/** The visit, the minute and second of the hour, and what happened. */
type Row = readonly [action: string, time: string, fact: Fact, device?: string];

function eventsOf(rows: readonly Row[]): KnownEvent[] {
  const events = rows.map(([action, time, fact, device = 'laptop'], i) => {
    const at = `2026-11-23T${time}+01:00`;
    return eventOf(fact, { seq: i + 1, at, action, device, curriculum: sequence.id });
  });
  return mergeEvents(events) as KnownEvent[];
}

const secondsOf = (rows: readonly Row[]) =>
  timeEvents(eventsOf(rows), sequence).map(({ ms }) => ms / 1000);

it.each<[what: string, rows: Row[], seconds: number[]]>([
  ['nothing', [], []],
  ['the first event of a visit, from nothing', [['a', '10:00:00', started('pandas')]], [0]],
  ['an answer alone, its own seconds', [['a', '10:00:00', answeredIn(51)]], [51]],
  [
    'the time since the event before',
    [
      ['a', '10:00:00', started('pandas')],
      ['a', '10:25:30', read],
    ],
    [0, 1530],
  ],
  [
    'at most half an hour, however long nothing happened',
    [
      ['a', '10:00:00', started('pandas')],
      ['a', '12:00:00', read],
      ['a', '15:00:00', answeredIn(1e9)],
    ],
    [0, 1800, 1800],
  ],
  [
    'nothing between two visits',
    [
      ['a', '10:00:00', read],
      ['b', '10:10:00', answeredIn(20)],
    ],
    [0, 20],
  ],
  [
    'a hint within the answer once',
    [
      ['a', '10:00:00', read],
      ['a', '10:01:00', { kind: 'question-helped', topic: 'pandas', question: 'q', attempt: 1 }],
      ['a', '10:01:30', answeredIn(90)],
    ],
    [0, 0, 90],
  ],
  [
    'two devices at once once: twelve minutes from the first event to the last',
    [
      ['a', '10:00:00', started('pandas')],
      ['b', '10:05:00', answeredIn(60), 'phone'],
      ['a', '10:10:00', read],
      ['b', '10:12:00', answeredIn(30), 'phone'],
    ],
    [0, 0, 300, 420],
  ],
  [
    'a clock that ran backwards not at all',
    [
      ['a', '10:10:00', started('pandas')],
      ['a', '10:00:00', read],
    ],
    [0, 0],
  ],
])('counts %s', (_, rows, seconds) => {
  expect(secondsOf(rows)).toEqual(seconds);
});

it('knows the ids that topics have now, and nothing of other curricula', () => {
  const marked = { kind: 'topic-done', topic: 'git', how: 'marked' } as const;
  const own = eventOf(marked, { seq: 1, curriculum: sequence.id });
  const other = eventOf(marked, { seq: 2, curriculum: 'other' });
  const [first, ...rest] = timeEvents([own, other], sequence);
  expect(first?.topics).toEqual(['git-snapshots']);
  expect(rest).toEqual([]);
});

describe('for any journal', () => {
  const small = buildCurriculum({ ...sequenceData, id: 'small' });

  it('no event takes less than nothing or more than half an hour, and no more than passed', () => {
    fc.assert(
      fc.property(anyJournal, (journal) => {
        const timed = timeEvents(mergeEvents(journal), small);
        for (const { ms } of timed) {
          expect(ms).toBeGreaterThanOrEqual(0);
          expect(ms).toBeLessThanOrEqual(1_800_000);
        }
        if (timed.length === 0) return;
        const times = timed.map(({ at }) => at.ms);
        const passed = Math.max(...times) - Math.min(...times) + 1_800_000;
        expect(timed.reduce((sum, { ms }) => sum + ms, 0)).toBeLessThanOrEqual(passed);
      }),
    );
  });
});
