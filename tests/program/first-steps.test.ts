import { describe, expect, it } from 'vitest';
import { shipped } from '../support/curriculum.ts';
import { newLearner } from '../support/program.ts';

describe('a newcomer', () => {
  it('is told the first topic and why', async () => {
    const { run } = newLearner();
    const { status, stdout } = await run('next');
    expect(status).toBe(0);
    expect(stdout).toContain('Python core');
    expect(stdout).toMatch(/Why now\s+It is the first topic of the sequence and needs nothing/);
  });

  it('is told the second one after marking the first, and why', async () => {
    const { run } = newLearner();
    await run('done', 'python-core');
    const { topic, rule, reason, inputs, runnersUp } = JSON.parse(
      (await run('next', '--json')).stdout,
    );
    expect(topic).toMatchObject({ id: 'python-projects-and-environments', state: 'open' });
    expect(rule).toBe('new');
    expect(reason).toMatch(/^You finished Python core; .* need it\.$/);
    expect(inputs).toMatchObject({ finished: ['python-core'], skipped: [] });
    expect(runnersUp.map(({ id }: { id: string }) => id)).toEqual([
      'git-snapshots',
      'unit-testing',
      'sql-relational-databases',
    ]);
  });

  it('sees the whole sequence: 3 phases, 11 steps, 73 topics, 204 hours', async () => {
    const { run } = newLearner();
    const { phases, tally } = JSON.parse((await run('roadmap', '--json')).stdout);
    const steps = phases.flatMap((phase: { steps: object[] }) => phase.steps);
    const topics = steps.flatMap((step: { topics: object[] }) => step.topics);
    expect([phases.length, steps.length, topics.length]).toEqual([3, 11, 73]);
    expect(topics.reduce((sum: number, { hours }: { hours: number }) => sum + hours, 0)).toBe(204);
    expect(tally).toMatchObject({ topics: 73, done: 0, hours: 204 });
    expect(topics.filter(({ isNext }: { isNext: boolean }) => isNext)).toHaveLength(1);
  });

  it('takes back the last mark, and puts it back', async () => {
    const { run } = newLearner();
    await run('done', 'python-core');
    await run('done', 'git-snapshots');
    expect((await run('undo')).stdout).toContain('Undone: marked git-snapshots');
    expect((await run('status', '--short')).stdout).toContain('mlops 1/73');
    expect((await run('redo')).stdout).toContain('Redone: marked git-snapshots');
    expect((await run('status', '--short')).stdout).toContain('mlops 2/73');
    await run('undo', '2');
    expect((await run('status', '--short')).stdout).toContain('mlops 0/73');
  });

  it('walks the author’s order by doing what next says, 73 of 73', async () => {
    const { run } = newLearner();
    const walked: string[] = [];
    for (;;) {
      const next = JSON.parse((await run('next', '--json')).stdout);
      if (next.rule === 'finished') break;
      walked.push(next.topic.id);
      expect((await run('done', next.topic.id)).status).toBe(0);
    }
    expect(walked).toEqual(shipped.curriculum.topics.map(({ id }) => id));
    expect(JSON.parse((await run('status', '--json')).stdout).tally.done).toBe(73);
  }, 120_000);
});
