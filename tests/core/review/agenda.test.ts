import { describe, expect, it } from 'vitest';
import {
  agendaOf,
  describeDue,
  explainAgenda,
  reviewsADay,
} from '../../../src/core/review/agenda.ts';
import { curriculumOf } from '../../support/curriculum.ts';
import {
  cardReviewed,
  daysAfter,
  type Happening,
  instant,
  marked,
  mastered,
  reviewed,
  standingOf,
  started,
} from '../../support/standing.ts';

const start = '2026-11-23T10:00:00.000+01:00';
const on = (days: number, happening: Happening): Happening => ({
  ...happening,
  at: daysAfter(start, days),
});
const at = (days: number) => instant(daysAfter(start, days));

// C stands on A and B, and comes next once they are learnt; D and E stand alone.
const curriculum = curriculumOf(
  { a: [], b: ['a'], d: [], c: ['a', 'b'], e: [] },
  { d: { cards: ['k'] } },
);
const learnt = (id: string, days = 0) => on(days, mastered(id, 'good'));
const aside = (id: string, days: number) => on(days, { kind: 'topic-put-aside', topic: id });
const enough = (days: number) =>
  Array.from({ length: reviewsADay }, () => on(days, cardReviewed('d', 'k', 'good')));
/** Reviewed once: due on day 13, and not before. */
const fresh = (id: string) => [learnt(id), on(2, reviewed(id, 'good'))];
const base = [...fresh('a'), ...fresh('b')];

describe('what to do now: the first rule that fires', () => {
  it.each<
    [
      what: string,
      Happening[],
      days: number,
      rule: string,
      first: string | undefined,
      then: string | undefined,
    ]
  >([
    ['nothing is known: the first topic', [], 0, 'new', undefined, 'a'],
    ['nothing is due: learn on', base, 3, 'new', undefined, 'd'],
    [
      'finish what was begun, whatever is due',
      [learnt('a'), learnt('b'), on(1, started('d'))],
      9,
      'resume',
      undefined,
      'd',
    ],
    [
      'not what was begun two weeks ago',
      [...base, on(0, started('e')), learnt('d')],
      15,
      'blocking-review',
      'a',
      'c',
    ],
    ['what the next topic stands on', [...base, learnt('d')], 13, 'blocking-review', 'a', 'c'],
    [
      'that comes before what is worth more',
      [...base, learnt('d', 8)],
      13,
      'blocking-review',
      'a',
      'c',
    ],
    [
      'what is due, though the next does not need it',
      [...base, learnt('d', 3)],
      5,
      'review',
      'd',
      'c',
    ],
    [
      'what the next needs indirectly is due like any other',
      [learnt('d'), learnt('a')],
      2,
      'blocking-review',
      'a',
      'b',
    ],
    [
      'enough for today: learn on',
      [...base, learnt('d', 3), ...enough(3), on(5, reviewed('a', 'good')), ...enough(5)],
      5,
      'new',
      undefined,
      'c',
    ],
    ['enough was yesterday', [...base, learnt('d', 3), ...enough(4)], 5, 'review', 'd', 'c'],
    [
      'one less is not enough',
      [...base, learnt('d', 3), ...enough(5).slice(1)],
      5,
      'review',
      'd',
      'c',
    ],
    [
      'enough, but the next stands on it',
      [...base, learnt('d', 3), ...enough(13)],
      13,
      'blocking-review',
      'a',
      'c',
    ],
    [
      'enough, but nothing else is left',
      [...base, ...['d', 'c', 'e'].map((id) => learnt(id, 3)), ...enough(5)],
      5,
      'review',
      'd',
      undefined,
    ],
    [
      'put aside today: another one',
      [...base, learnt('d', 4), aside('c', 5)],
      5,
      'new',
      undefined,
      'e',
    ],
    [
      'put aside yesterday: taken up again',
      [...base, learnt('d', 4), aside('c', 4)],
      5,
      'new',
      undefined,
      'c',
    ],
    [
      'only what was put aside is left',
      [...base, learnt('d', 4), learnt('e', 4), aside('c', 5)],
      5,
      'aside',
      undefined,
      'c',
    ],
    [
      'that, and something is due',
      [...base, learnt('d', 4), learnt('e', 3), aside('c', 5)],
      5,
      'review',
      'e',
      'c',
    ],
    [
      'forgotten: to be learnt again, and not reviewed',
      [...base, learnt('d', 4), on(4, reviewed('a', 'again')), on(5, reviewed('a', 'again'))],
      5,
      'resume',
      undefined,
      'a',
    ],
    [
      'all is done, and nothing due',
      [...base, ...['d', 'c', 'e'].map((id) => learnt(id, 4))],
      5,
      'finished',
      undefined,
      undefined,
    ],
  ])('%s', (_, happenings, days, rule, first, then) => {
    const agenda = agendaOf(standingOf(curriculum, happenings), at(days));
    expect(agenda.rule).toBe(rule);
    expect('first' in agenda ? agenda.first.topic.id : undefined).toBe(first);
    expect(agenda.choice.topic?.id).toBe(then);
    if ('first' in agenda) expect(agenda.due).toContainEqual(agenda.first);
  });

  it('tells everything that is due, whatever comes first', () => {
    const happenings = [learnt('a'), learnt('b'), on(1, started('d'))];
    const { due } = agendaOf(standingOf(curriculum, happenings), at(2));
    expect(due.map(({ topic }) => topic.id).toSorted()).toEqual(['a', 'b']);
  });
});

describe('in words', () => {
  const words = (happenings: Happening[], days: number) => {
    const standing = standingOf(curriculum, happenings);
    return explainAgenda(standing, agendaOf(standing, at(days)));
  };

  it.each<[Happening[], number, string]>([
    [
      [...base, learnt('d')],
      13,
      'Predicted recall is 90 % (due at 90 %), and Topic c, which comes next, builds on it.',
    ],
    [
      [...base, learnt('d', 3)],
      5,
      'Predicted recall is 91 % (due at 90 %), and what is due comes before what is new.',
    ],
    [
      [],
      0,
      'It is the first topic of the sequence and needs nothing; Topic b and Topic c need it.',
    ],
  ])('%#', (happenings, days, text) => {
    expect(words(happenings, days)).toBe(text);
  });

  it.each<[what: string, Happening[], text: string | undefined]>([
    ['nothing', [], undefined],
    ['a topic', [learnt('a')], '1 topic is due for review (about 3 min)'],
    ['a topic and its card', [learnt('d')], '1 topic is due for review (about 3 min)'],
    ['two topics', [learnt('a'), learnt('b')], '2 topics are due for review (about 5 min)'],
    ['not what was marked a day ago', [on(1, marked('a'))], undefined],
  ])('what is due: %s', (_, happenings, text) => {
    const { due } = agendaOf(standingOf(curriculum, happenings), at(2));
    expect(describeDue(due)).toBe(text);
  });
});
