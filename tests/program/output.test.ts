import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { environment, executable, newLearner, node, temporaryFolder } from '../support/program.ts';

/** More than is written at once. */
const long = ['curriculum', 'schema', 'topic'];
const short = ['--version'];

describe('a product that goes into a file', () => {
  it.each([
    ['export'],
    ['export --format csv'],
    ['roadmap --format markdown'],
    ['certificate --format markdown'],
  ])('is what stdout would be, in folders that are made: %s', async (line) => {
    const { home, run } = newLearner();
    await run('done', '1');
    const words = line.split(' ');
    const file = join(temporaryFolder(), 'a', 'b', 'product');
    const { status, stdout, stderr } = await run(...words, '--output', file);
    expect(stderr).toMatch(/^Your [\w ]+ is in .*product\n$/);
    expect([status, stdout]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toBe((await run(...words)).stdout);
    const device = [...words, '--output', '/dev/stdout'];
    const throughDevice = spawnSync('sh', ['-c', '"$0" "$@" | cat', node, executable, ...device], {
      ...{ encoding: 'utf8', env: environment(home) },
    });
    expect(throughDevice.stdout).toBe(readFileSync(file, 'utf8'));
  });

  it.each([
    ['a disk that is full', '/dev/full', 'the disk is full'],
    ['a folder', '/tmp', 'it is a folder'],
    ['a file that should be a folder', '/etc/passwd/a', 'a file is where a folder should be'],
    [
      'a file that should be a folder, further up',
      '/etc/passwd/a/b',
      'a part of the path is a file',
    ],
  ])('is refused with a sentence by %s', async (_, path, said) => {
    const { run } = newLearner();
    await run('done', '1');
    for (const verb of ['export', 'roadmap', 'certificate']) {
      const { status, stderr } = await run(verb, '--output', path);
      expect(stderr).toContain(said);
      expect(status).toBe(1);
    }
  });
});

describe('the product', () => {
  it.each([
    ['a short one', short],
    ['a long one', long],
  ])('is the same in a file, a socket and a pipe: %s', async (_, args) => {
    const learner = newLearner();
    const { stdout: throughSocket } = await learner.run(...args);
    const file = join(temporaryFolder(), 'product');
    const words = ['-c', '"$0" "$@" > product && "$0" "$@" | (sleep 0.2; cat)'];
    const { stdout: throughPipe } = spawnSync('sh', [...words, node, executable, ...args], {
      ...{ cwd: join(file, '..'), encoding: 'utf8', env: environment(learner.home) },
    });
    expect(throughSocket).not.toBe('');
    expect(throughPipe).toBe(throughSocket);
    expect(readFileSync(file, 'utf8')).toBe(throughSocket);
  });

  it.each([
    ['a short one', short],
    ['a long one', long],
  ])('waits for a pipe that is full and would rather not wait: %s', async (_, args) => {
    const learner = newLearner();
    const { stdout: whole } = await learner.run(...args);
    const { fd, filled, close } = fullPipe();
    const stdio = ['ignore', fd, 'inherit'] as const;
    const child = spawn(node, [executable, ...args], {
      ...{ env: environment(learner.home), stdio: [...stdio] },
    });
    const closed = once(child, 'close');
    let text = '';
    while (text.length < filled + whole.length) text += await readSome(fd);
    expect(text.slice(filled)).toBe(whole);
    expect(await closed).toEqual([0, null]);
    close();
  });

  it('does not keep the program from ending where nobody reads it', async () => {
    const learner = newLearner();
    const { fd, close } = fullPipe();
    const env = { ...environment(learner.home), NODE_OPTIONS: tellsThatItListens };
    const child = spawn(node, [executable, ...long], { env, stdio: ['ignore', fd, 'pipe'] });
    const closed = once(child, 'close');
    await once(child.stderr as Readable, 'data');
    // By then it waits for the pipe; if not, the rest holds all the same.
    await sleep(1000);
    child.kill('SIGTERM');
    expect(await closed).toEqual([143, null]);
    close();
  });
});

/** Before that a signal ends the process as it ends any other. */
const tellsThatItListens = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('newListener', (name) => name === 'SIGTERM' && process.stderr.write('listens'));",
)}`;

/** A pipe whose writers are told at once that it is full. */
function fullPipe() {
  const path = join(temporaryFolder(), 'pipe');
  spawnSync('mkfifo', [path]);
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  const filler = Buffer.alloc(4096, '.');
  let filled = 0;
  for (;;) {
    try {
      filled += writeSync(fd, filler);
    } catch {
      return { fd, filled, close: () => closeSync(fd) };
    }
  }
}

async function readSome(fd: number): Promise<string> {
  const bytes = Buffer.alloc(4096);
  try {
    return bytes.toString('utf8', 0, readSync(fd, bytes));
  } catch {
    await sleep(20);
    return '';
  }
}
