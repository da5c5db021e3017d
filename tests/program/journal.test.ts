import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newLearner } from '../support/program.ts';

function journalFile(home: string): string {
  const folder = join(home, 'data', 'journal');
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return join(folder, file);
}

describe('the journal', () => {
  it('is one line of JSON for each event, for the owner only', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    await run('skip', 'git-snapshots');
    const path = journalFile(home);
    const events = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events).toMatchObject([
      { v: 1, seq: 1, curriculum: 'mlops', kind: 'topic-done', topic: 'python-core' },
      { v: 1, seq: 2, curriculum: 'mlops', kind: 'topic-skipped', topic: 'git-snapshots' },
    ]);
    expect(events[0].at).toBe('2026-11-23T10:15:00.000+01:00');
    expect(events[0].device).toBe(events[1].device);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'data', 'journal')).mode & 0o777).toBe(0o700);
  });

  it('sets a damaged line aside, names it once, deletes nothing and uses the rest', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    appendFileSync(journalFile(home), '{"v":1,"id":"torn\n');
    await run('done', 'git-snapshots');
    const first = await run('status', '--short');
    const second = await run('status', '--short');
    expect(first.stdout).toContain('mlops 2/73');
    // The line was named by the command before: each is told about once.
    expect(first.stderr + second.stderr).toBe('');
    const aside = readFileSync(join(home, 'data', 'journal', 'damaged.log'), 'utf8');
    expect(aside).toContain('{\\"v\\":1,\\"id\\":\\"torn');
    expect(readFileSync(journalFile(home), 'utf8')).toContain('"torn');
  });

  it('names the damage on the screen', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    appendFileSync(journalFile(home), 'not json\n');
    const { status, stderr } = await run('next');
    expect(status).toBe(0);
    expect(stderr).toMatch(/1 line of your journal could not be read[\s\S]*line 2: it is no JSON/);
  });

  it('goes on after a line that was cut off', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    await run('done', 'git-snapshots');
    const text = readFileSync(journalFile(home), 'utf8');
    writeFileSync(journalFile(home), text.slice(0, -20));
    expect((await run('status', '--short')).stdout).toContain('mlops 1/73');
    await run('done', 'unit-testing');
    expect((await run('status', '--short')).stdout).toContain('mlops 2/73');
  });

  it('keeps what a newer version wrote, and does not trip over it', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    const [line = ''] = readFileSync(journalFile(home), 'utf8').split('\n');
    const newer = {
      ...JSON.parse(line),
      sum: undefined,
      v: 9,
      id: 'newer',
      seq: 2,
      kind: 'topic-sung',
    };
    appendFileSync(journalFile(home), `${JSON.stringify(newer)}\n`);
    const { stdout, stderr } = await run('status', '--short');
    expect(stdout).toContain('mlops 1/73');
    expect(stderr).toBe('');
    await run('done', 'git-snapshots');
    expect(readFileSync(journalFile(home), 'utf8')).toContain('topic-sung');
  });
});
