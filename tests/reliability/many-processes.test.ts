import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/curriculum.ts';
import { journalLines } from '../support/journal.ts';
import { newLearner } from '../support/program.ts';

const torture = process.env['MLOPS_PATH_TORTURE'] !== undefined;
const [processes, marks] = torture ? [50, 20] : [20, 3];

/** A curriculum with a topic for each mark, none of which requires another. */
function manyTopics(count: number): string {
  const topics = Array.from({ length: count }, (_, i) => {
    const fields = `title: Topic ${i}, hours: 1, why: It counts., requires: []`;
    return `          - {id: t-${i}, ${fields}, outcomes: [{id: do-it, can: do it}]}`;
  });
  return `format: 1
id: many
title: Many
version: 1.0.0
language: en
about: A topic for each mark.
phases:
  - {id: phase, title: Phase, focus: All., why: It is there., steps: [
      {id: step, title: Step, why: It is there., builds_on: [], topics: [
${topics.join(',\n').replaceAll('- {', '{')}
      ]}]}
`;
}

describe('many processes at once', () => {
  it(`keeps ${processes * marks} of ${processes * marks} marks of ${processes} processes, none twice`, async () => {
    const curriculum = folderWith({ 'many.yaml': manyTopics(processes * marks) });
    const { home, run } = newLearner({ MLOPS_PATH_CURRICULUM: `${curriculum}/many.yaml` });
    // Without the fixed clock of other tests: the processes have the machine's, as in life.
    await run('status', '--short');

    const failures: string[] = [];
    const worker = async (first: number): Promise<void> => {
      for (let i = 0; i < marks; i++) {
        const { status, stderr } = await run('done', `t-${first * marks + i}`);
        if (status !== 0) failures.push(stderr);
      }
    };
    await Promise.all(Array.from({ length: processes }, (_, i) => worker(i)));

    expect(failures).toEqual([]);
    const events = journalLines(home).map((line) => JSON.parse(line));
    expect(events).toHaveLength(processes * marks);
    expect(new Set(events.map(({ id }) => id)).size).toBe(processes * marks);
    expect(new Set(events.map(({ device }) => device)).size).toBe(1);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    const { tally } = JSON.parse((await run('status', '--json')).stdout);
    expect(tally.done).toBe(processes * marks);
  }, 900_000);
});
