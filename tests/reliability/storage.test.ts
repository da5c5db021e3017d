import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { withLock } from '../../src/io/journal/lock.ts';
import { journalLines, pathsIn } from '../support/journal.ts';
import {
  environment,
  executable,
  newLearner,
  node,
  root,
  runProgram,
  temporaryFolder,
} from '../support/program.ts';

/** Whether this machine lets the test make a small disk of its own. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** Reading verbs go on working, whatever is wrong with the disk. */
const reading = ['next', 'status', 'roadmap', 'log', 'show', 'search'];

function argsOf(verb: string): string[] {
  return verb === 'show' ? ['show', '3'] : verb === 'search' ? ['search', 'git'] : [verb];
}

describe('a disk that takes nothing', () => {
  it.runIf(canMount)('is full: says so, and leaves nothing half-done', async () => {
    const home = temporaryFolder();
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', home]);
    onTestFinished(() => void spawnSync('umount', [home]));
    const env = environment(home);
    await runProgram(['done', '1', '2', '3', '4', '5', '--force'], env);
    const before = journalLines(home);
    // Fills the disk to the last byte: the journal's own page is full as well.
    const filler = openSync(join(home, 'filler'), 'w');
    expect(() => {
      for (;;) writeSync(filler, Buffer.alloc(512));
    }).toThrow('ENOSPC');
    closeSync(filler);
    const topics = Array.from({ length: 40 }, (_, i) => String(i + 10));
    const { status, stdout, stderr } = await runProgram(['done', ...topics, '--force'], env);
    expect(stderr).toMatch(/the\s+disk\s+is\s+full[\s\S]*nothing\s+was\s+lost/);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(journalLines(home)).toEqual(before);
    for (const verb of reading) expect((await runProgram(argsOf(verb), env)).status).toBe(0);
    rmSync(join(home, 'filler'));
    expect((await runProgram(['done', ...topics, '--force'], env)).status).toBe(0);
    expect(journalLines(home)).toHaveLength(45);
  });

  it('has a size limit: what was cut off is taken away again', async () => {
    const { home, run } = newLearner();
    for (const topic of ['1', '2', '3', '4', '5', '6', '7', '8'])
      await run('done', topic, '--force');
    const before = journalLines(home);
    // 512-byte blocks: the next line fits only in part.
    const script = 'ulimit -f 4; exec "$0" "$@"';
    const args = ['-c', script, node, executable, 'done', '9', '10', '11', '--force'];
    const { status, stderr } = spawnSync('sh', args, { env: environment(home), encoding: 'utf8' });
    expect(stderr).toMatch(/may\s+not\s+grow/);
    expect(status).toBe(1);
    expect(journalLines(home)).toEqual(before);
    expect((await run('done', '9', '--force')).status).toBe(0);
    expect(journalLines(home)).toHaveLength(9);
  });

  it.runIf(process.getuid?.() === 0)('belongs to somebody else: reading works', () => {
    // Root may write everywhere, so the program runs as nobody, from a copy that nobody can read.
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    for (const part of ['bin', 'dist', 'package.json']) {
      cpSync(join(root, part), join(folder, 'program', part), { recursive: true });
    }
    const home = join(folder, 'home');
    mkdirSync(home);
    const copy = join(folder, 'program', 'bin', 'mlops-path.cjs');
    const asNobody = (...args: string[]) =>
      spawnSync(process.execPath, [copy, ...args], {
        ...{ env: environment(home), encoding: 'utf8', uid: 65534, gid: 65534 },
      });
    for (const verb of reading) expect([verb, asNobody(...argsOf(verb)).status]).toEqual([verb, 0]);
    const { status, stderr } = asNobody('done', '1');
    expect(status).toBe(1);
    expect(stderr).toMatch(/you\s+are\s+not\s+allowed\s+to[\s\S]*MLOPS_PATH_HOME/);
    expect(asNobody('doctor').status).toBe(1);
  });

  it.runIf(process.getuid?.() !== 0)('is read-only: reading works', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    const { journal } = pathsIn(home);
    chmodSync(journal, 0o500);
    for (const verb of reading) expect((await run(...argsOf(verb))).status).toBe(0);
    const { status, stderr } = await run('done', 'git-snapshots');
    chmodSync(journal, 0o700);
    expect(status).toBe(1);
    expect(stderr).toContain('MLOPS_PATH_HOME');
  });

  it('is a file where the home should be: reading works', async () => {
    const folder = temporaryFolder();
    const home = join(folder, 'home');
    writeFileSync(home, '');
    const env = environment(home);
    for (const verb of reading) expect((await runProgram(argsOf(verb), env)).status).toBe(0);
    const { status, stderr } = await runProgram(['done', '1'], env);
    expect(status).toBe(1);
    expect(stderr).toMatch(/a\s+file,\s+not\s+a\s+folder/);
  });

  it('has no HOME at all: the program still finds a place or says why not', async () => {
    const { status } = await runProgram(['next'], { PATH: process.env['PATH'] ?? '' });
    expect(status).toBe(0);
  });
});

describe('the lock', () => {
  it('of a process that was killed is taken over', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    const { lock } = pathsIn(home);
    mkdirSync(lock);
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(`${lock}.json`, JSON.stringify({ pid: dead }));
    expect((await run('done', 'git-snapshots')).status).toBe(0);
  });

  it('of a living process is waited for, and named', async () => {
    const { home } = newLearner();
    const { lock, data } = pathsIn(home);
    mkdirSync(data, { recursive: true });
    mkdirSync(lock);
    writeFileSync(`${lock}.json`, JSON.stringify({ pid: process.pid }));
    const waits: string[] = [];
    const options = { patienceMs: 1500, onWait: (holder: string) => waits.push(holder) };
    await expect(withLock(lock, process.pid, () => 'inside', options)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    expect(waits).toEqual([`process ${process.pid}`]);
  });
});
