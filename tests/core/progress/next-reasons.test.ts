import { expect, it } from 'vitest';
import type { Curriculum } from '../../../src/core/curriculum/curriculum.ts';
import {
  chooseNext,
  explainChoice,
  reasonInputs,
  shortTitle,
} from '../../../src/core/progress/next.ts';
import { curriculumOf } from '../../support/curriculum.ts';
import { sequence } from '../../support/sequence.ts';
import {
  type Happening,
  instant,
  marked,
  skipped,
  standingOf,
  started,
} from '../../support/standing.ts';

const now = instant('2026-11-23T12:00:00+01:00');

const diamond = curriculumOf({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'], e: ['d'], f: [] });

it.each<[curriculum: Curriculum, happenings: Happening[], sentence: string]>([
  [
    diamond,
    [],
    'It is the first topic of the sequence and needs nothing; Topic b, Topic c and 2 more need it.',
  ],
  [diamond, [marked('a')], 'You finished Topic a; Topic d and 1 more need it.'],
  [
    diamond,
    [marked('a'), skipped('b'), marked('c')],
    'You finished Topic c and skipped Topic b; Topic e needs it.',
  ],
  [
    diamond,
    [skipped('a'), skipped('b'), skipped('c'), marked('d'), marked('e')],
    'It comes next in the sequence and needs nothing; no other topic needs it.',
  ],
  [
    diamond,
    [started('d')],
    'You have started it, and what is begun is finished first; Topic e needs it.',
  ],
  [diamond, [...'abcdef'].map(marked), 'Every topic is done: nothing is left in this curriculum.'],
  [
    diamond,
    [skipped('f'), ...[...'abcde'].map(marked)],
    'Every topic is done or skipped: nothing is left in this curriculum.',
  ],
  [
    sequence,
    [],
    'It is the first topic of the sequence and needs nothing; Python tables with `pandas` and 2 more need it.',
  ],
  [
    sequence,
    ['python-core', 'git-snapshots'].map(marked),
    'You finished Python core; CI/CD for models and 1 more need it.',
  ],
])('in %#: %j: %s', (curriculum, happenings, sentence) => {
  const standing = standingOf(curriculum, happenings);
  expect(explainChoice(standing, chooseNext(standing, now))).toBe(sentence);
});

it('gives what the sentence is made of', () => {
  const standing = standingOf(diamond, [marked('b'), skipped('c')]);
  const [, , , d] = diamond.topics;
  const { finished, skipped: left, unlocks, neededBy } = reasonInputs(standing, d ?? fail());
  const ids = (topics: readonly { id: string }[]) => topics.map(({ id }) => id);
  expect([ids(finished), ids(left), ids(unlocks), neededBy]).toEqual([['b'], ['c'], ['e'], 1]);
});

it.each([
  ['Git snapshots: stage, commit', 'Git snapshots'],
  ['Plain', 'Plain'],
  ['A: b: c', 'A'],
])('%s is %s in a sentence', (title, short) => {
  expect(shortTitle({ title })).toBe(short);
});

function fail(): never {
  throw new Error('The curriculum of this test has no such topic.');
}
