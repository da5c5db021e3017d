import { expect, it } from 'vitest';
import { buildCurriculum, findTopic, topicAt } from '../../../src/core/curriculum/curriculum.ts';
import { sequence, sequenceData } from '../../support/sequence.ts';

it('numbers steps and topics through the whole sequence, from 1', () => {
  expect(sequence.steps.map(({ id, number }) => `${number} ${id}`)).toEqual([
    ...['1 programming', '2 data', '3 delivery'],
  ]);
  expect(sequence.topics.map(({ id, number }) => `${number} ${id}`)).toEqual([
    ...['1 python-core', '2 git-snapshots', '3 pandas', '4 cicd', '5 github-actions'],
  ]);
});

it('links phases, steps and topics both ways', () => {
  for (const phase of sequence.phases) {
    for (const step of phase.steps) {
      expect(step.phase).toBe(phase);
      expect(sequence.steps[step.number - 1]).toBe(step);
      for (const topic of step.topics) {
        expect(topic.step).toBe(step);
        expect(sequence.topics[topic.number - 1]).toBe(topic);
      }
    }
  }
  expect(sequence.phases.flatMap(({ steps }) => steps)).toEqual(sequence.steps);
  expect(sequence.steps.flatMap(({ topics }) => topics)).toEqual(sequence.topics);
});

it('gives requirements as ids, and the same ones as edges', () => {
  expect(sequence.topics.map(({ requires }) => requires)).toEqual([
    ...[[], [], ['python-core'], ['git-snapshots', 'pandas'], ['cicd']],
  ]);
  const { starts, targets } = sequence.graph.requires;
  const edges = sequence.topics.map((_, i) => [...targets.slice(starts[i], starts[i + 1])]);
  expect(edges).toEqual([[], [], [0], [1, 2], [3]]);
});

it('finds a topic by its id or its place', () => {
  expect(findTopic(sequence, 'cicd')).toBe(topicAt(sequence, 3));
  expect(findTopic(sequence, 'nowhere')).toBeUndefined();
  expect(findTopic(sequence, 'constructor')).toBeUndefined();
});

it('keeps what the page says of steps, and what was renamed', () => {
  expect(sequence.steps[0]).toMatchObject({ buildsOn: [], buildsOnHow: 'Nothing.' });
  expect(sequence.steps[1]).toMatchObject({ buildsOn: ['programming'], buildsOnHow: undefined });
  expect(sequence).toMatchObject({ renamed: { git: ['git-snapshots'] }, retired: ['svn'] });
});

it('is the same from data that was stored as JSON', () => {
  const stored = buildCurriculum(JSON.parse(JSON.stringify(sequenceData)));
  expect(stored.topics.map(({ step, ...topic }) => ({ ...topic, step: step.id }))).toEqual(
    sequence.topics.map(({ step, ...topic }) => ({ ...topic, step: step.id })),
  );
});

it('builds 100,000 topics', () => {
  const topics = Array.from({ length: 100_000 }, (_, i) => {
    return { id: `t${i}`, title: `T ${i}`, hours: 1, requires: i === 0 ? [] : [i - 1] };
  });
  const step = { id: 's', title: 'S', why: 'W', buildsOn: [], topics };
  const phase = { id: 'p', title: 'P', focus: 'F', why: 'W', steps: [step] };
  const built = buildCurriculum({ ...sequenceData, phases: [phase] });
  expect(findTopic(built, 't99999')).toMatchObject({ number: 100_000, requires: ['t99998'] });
});
