import { describe, expect, it } from 'vitest';
import { achievementOf, describeAchievement } from '../../../src/core/progress/achievement.ts';
import { curriculumOf } from '../../support/curriculum.ts';
import {
  type Happening,
  instant,
  marked,
  skipped,
  standingOf,
  started,
} from '../../support/standing.ts';

const small = curriculumOf({ a: [], b: [] });
const now = instant('2026-11-30T12:00:00+01:00');

const answered: Happening = {
  ...{ kind: 'question-answered', topic: 'a', question: 'q', attempt: 1, result: 'right' },
  ...{ hint: false, seconds: 30, at: '2026-11-20T08:05:00+01:00' },
};

describe('what was achieved', () => {
  it.each<[what: string, happenings: Happening[], sentences: string[]]>([
    [
      'by nobody yet',
      [],
      ['2 topics: 2 open.', 'Nothing was begun yet; the author reckons 2 h for what is open.'],
    ],
    // Answers to a topic that is still open were said to be of a time when nothing was begun.
    [
      'by one who has begun',
      [{ ...started('a'), at: '2026-11-20T08:00:00+01:00' }, answered],
      [
        '2 topics: 2 open.',
        '1 of 1 answer right.',
        'On 20 Nov; the author reckons 2 h for what is open.',
      ],
    ],
    // `quiz` asks about a topic without opening it.
    [
      'by one who only tried its questions',
      [answered],
      ['2 topics: 2 open.', '1 of 1 answer right.', 'The author reckons 2 h for what is open.'],
    ],
    [
      'by one who has begun, and wants none of it',
      [started('a'), skipped('a'), skipped('b')],
      ['2 topics: 2 skipped.'],
    ],
    [
      'by one who skips some of it',
      [skipped('a')],
      [
        '2 topics: 1 skipped and 1 open.',
        'Nothing was begun yet; the author reckons 1 h for what is open.',
      ],
    ],
    [
      'by one who has begun and gone on',
      [
        { ...started('a'), at: '2026-11-20T08:00:00+01:00' },
        { ...started('b'), at: '2026-11-21T08:00:00+01:00' },
      ],
      ['2 topics: 2 open.', 'From 20 Nov to 21 Nov; the author reckons 2 h for what is open.'],
    ],
    [
      'by one who knew it',
      [
        { ...marked('a'), at: '2025-11-20T08:00:00+01:00' },
        { ...skipped('b'), at: '2026-11-22T08:00:00+01:00' },
      ],
      [
        '2 topics: 1 marked on your word and 1 skipped.',
        'On 20 Nov 2025; the author reckons 1 h for what is done.',
      ],
    ],
  ])('%s', (_, happenings, sentences) => {
    const achievement = achievementOf(standingOf(small, happenings), small.topics);
    expect(describeAchievement(achievement, now)).toEqual(sentences);
  });

  it('is told to others as such, and with the year', () => {
    const done = [{ ...marked('a'), at: '2026-11-20T08:00:00+01:00' }];
    const achievement = achievementOf(standingOf(small, done), small.topics);
    expect(describeAchievement(achievement).join(' ')).toBe(
      "2 topics: 1 marked on the learner's word and 1 open. On 20 Nov 2026; the author reckons 1 h for what is done.",
    );
  });
});
