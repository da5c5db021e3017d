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
 * How many files of dist/ each verb loads at most, and which packages, run in a pipe on a new learner:
 * the fewer the faster, and steadier than any clock. A word that is heavier than its neighbours should
 * have a reason.
 */
const loads: Readonly<Record<string, readonly [most: number, ...packages: string[]]>> = {
  '': [5],
  '--version': [3],
  '--help': [3],
  next: [5],
  'next --json': [5],
  learn: [21, ...lesson, 're2js'],
  study: [15, ...lesson],
  review: [14, ...lesson],
  quiz: [15, ...lesson],
  practice: [22, ...practising],
  'done python-core': [8, 'proper-lockfile'],
  'skip python-core': [8, 'proper-lockfile'],
  'reopen python-core': [6],
  undo: [7],
  redo: [7],
  log: [6],
  roadmap: [7],
  'roadmap --format markdown': [7],
  'show python-core': [7],
  'why kubernetes-rollouts': [7],
  'search snapshot': [5],
  status: [7, 'atomically'],
  stats: [7],
  certificate: [8],
  export: [6],
  'export --format csv': [8, 'csv-stringify'],
  'import /dev/null': [7],
  'reset all --yes': [9],
  doctor: [8, 'proper-lockfile'],
  config: [5],
  'config color never': [7, 'atomically', 'conf'],
  'curriculum check': [20, ...checking],
  'curriculum list': [8],
  'curriculum use FOLDER': [21, ...checking, 'atomically', 'conf'],
  'curriculum trust FOLDER': [9],
  'curriculum schema topic': [10, 'zod'],
};

it.each(Object.entries(loads))('`%s` loads %j', async (line, [most, ...packages]) => {
  const loaded = await loadedBy(line);
  expect(loaded.packages).toEqual([...packages].sort());
  expect(loaded.files.length, loaded.files.join('\n')).toBeLessThanOrEqual(most);
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

/** Runs a verb. @returns the files that it loaded of dist/, and the packages among them. */
async function loadedBy(line: string) {
  const { home } = newLearner();
  const list = join(home, 'loaded.txt');
  const words = line.replace('FOLDER', folderWith(smallest)).split(' ').filter(Boolean);
  const preload = join(root, 'tests', 'support', 'loaded.cjs');
  const env = { ...environment(home), MLOPS_PATH_TEST_LOADED: list };
  const child = spawn(node, ['--require', preload, executable, ...words], { env, stdio: 'ignore' });
  await once(child, 'close');
  expect(existsSync(list), line).toBe(true);
  const dist = join(root, 'dist');
  const files = readFileSync(list, 'utf8')
    .split('\n')
    .filter((file) => file.startsWith(dist))
    .map((file) =>
      relative(dist, file)
        .replaceAll(sep, '/')
        .replace(/\.cjs$/, ''),
    );
  const packages = files.flatMap((file) => /^packages\/(.+)/.exec(file)?.[1] ?? []).sort();
  return { files, packages };
}
