import { expect, it } from 'vitest';
import type { Fact } from '../../../src/core/journal/event.ts';
import type { Grade } from '../../../src/core/memory/memory.ts';
import { predictionsOf } from '../../../src/core/stats/prediction.ts';
import { timeEvents } from '../../../src/core/stats/timed-event.ts';
import { eventOf } from '../../support/journal.ts';
import { sequence } from '../../support/sequence.ts';
import { marked, reopened, skipped } from '../../support/standing.ts';

const review = (grade: Grade, topic = 'pandas'): Fact => ({
  ...{ kind: 'topic-reviewed', topic, grade, recall: 0.9 },
  ...{ credits: [], recheck: [], algorithm: 'a' },
});
const card = (question: string, grade: Grade): Fact => ({
  ...{ kind: 'card-reviewed', topic: 'pandas', question, grade, recall: 0.8, algorithm: 'a' },
});

/** @param facts each with the day of November on which it happened. */
function predictions(...facts: readonly [day: number, fact: Fact][]) {
  const events = facts.map(([day, fact], i) => {
    const at = `2026-11-${String(day).padStart(2, '0')}T12:00:00+01:00`;
    return eventOf(fact, { seq: i + 1, at, curriculum: sequence.id });
  });
  return predictionsOf(timeEvents(events, sequence)).map(
    ({ elapsedDays, place, lapses, passed }) =>
      `${elapsedDays} days, place ${place}, ${lapses} lapses, ${passed ? 'passed' : 'failed'}`,
  );
}

it.each<[what: string, facts: [number, Fact][], expected: string[]]>([
  ['nothing', [], []],
  ['what was never learnt', [[1, review('good')]], []],
  [
    'a topic, once it was learnt',
    [
      [1, marked('pandas')],
      [4, review('good')],
      [9, review('again')],
      [10, review('hard')],
    ],
    [
      ...['3 days, place 2, 0 lapses, passed', '5 days, place 3, 0 lapses, failed'],
      '1 days, place 4, 1 lapses, passed',
    ],
  ],
  [
    'the second review of a day not at all, though it counts as one',
    [
      [1, marked('pandas')],
      [4, review('again')],
      [4, review('again')],
      [6, review('good')],
    ],
    ['3 days, place 2, 0 lapses, failed', '2 days, place 4, 2 lapses, passed'],
  ],
  [
    'from the day it was learnt again after it was forgotten',
    [
      [1, marked('pandas')],
      [4, review('again')],
      [8, marked('pandas')],
      [9, review('good')],
      [10, marked('pandas')],
      [12, review('good')],
    ],
    [
      ...['3 days, place 2, 0 lapses, failed', '1 days, place 3, 1 lapses, passed'],
      '3 days, place 4, 1 lapses, passed',
    ],
  ],
  [
    'a card on its own, from where its topic was',
    [
      [1, marked('pandas')],
      [4, review('again')],
      [9, card('one', 'good')],
      [11, card('one', 'again')],
      [11, card('two', 'again')],
      [12, card('one', 'good')],
      [12, review('good')],
    ],
    [
      ...['3 days, place 2, 0 lapses, failed', '5 days, place 2, 0 lapses, passed'],
      ...['2 days, place 3, 0 lapses, failed', '7 days, place 2, 0 lapses, failed'],
      ...['1 days, place 4, 1 lapses, passed', '8 days, place 3, 1 lapses, passed'],
    ],
  ],
  ...[skipped('pandas'), reopened('pandas')].map((fact): [string, [number, Fact][], string[]] => [
    `what was ${fact.kind} not from before`,
    [
      [1, marked('pandas')],
      [2, card('one', 'again')],
      [3, fact],
      [4, marked('pandas')],
      [6, review('good')],
      [7, card('one', 'good')],
    ],
    [
      ...['1 days, place 2, 0 lapses, failed', '2 days, place 2, 0 lapses, passed'],
      '1 days, place 2, 0 lapses, passed',
    ],
  ]),
  [
    'a topic that was renamed',
    [
      [1, marked('git')],
      [3, review('good', 'git-snapshots')],
    ],
    ['2 days, place 2, 0 lapses, passed'],
  ],
])('tests by %s', (_, facts, expected) => {
  expect(predictions(...facts)).toEqual(expected);
});
