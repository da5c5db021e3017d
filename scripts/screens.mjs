// The pictures of the README: the built program in a real terminal, with a fixed clock and home.
// `npm run screens` draws them anew; tests/screens.test.ts says when that is due.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { drawScreen } from './svg.mjs';

const root = join(import.meta.dirname, '..');
const executable = join(root, 'bin', 'mlops-path.cjs');
export const folder = join(root, 'docs', 'screens');

// As long as the home that is shown for it, so that nothing moves; of one's own, so that two may draw.
const [home, shownHome] = [`/tmp/${randomBytes(2).toString('hex')}`, '/home/ada'];
const [columns, patienceMs] = [84, 60_000];
const enter = '\r';

/**
 * @typedef {object} Scene
 * @property {string} name of the file
 * @property {string[]} args
 * @property {(readonly [day: string, ...args: string[]])[]} [before] what was done before, and when
 * @property {(readonly [shown: string | RegExp, keys: string])[]} [way] what is waited for, and typed then
 * @property {RegExp} shows when the picture is taken
 * @property {RegExp} [from] the last such line is the first of the picture; all by default
 */

/** Three weeks of a learner: six topics mastered, eight reviews. */
const history = join(root, 'scripts', 'screens-history.jsonl');

/** @type {Scene[]} */
export const scenes = [
  { name: 'home', args: [], shows: /What now\?[\s\S]*q leave/ },
  {
    ...{ name: 'next', args: ['next'], shows: /Start now\?[\s\S]*n no/ },
    before: [['2026-11-21', 'done', 'python-core']],
  },
  {
    ...{ name: 'lesson', args: ['learn', 'git-snapshots'], shows: /Page 2 of[\s\S]*q leave/ },
    ...{ way: [[/Page 1 of[\s\S]*q leave/, enter]], from: /^A file can have three/ },
  },
  {
    ...{
      name: 'question',
      args: ['learn', 'data-versioning-dvc', '--force'],
      from: /question 1 of/,
    },
    before: [['2026-11-22', 'import', join(root, 'scripts', 'screens.jsonl')]],
    way: [
      [/You have read this lesson[\s\S]*q leave/, enter],
      [/question 1 of[\s\S]*q leave/, enter],
    ],
    shows: /mastery[\s\S]*q leave/,
  },
  {
    ...{ name: 'practice', args: ['practice', 'git-snapshots'], from: /^Repair a history/ },
    ...{ way: [[/✗ [\s\S]*q leave/, 'h']], shows: /Hint 1[\s\S]*q leave/ },
  },
  {
    ...{ name: 'roadmap', args: ['roadmap', 'beginner', '--no-pager'], shows: /skipped\s*$/ },
    before: [
      ['2026-11-22', 'import', history],
      ['2026-11-22', 'skip', 'dask-parallel-dataframes'],
    ],
  },
  {
    ...{ name: 'review', args: ['review', '--limit', '1'], shows: /remembered[\s\S]*q leave/ },
    before: [['2026-11-22', 'import', history]],
    way: [
      [/space choose[\s\S]*q leave/, '3'],
      [/◉[\s\S]*q leave/, '4'],
      [/◉[\s\S]*◉[\s\S]*q leave/, enter],
    ],
  },
  {
    ...{ name: 'stats', args: ['stats', '--no-pager'], shows: /Topics due[\s\S]*30 Nov/ },
    before: [['2026-11-22', 'import', history]],
  },
];

/** @param {string} day */
const environment = (day) => ({
  ...{ PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color' },
  MLOPS_PATH_NOW: `${day}T10:15:00+01:00`,
});

/** @param {Scene} scene @returns {Promise<string>} the picture */
export async function draw({ name, args, before = [], way = [], shows, from = /(?!)/ }) {
  mkdirSync(home);
  for (const [day, ...words] of before) {
    const options = { env: environment(day), cwd: home };
    const { status, stderr } = spawnSync(process.execPath, [executable, ...words], options);
    if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  }
  const terminal = new xterm.Terminal({ cols: columns, rows: 80, allowProposedApi: true });
  const options = { cols: columns, rows: 80, cwd: home, env: environment('2026-11-23') };
  const child = spawn(process.execPath, [executable, ...args], options);
  let ended = false;
  child.onData((data) => terminal.write(data));
  child.onExit(() => {
    ended = true;
  });
  try {
    for (const [shown, keys] of way) {
      await waitFor(terminal, shown, name);
      child.write(keys);
    }
    await waitFor(terminal, shows, name);
    const title = ['mlops-path', ...args].join(' ').replace(/ --(no-pager|force)/, '');
    const rename = (/** @type {string} */ text) => text.replaceAll(home, shownHome);
    return drawScreen(terminal.buffer.active, { title, columns, cursor: !ended, from, rename });
  } finally {
    child.kill();
    terminal.dispose();
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param {xterm.Terminal} terminal @param {string | RegExp} shown @param {string} name */
async function waitFor(terminal, shown, name) {
  const end = performance.now() + patienceMs;
  for (let before = ''; ; ) {
    const text = textOf(terminal);
    // Twice the same: nothing is on its way any more.
    if (text.match(shown) && text === before) return;
    if (performance.now() > end) throw new Error(`${name} does not show ${shown}:\n${text}`);
    before = text;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** @param {xterm.Terminal} terminal */
function textOf({ buffer }) {
  const lines = Array.from({ length: buffer.active.length }, (_, row) =>
    buffer.active.getLine(row)?.translateToString(true),
  );
  return lines.join('\n').trimEnd();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  for (const scene of scenes) {
    writeFileSync(join(folder, `${scene.name}.svg`), await draw(scene));
    process.stderr.write(`docs/screens/${scene.name}.svg\n`);
  }
}
