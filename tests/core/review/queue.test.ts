import { describe, expect, it } from 'vitest';
import { gainOn, recallOn } from '../../../src/core/memory/memory.ts';
import { comingDue, forecast, nextDueDay } from '../../../src/core/review/forecast.ts';
import {
  aheadItems,
  dueItems,
  minutesFor,
  type ReviewItem,
  remembered,
  weakestPrerequisite,
} from '../../../src/core/review/queue.ts';
import { addDays, dayOf } from '../../../src/core/time/day.ts';
import { curriculumOf } from '../../support/curriculum.ts';
import {
  cardReviewed,
  daysAfter,
  type Happening,
  instant,
  marked,
  mastered,
  reviewed,
  skipped,
  standingOf,
} from '../../support/standing.ts';

const start = '2026-11-23T10:00:00.000+01:00';
const startDay = dayOf(instant(start));
const day = (days: number) => addDays(startDay, days);
const on = (days: number, happening: Happening): Happening => ({
  ...happening,
  at: daysAfter(start, days),
});

const curriculum = curriculumOf(
  { a: [], b: ['a'], c: ['a', 'b'], d: [] },
  { a: { cards: ['k', 'l'] } },
);
const stand = (...happenings: Happening[]) => standingOf(curriculum, happenings);
const names = (items: readonly ReviewItem[]) =>
  items.map(({ topic, card }) => (card ? `${topic.id}/${card}` : topic.id)).join(' ');

const learnt = (id: string, days = 0) => on(days, mastered(id, 'good'));
const failed = (id: string, days: number) => on(days, reviewed(id, 'again'));

describe('what is remembered', () => {
  it.each<[what: string, Happening[], items: string]>([
    ['nothing at first', [], ''],
    [
      'what was learnt, with its cards, in the order of the sequence',
      [learnt('d'), learnt('a')],
      'a/k a/l a d',
    ],
    ['what was marked, too', [on(0, marked('b'))], 'b'],
    ['not what was skipped', [learnt('b'), on(1, skipped('b'))], ''],
    ['what failed once', [learnt('b'), failed('b', 2)], 'b'],
    ['not what is to be learnt again', [learnt('b'), failed('b', 2), failed('b', 3)], ''],
    ['not what the curriculum does not know', [learnt('gone')], ''],
    ['nor what was reviewed and never done', [on(0, reviewed('b', 'good'))], ''],
  ])('%s', (_, happenings, items) => {
    expect(names(remembered(stand(...happenings), day(5)))).toBe(items);
  });
});

describe('what is due', () => {
  it.each<[what: string, Happening[], days: number, items: string]>([
    ['nothing on the day it was learnt', [learnt('b')], 0, ''],
    ['nothing on the day before', [learnt('b')], 1, ''],
    ['on its day', [learnt('b')], 2, 'b'],
    ['ever after', [learnt('b')], 400, 'b'],
    ['its cards with it, and before it', [learnt('a')], 2, 'a/k a/l a'],
    [
      'a card by itself, once it was reviewed',
      [learnt('a'), on(1, cardReviewed('a', 'k', 'good')), on(2, reviewed('a', 'good'))],
      8,
      'a/k',
    ],
    // The clock was wrong: a date that is years ahead would never come.
    ['what was learnt in a far future', [learnt('b', 3)], 0, 'b'],
    ['not what was learnt in the zone of tomorrow', [learnt('b', 2)], 0, ''],
  ])('%s', (_, happenings, days, items) => {
    expect(names(dueItems(stand(...happenings), day(days)))).toBe(items);
  });

  it('comes in the order of what a review is worth, not of what is best or least known', () => {
    const standing = stand(
      ...[learnt('b', 0), on(2, reviewed('b', 'good')), on(13, reviewed('b', 'good'))],
      ...[learnt('c', 40), learnt('d', 59), failed('d', 61)],
    );
    const today = day(70);
    const items = dueItems(standing, today);
    const worth = items.map(
      ({ kept }) => recallOn(kept.memory, today) * Math.log(gainOn(kept.memory, today)),
    );
    expect(items).toHaveLength(3);
    expect(worth).toEqual(worth.toSorted((a, b) => b - a));
    expect(items.map(({ recall }) => recall)).not.toEqual(worth);
  });

  it('takes two and a half minutes for a topic, and half a minute for a card', () => {
    const items = dueItems(stand(learnt('a'), learnt('b')), day(2));
    expect(names(items).split(' ').toSorted()).toEqual(['a', 'a/k', 'a/l', 'b']);
    expect(minutesFor(items)).toBe(6);
    expect(minutesFor([])).toBe(0);
  });
});

describe('what could be reviewed ahead', () => {
  it.each<[what: string, Happening[], days: number, items: string]>([
    ['nothing of today', [learnt('b')], 0, ''],
    ['what is not due', [learnt('b')], 1, 'b'],
    ['nothing that is', [learnt('b')], 2, ''],
    [
      'the least remembered first',
      [on(0, marked('b')), learnt('d'), on(2, reviewed('d', 'good'))],
      5,
      'b d',
    ],
  ])('%s', (_, happenings, days, items) => {
    expect(names(aheadItems(stand(...happenings), day(days)))).toBe(items);
  });
});

it.each<[what: string, Happening[], weakest: string | undefined]>([
  ['none, where nothing is remembered', [], undefined],
  ['the only one', [learnt('b')], 'b'],
  ['the one that is remembered least', [learnt('a'), on(5, marked('b'))], 'a'],
  ['also where it was learnt later', [on(0, marked('a')), on(2, mastered('b', 'hard'))], 'b'],
  ['not what it does not stand on', [learnt('d'), on(5, marked('b'))], 'b'],
])('what a topic stands on: %s', (_, happenings, weakest) => {
  const c = curriculum.topics[2];
  const found = c && weakestPrerequisite(stand(...happenings), c, day(9));
  expect(found?.topic.id).toBe(weakest);
  expect(found?.card).toBeUndefined();
});

describe('the days to come', () => {
  // B is due on day 2, D on day 7; A, with its cards, on day 3.
  const standing = stand(learnt('b'), on(0, marked('d')), learnt('a', 1));

  it.each<[today: number, counts: number[]]>([
    [0, [0, 0, 1, 1, 0, 0, 0, 1]],
    [2, [1, 1, 0, 0, 0, 1, 0, 0]],
    // What is overdue is due today; a topic counts once, whatever of it is due.
    [4, [2, 0, 0, 1, 0, 0, 0, 0]],
  ])('from day %i on: %j', (today, counts) => {
    expect(forecast(standing, day(today), 8)).toEqual(counts);
  });

  it.each<[today: number, next: number | undefined]>([
    [0, 2],
    [2, 3],
    [3, 7],
    [7, undefined],
  ])('after day %i comes %s', (today, next) => {
    expect(nextDueDay(standing, day(today))).toBe(next === undefined ? undefined : startDay + next);
  });

  it('the coming week, without today', () => {
    expect(comingDue(standing, day(2))).toEqual([
      { day: day(3), topics: 1 },
      { day: day(7), topics: 1 },
    ]);
    expect(comingDue(stand(), day(2))).toEqual([]);
  });
});
