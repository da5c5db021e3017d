import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, it } from 'vitest';
import { curriculum } from '../../src/commands/curriculum.ts';
import { entries } from '../../src/commands/index.ts';
import { folderWith } from '../support/curriculum.ts';
import { smallest } from '../support/curriculum-source.ts';
import { environment, executable, newLearner, node, root } from '../support/program.ts';

const checking = ['re2js', 'yaml', 'zod'];
const lesson = ['emphasize', 'highlight.js', 'marked'];
const practising = [...lesson, 'proper-lockfile', 'tap-parser', 'yaml'];

/**
 * What each verb loads of dist/packages/, run in a pipe on a new learner: the fewer the faster, and
 * steadier than any clock. A word that is heavier than its neighbours should have a reason.
 */
const loads: Readonly<Record<string, readonly string[]>> = {
  '': [],
  '--version': [],
  '--help': [],
  next: [],
  'next --json': [],
  learn: [...lesson, 're2js'],
  study: lesson,
  review: lesson,
  quiz: lesson,
  practice: practising,
  'done python-core': ['proper-lockfile'],
  'skip python-core': ['proper-lockfile'],
  'reopen python-core': [],
  undo: [],
  redo: [],
  log: [],
  roadmap: [],
  'roadmap --format markdown': [],
  'show python-core': [],
  'why kubernetes-rollouts': [],
  'search snapshot': [],
  status: ['atomically'],
  stats: [],
  certificate: [],
  export: [],
  'export --format csv': ['csv-stringify'],
  'import /dev/null': [],
  'reset all --yes': [],
  doctor: ['proper-lockfile'],
  config: [],
  'config color never': ['atomically', 'conf'],
  'curriculum check': checking,
  'curriculum list': [],
  'curriculum use FOLDER': [...checking, 'atomically', 'conf'],
  'curriculum trust FOLDER': [],
  'curriculum schema topic': ['zod'],
};

it.each(Object.entries(loads))('`%s` loads %j', async (line, packages) => {
  expect(await packagesOf(line)).toEqual([...packages].sort());
});

it('has a line for each verb', () => {
  const verbs = [
    ...entries.map(({ name }) => name),
    ...curriculum.entries.map(({ name }) => `curriculum ${name}`),
  ].filter((name) => name !== 'curriculum');
  const tested = Object.keys(loads);
  expect(verbs.filter((verb) => !tested.some((line) => `${line} `.startsWith(`${verb} `)))).toEqual(
    [],
  );
});

/** Runs a verb. @returns the packages it loaded, without what is in the program's own file. */
async function packagesOf(line: string): Promise<string[]> {
  const { home } = newLearner();
  const list = join(home, 'loaded.txt');
  const words = line.replace('FOLDER', folderWith(smallest)).split(' ').filter(Boolean);
  const preload = join(root, 'tests', 'support', 'loaded.cjs');
  const env = { ...environment(home), MLOPS_PATH_TEST_LOADED: list };
  const child = spawn(node, ['--require', preload, executable, ...words], { env, stdio: 'ignore' });
  await once(child, 'close');
  expect(existsSync(list), line).toBe(true);
  const files = readFileSync(list, 'utf8')
    .split('\n')
    .filter((file) => file.startsWith(join(root, 'dist')));
  const folder = join(root, 'dist', 'packages');
  return files
    .filter((file) => file.startsWith(folder))
    .map((file) =>
      relative(folder, file)
        .replaceAll(sep, '/')
        .replace(/\.cjs$/, ''),
    )
    .sort();
}
