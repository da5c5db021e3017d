import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldProgress } from '../../../src/core/progress/progress.ts';
import { stand, type TopicState, tally } from '../../../src/core/progress/standing.ts';
import { curriculumOf } from '../../support/curriculum.ts';
import { anyRows } from '../../support/graph.ts';
import { sequence } from '../../support/sequence.ts';
import {
  eventsOf,
  type Happening,
  marked,
  reopened,
  skipped,
  standingOf,
  started,
} from '../../support/standing.ts';

const chain = curriculumOf({ a: [], b: ['a'], c: ['b'] });

const answered: Happening = {
  ...{ kind: 'question-answered', topic: 'a', question: 'q', attempt: 1 },
  ...{ result: 'right', hint: false, seconds: 1 },
};

describe('the state of a topic', () => {
  it.each<[what: string, happenings: Happening[], states: TopicState[]]>([
    ['at first', [], ['open', 'locked', 'locked']],
    ['started', [started('a')], ['started', 'locked', 'locked']],
    ['only answered', [answered], ['open', 'locked', 'locked']],
    ['done: it unlocks the next one only', [marked('a')], ['done', 'open', 'locked']],
    ['skipped: it unlocks as well', [skipped('a')], ['skipped', 'open', 'locked']],
    ['done and started again', [marked('a'), started('a')], ['done', 'open', 'locked']],
    ['started before it is open', [started('c')], ['open', 'locked', 'started']],
    ['done before it is open', [marked('c')], ['open', 'locked', 'done']],
    ['done in the middle', [marked('b')], ['open', 'done', 'open']],
    ['reopened', [marked('a'), reopened('a')], ['open', 'locked', 'locked']],
    [
      'reopened under a topic that is done',
      [marked('a'), marked('b'), reopened('a')],
      ['open', 'done', 'open'],
    ],
    ['of a topic that is no more', [marked('z')], ['open', 'locked', 'locked']],
  ])('%s', (_, happenings, states) => {
    const standing = standingOf(chain, happenings);
    expect(chain.topics.map((topic) => standing.state(topic))).toEqual(states);
  });

  it('of the names of what every object has', () => {
    const names = curriculumOf({ constructor: [], 'to-string': ['constructor'] });
    const standing = standingOf(names, [skipped('constructor')]);
    expect(names.topics.map((topic) => standing.state(topic))).toEqual(['skipped', 'open']);
  });
});

it('the prerequisites in the way are those without a mark, in the order of the author', () => {
  const curriculum = curriculumOf({ a: [], b: [], c: [], d: [], all: ['d', 'b', 'a', 'c'] });
  const standing = standingOf(curriculum, [marked('b'), started('c')]);
  const [all] = curriculum.topics.slice(-1);
  expect(all && standing.missing(all).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  expect([...standing.satisfied]).toEqual([0, 1, 0, 0, 0]);
});

it('a topic without marks is locked exactly while something is in the way', () => {
  const marks = fc.array(
    fc.constantFrom<'done' | 'skipped' | undefined>('done', 'skipped', undefined),
    {
      minLength: 8,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(anyRows(), marks, (rows, wanted) => {
      const id = (place: number) => `t${place}`;
      const curriculum = curriculumOf(
        Object.fromEntries(rows.map((row, place) => [id(place), row.map(id)])),
      );
      const standing = standingOf(
        curriculum,
        rows.flatMap((_, place) => {
          const mark = wanted[place];
          if (mark === undefined) return [];
          return [mark === 'done' ? marked(id(place)) : skipped(id(place))];
        }),
      );
      rows.forEach((row, place) => {
        const topic = curriculum.topics[place];
        const isFree = row.every((other) => wanted[other] !== undefined);
        expect(topic && standing.state(topic)).toBe(wanted[place] ?? (isFree ? 'open' : 'locked'));
        expect(topic && standing.missing(topic).length === 0).toBe(isFree);
      });
    }),
  );
});

describe('how much is behind the learner', () => {
  it.each<[what: string, happenings: Happening[], expected: object]>([
    ['nothing', [], { topics: 5, done: 0, skipped: 0, hours: 9.8, hoursDone: 0 }],
    ['started: nothing yet', [started('pandas')], { topics: 5, done: 0, hoursDone: 0 }],
    [
      'done',
      [marked('pandas'), marked('cicd')],
      { topics: 5, done: 2, hours: 9.8, hoursDone: 5.5 },
    ],
    [
      'skipped: left out of the whole',
      [skipped('cicd')],
      { topics: 4, done: 0, skipped: 1, hours: 6.8 },
    ],
    ['a topic that is no more', [marked('svn')], { topics: 5, done: 0 }],
  ])('%s', (_, happenings, expected) => {
    const found = tally(standingOf(sequence, happenings), sequence.topics);
    const rounded = { ...found, hours: Math.round(found.hours * 100) / 100 };
    expect(rounded).toMatchObject(expected);
  });

  it('of some topics: only they are counted', () => {
    const standing = standingOf(sequence, [marked('pandas'), skipped('git-snapshots')]);
    const some = sequence.topics.slice(1, 3);
    expect(tally(standing, some)).toEqual({
      ...{ topics: 1, done: 1, skipped: 1, hours: 2.5, hoursDone: 2.5 },
    });
    expect(tally(standing, [])).toEqual({ topics: 0, done: 0, skipped: 0, hours: 0, hoursDone: 0 });
  });

  // Reported: 0.30000000000000004, which the roadmap in Markdown prints as it is.
  it('sums hours up without the noise of binary fractions', () => {
    const standing = standingOf(sequence, [marked('python-core'), marked('git-snapshots')]);
    expect(tally(standing, sequence.topics.slice(0, 2)).hoursDone).toBe(0.3);
  });
});

it('a mark survives what the curriculum does to its topic', () => {
  const old = eventsOf([marked('old')], { curriculum: 'small' });
  const known = foldProgress(old, 'small', (id) => (id === 'old' ? ['b'] : [id]));
  const standing = stand(chain, known);
  expect(chain.topics.map((topic) => standing.state(topic))).toEqual(['open', 'done', 'open']);
});
