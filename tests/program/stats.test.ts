import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/core/journal/event.ts';
import { eventOf, writeJournal } from '../support/journal.ts';
import { newLearner } from '../support/program.ts';
import { openScreen } from '../support/screen.ts';

const answered: Fact = {
  ...{ kind: 'question-answered', topic: 'python-core', question: 'q', attempt: 1 },
  ...{ result: 'right', hint: false, seconds: 90 },
};
const mastered: Fact = { kind: 'topic-done', topic: 'python-core', how: 'mastered' };
const reviewed: Fact = {
  ...{ kind: 'topic-reviewed', topic: 'python-core', grade: 'good', recall: 0.9 },
  ...{ credits: [], recheck: [], algorithm: 'a' },
};

/** A visit three days ago, a review yesterday. */
function learnerWithHistory() {
  const learner = newLearner();
  const at = (day: number, minute: number) => `2026-11-${day}T18:${minute}:00.000+01:00`;
  writeJournal(learner.home, 'laptop', [
    eventOf({ kind: 'topic-started', topic: 'python-core' }, { seq: 1, at: at(20, 10) }),
    eventOf({ kind: 'lesson-read', topic: 'python-core' }, { seq: 2, at: at(20, 30) }),
    eventOf(answered, { seq: 3, at: at(20, 32) }),
    eventOf(mastered, { seq: 4, at: at(20, 32) }),
    eventOf(answered, { seq: 5, at: at(22, 10), action: 'review' }),
    eventOf(reviewed, { seq: 6, at: at(22, 10), action: 'review' }),
  ]);
  return learner;
}

describe('stats', () => {
  it('says where to begin when nothing has happened', async () => {
    const { run } = newLearner();
    expect((await run('stats')).stdout).toContain(
      'nothing has happened yet.\nStart with: mlops-path next\n',
    );
    expect((await run('stats', 'git-snapshots')).stdout).toContain(
      'mlops-path learn git-snapshots',
    );
  });

  it('prints what was done, without changing anything', async () => {
    const { run } = learnerWithHistory();
    const { stdout, status } = await run('stats');
    expect(status).toBe(0);
    expect(stdout).toMatch(/ {2}today +7 days +30 days +all\n/);
    expect(stdout).toMatch(/Time +0 min +3 min +3 min +3 min\n/);
    expect(stdout).toMatch(/Answers right +0 +2 of 2 +2 of 2 +2 of 2\n/);
    expect(stdout).toContain('1 of 1 passed: true retention 100 %, predicted 90 %.');
    expect(stdout).toContain('99 are missing');
    expect(stdout).toContain('Topics due for review in the coming 14 days');
    expect((await run('log')).stdout).not.toContain('stats');
  });

  it('says everything in words in plain mode', async () => {
    const { run } = learnerWithHistory();
    const { stdout } = await run('--plain', 'stats');
    expect(stdout).toContain('Today: nothing.\n');
    expect(stdout).toContain('7 days: 3 min, 1 topic done, 2 of 2 answers right and 1 of 1 review');
    expect(stdout).toMatch(/^Due in the coming 14 days: 1 topic in \d+ days/m);
    expect(stdout).not.toMatch(/[─█░·]/);
  });

  it('is about a scope when it is given one', async () => {
    const { run } = learnerWithHistory();
    const of = async (...words: string[]) =>
      JSON.parse((await run('stats', ...words, '--json')).stdout);
    expect(await of('beginner')).toMatchObject({ scope: 'beginner', streak: { days: 2, all: 2 } });
    expect(await of('advanced')).toMatchObject({
      ...{ scope: 'advanced', streak: { days: 0, all: 0 } },
      recall: { topics: 0, predicted: null },
    });
    expect((await run('stats', 'beginer')).stderr).toContain('Did you mean beginner?');
  });

  it('shows nothing of what was undone', async () => {
    const { run } = learnerWithHistory();
    const before = (await run('stats', '--json')).stdout;
    await run('done', 'git-snapshots');
    expect((await run('stats', '--json')).stdout).not.toBe(before);
    await run('undo');
    expect((await run('stats', '--json')).stdout).toBe(before);
  });

  it.each([80, 40])('fits on a screen of %i columns', async (columns) => {
    const { home } = learnerWithHistory();
    const screen = openScreen(home, ['stats'], { columns, rows: 60 });
    expect(await screen.exit()).toBe(0);
    const lines = screen.history().split('\n');
    expect(screen.history()).toContain('true retention');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
    expect(screen.history()).toMatch(/today +·/);
  });
});
