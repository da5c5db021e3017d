import { describe, expect, it } from 'vitest';
import { buildRoadmap, type RoadmapTopic } from '../../../src/core/roadmap/roadmap.ts';
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

const roadmapOf = (happenings: readonly Happening[], scope = sequence.topics) =>
  buildRoadmap(standingOf(sequence, happenings), now, scope);

const topicsOf = (happenings: readonly Happening[], scope = sequence.topics) =>
  roadmapOf(happenings, scope).phases.flatMap((phase) =>
    phase.steps.flatMap((step) => step.topics),
  );

const brief = ({ id, state, isNext, missing }: RoadmapTopic) =>
  [id, state, isNext && 'next', ...missing.map((topic) => topic.id)].filter(Boolean).join(' ');

it.each<[what: string, happenings: Happening[], expected: string[]]>([
  [
    'of a new learner',
    [],
    [
      ...['python-core open next', 'git-snapshots open', 'pandas locked python-core'],
      ...['cicd locked git-snapshots pandas', 'github-actions locked cicd'],
    ],
  ],
  [
    'of one on the way',
    [marked('python-core'), skipped('git-snapshots'), started('github-actions')],
    [
      ...['python-core done', 'git-snapshots skipped', 'pandas open', 'cicd locked pandas'],
      'github-actions started next',
    ],
  ],
  [
    'of one who is finished',
    sequence.topics.map(({ id }) => marked(id)),
    sequence.topics.map(({ id }) => `${id} done`),
  ],
])('the topics %s', (_, happenings, expected) => {
  expect(topicsOf(happenings).map(brief)).toEqual(expected);
});

it('says how and when a topic was marked', () => {
  const at = '2026-11-20T08:00:00+01:00';
  const [core, git, pandas] = topicsOf([
    { kind: 'topic-done', topic: 'python-core', how: 'mastered', at },
    { ...skipped('git-snapshots'), at },
    started('pandas'),
  ]);
  expect(core).toMatchObject({ how: 'mastered', at: instant(at) });
  expect(git).toMatchObject({ how: undefined, at: instant(at) });
  expect(pandas).toMatchObject({ how: undefined, at: undefined });
});

it('counts phases, steps and the whole', () => {
  const roadmap = roadmapOf([marked('pandas'), skipped('git-snapshots')]);
  expect(roadmap.tally).toMatchObject({ topics: 4, done: 1, skipped: 1, hoursDone: 2.5 });
  expect(roadmap.phases.map(({ id, tally }) => [id, tally.done, tally.topics])).toEqual([
    ['beginner', 1, 2],
    ['advanced', 0, 2],
  ]);
  const steps = roadmap.phases.flatMap((phase) => phase.steps);
  expect(steps.map(({ number, tally, buildsOn }) => [number, tally.done, ...buildsOn])).toEqual([
    [1, 0],
    [2, 1, 1],
    [3, 0, 1, 2],
  ]);
});

describe('of a part', () => {
  const [, , pandas] = sequence.topics;
  const part = roadmapOf([marked('python-core')], pandas ? [pandas] : []);

  it('only its topics are shown, and nothing that is empty', () => {
    expect(part.phases.map(({ id }) => id)).toEqual(['beginner']);
    expect(part.phases[0]?.steps.map(({ id, topics }) => [id, topics.length])).toEqual([
      ['data', 1],
    ]);
  });

  it('the counts are still those of whole steps, phases and the sequence', () => {
    expect(part.tally).toMatchObject({ topics: 5, done: 1 });
    expect(part.phases[0]?.tally).toMatchObject({ topics: 3, done: 1 });
  });

  it('next is next, in sight or not', () => {
    expect(topicsOf([], pandas ? [pandas] : []).some(({ isNext }) => isNext)).toBe(false);
  });
});
