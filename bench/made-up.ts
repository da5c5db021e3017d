import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shuffled } from '../src/core/questions/shuffle.ts';
import { temporaryFolder } from './program.ts';

/** For each topic the topics that it requires. */
export type Rows = readonly (readonly number[])[];

/**
 * Requirements without a circle, as a careless author writes them: in no order. The same ones every
 * time.
 *
 * @param each how many a topic requires, apart from the first few.
 */
export function requirements(topics: number, each: number): Rows {
  const order = shuffled(topics, 'order');
  const draws = Array.from({ length: each }, (_, i) => shuffled(topics, `draw ${i}`));
  const rows: number[][] = Array.from({ length: topics }, () => []);
  for (const [turn, topic] of order.entries()) {
    const earlier = draws.map((draw) => order[(draw[turn] as number) % turn] as number);
    if (turn > 0) rows[topic] = [...new Set(earlier)];
  }
  return rows;
}

/** A curriculum in one file, with so many topics. @returns where it is. */
export function madeUpCurriculum(topics: number): string {
  const file = join(temporaryFolder(), 'curriculum.yaml');
  writeFileSync(file, curriculumText(topics));
  return file;
}

/** With the fields that every topic must have. */
function curriculumText(topics: number): string {
  const lines = [
    ...['format: 1', 'id: made-up', 'title: Made up', 'version: 1.0.0', 'language: en'],
    ...['about: As many topics as were asked for.', 'phases:', '  - id: phase'],
    ...['    title: Phase', '    focus: Focus.', '    why: Why.', '    steps:'],
  ];
  for (let topic = 0; topic < topics; topic++) {
    if (topic % 50 === 0) lines.push(...stepLines(topic / 50));
    lines.push(...topicLines(topic));
  }
  return `${lines.join('\n')}\n`;
}

function stepLines(step: number): string[] {
  return [
    `      - id: step-${step}`,
    `        title: Step ${step}`,
    '        why: It comes here.',
    '        builds_on: []',
    '        topics:',
  ];
}

function topicLines(topic: number): string[] {
  const earlier = [1, 7, 31].map((far) => topic - far).filter((other) => other >= 0);
  return [
    `          - id: topic-${topic}`,
    `            title: "Topic ${topic}: what it is called"`,
    '            hours: 1.5',
    '            why: It says in a sentence what it gives the learner at this place.',
    `            requires: [${earlier.map((other) => `topic-${other}`).join(', ')}]`,
    '            outcomes:',
    '              - {id: do-it, can: do what is learned here}',
  ];
}
