import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Origin } from '../../../src/io/curriculum/compiled.ts';
import { openFrom } from '../../../src/io/curriculum/store.ts';
import { folderWith } from '../../support/curriculum.ts';
import { smallest } from '../../support/curriculum-source.ts';
import { environment, runProgram, temporaryFolder } from '../../support/program.ts';

const topicFile = 'topics/two/topic.yaml';

/** Opens a curriculum as a start of the program does. @returns what it says of its second topic. */
async function open(location: string, cache: string, version = '1.0.0'): Promise<string> {
  const opened = await openFrom(location, cache, version);
  if (!opened.ok) throw new Error('It has errors.');
  const { curriculum, content } = opened.open;
  const [one, two] = curriculum.topics;
  if (!one || !two) throw new Error('It has not two topics.');
  return [two.title, ...two.requires, content(one).why, content(two).why].join(' | ');
}

function copyIn(cache: string): string {
  const [name = '', ...more] = readdirSync(join(cache, 'curricula'));
  expect(more).toEqual([]);
  return join(cache, 'curricula', name);
}

const asWritten = 'Two | one | Why. | Why.';

describe('a compiled copy', () => {
  const flip = (bytes: Buffer, place: number): Buffer => {
    const flipped = Buffer.from(bytes);
    flipped[place] = (bytes[place] ?? 0) ^ 1;
    return flipped;
  };
  const lines = (bytes: Buffer): string[] => bytes.toString().split('\n');

  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    ['is empty', () => ''],
    ['is something else', () => 'something else\n'],
    ['is a list', () => '[]\n'],
    ['lost its end', (bytes) => bytes.subarray(0, -10)],
    ['lost its topics', (bytes) => lines(bytes).slice(0, 2).join('\n')],
    ['lost its index', (bytes) => `${lines(bytes)[0]}\n`],
    ['was appended to', (bytes) => Buffer.concat([bytes, bytes])],
    ['has a flipped bit in its first line', (bytes) => flip(bytes, 5)],
    ['has a flipped bit in its index', (bytes) => flip(bytes, bytes.indexOf('"Two"') + 2)],
    ['has a flipped bit in a topic', (bytes) => flip(bytes, bytes.lastIndexOf('Why.'))],
    ['is zeros', (bytes) => Buffer.alloc(bytes.length)],
    [
      'was made by another version',
      (bytes) => bytes.toString().replace(/"compiled":\d/, '"compiled":1'),
    ],
  ])('is made anew without a word when it %s', async (_, spoil) => {
    const [folder, cache] = [folderWith(smallest), temporaryFolder()];
    await open(folder, cache);
    const path = copyIn(cache);
    const sound = readFileSync(path);
    const spoilt = spoil(sound);
    expect(Buffer.from(spoilt).equals(sound)).toBe(false);
    writeFileSync(path, spoilt);
    expect(await open(folder, cache)).toBe(asWritten);
    expect(lines(readFileSync(path)).slice(1)).toEqual(lines(sound).slice(1));
  });

  it('is made anew for another version of the program', async () => {
    const [folder, cache] = [folderWith(smallest), temporaryFolder()];
    await open(folder, cache, '1.0.0');
    const before = originOf(copyIn(cache));
    await open(folder, cache, '1.0.1');
    expect(originOf(copyIn(cache)).fingerprint).not.toBe(before.fingerprint);
  });

  it.each([
    ['another text of the same length', { [topicFile]: 'Who.' }],
    ['a lesson more', { 'topics/two/lesson.md': '# Two\n' }],
  ])('is made anew for %s, even at the same time of modification', async (_, changes) => {
    const [folder, cache] = [folderWith(smallest), temporaryFolder()];
    const old = new Date('2020-01-01');
    const path = join(folder, topicFile);
    utimesSync(path, old, old);
    await open(folder, cache);
    const before = originOf(copyIn(cache));
    for (const [file, text] of Object.entries(changes)) {
      const now = file === topicFile ? smallest[file]?.replace('Why.', text) : text;
      writeFileSync(join(folder, file), now ?? '');
      utimesSync(join(folder, file), old, old);
    }
    await open(folder, cache);
    expect(originOf(copyIn(cache)).contents).not.toBe(before.contents);
  });
});

function originOf(copy: string): Origin {
  const [head = ''] = readFileSync(copy, 'utf8').split('\n');
  return (JSON.parse(head) as { origin: Origin }).origin;
}

function changeOrigin(copy: string, change: Partial<Origin>): void {
  const [head = '', ...rest] = readFileSync(copy, 'utf8').split('\n');
  const parsed = JSON.parse(head) as { origin: Origin };
  const changed = { ...parsed, origin: { ...parsed.origin, ...change } };
  writeFileSync(copy, [JSON.stringify(changed), ...rest].join('\n'));
}

describe('a file that was changed twice within a step of the clock', () => {
  /** A copy of the old text that carries the fingerprint of the new one, as such a change leaves it. */
  async function unnoticed(): Promise<[folder: string, cache: string]> {
    const [folder, cache, other] = [folderWith(smallest), temporaryFolder(), temporaryFolder()];
    await open(folder, cache);
    const changed = smallest[topicFile]?.replace('Why.', 'Who.') ?? '';
    writeFileSync(join(folder, topicFile), changed);
    await open(folder, other);
    const { fingerprint } = originOf(copyIn(other));
    changeOrigin(copyIn(cache), { fingerprint });
    return [folder, cache];
  }

  it('is noticed by what is in it', async () => {
    const [folder, cache] = await unnoticed();
    expect(await open(folder, cache)).toBe('Two | one | Why. | Who.');
  });

  it('would not be noticed by names, sizes and times', async () => {
    const [folder, cache] = await unnoticed();
    changeOrigin(copyIn(cache), { readAtMs: Date.now() + 60_000 });
    expect(await open(folder, cache)).toBe(asWritten);
  });
});

it('believes the times once the files have come of age', async () => {
  const [folder, cache] = [folderWith(smallest), temporaryFolder()];
  const file = join(folder, topicFile);
  utimesSync(file, new Date(), new Date());
  const youngestMs = Math.ceil(statSync(file).ctimeMs);
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const readAfter = async (ageMs: number): Promise<number> => {
    vi.useFakeTimers({ toFake: ['Date'], now: youngestMs + ageMs });
    await open(folder, cache);
    return originOf(copyIn(cache)).readAtMs - youngestMs;
  };
  expect(await readAfter(0)).toBe(0);
  expect(await readAfter(1900)).toBe(0);
  expect(await readAfter(2100)).toBe(2100);
  expect(await readAfter(2200)).toBe(2100);
});

it('is safe when several processes compile the same curriculum at once', async () => {
  const [folder, home] = [folderWith(smallest), temporaryFolder()];
  const show = () => runProgram(['--curriculum', folder, 'show', 'two'], environment(home));
  const outcomes = await Promise.all(Array.from({ length: 6 }, show));
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  expect(outcomes[0]).toMatchObject({ status: 0, stderr: '' });
  expect(outcomes[0]?.stdout).toContain('Two');
  const copy = copyIn(join(home, 'cache'));
  expect(await open(folder, join(home, 'cache'))).toBe(asWritten);
  expect(readFileSync(copy, 'utf8').split('\n')).toHaveLength(5);
});
