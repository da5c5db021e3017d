import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from './curriculum.ts';
import { kitchen } from './kitchen.ts';
import { environment, runProgram, temporaryFolder } from './program.ts';
import { key, until } from './screen.ts';
import { openInShell, processesWith, type Shell } from './shell.ts';
import { styleAfter } from './style.ts';

/** An error that nobody caught, as a mistake of ours would be. */
const crash = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    "process.on('SIGUSR2', () => { throw new Error('an accident'); });",
  )}`,
};

export interface Ending {
  readonly name: string;
  readonly exit: number;
  readonly says: string;
  end(shell: Shell): void | Promise<void>;
}

const stopped = 'Stopped. Everything you answered is saved.';
export const endings: readonly Ending[] = [
  { name: 'Ctrl+C', exit: 130, says: stopped, end: (shell) => shell.type(key.ctrlC) },
  { name: 'SIGTERM', exit: 143, says: stopped, end: (shell) => shell.signal('SIGTERM') },
  { name: 'SIGHUP', exit: 129, says: stopped, end: (shell) => shell.signal('SIGHUP') },
  {
    ...{ name: 'a crash', exit: 70, says: 'This is a mistake in mlops-path, not yours.' },
    end: (shell) => shell.signal('SIGUSR2'),
  },
];

/** Those of a person at the keyboard, and what the system does. */
export const moreEndings: readonly Ending[] = [
  ...endings,
  { name: 'Ctrl+D', exit: 130, says: stopped, end: (shell) => shell.type(key.ctrlD) },
  { name: 'SIGINT', exit: 130, says: stopped, end: (shell) => shell.signal('SIGINT') },
];

/** How one gets to where the program is ended. */
export interface Stage {
  readonly args: readonly string[];
  /** Command lines that were run before. */
  readonly before?: readonly string[];
  /** What is waited for, and typed then. */
  readonly way?: readonly (readonly [shown: string | RegExp, keys: string])[];
  readonly shows: string | RegExp;
  readonly env?: Readonly<Record<string, string>>;
  readonly rows?: number;
  /** A check runs by then. */
  readonly running?: boolean;
}

/** Stands for the folder of the curriculum. */
export const kitchenName = '<kitchen>';

/** The curriculum, and a home in which it was compiled: made once, copied for every run. */
export async function openKitchen() {
  const base = mkdtempSync(join(tmpdir(), 'mlops-path-test-'));
  const curriculum = join(base, 'kitchen');
  const home = join(base, 'home');
  writeFiles(curriculum, kitchen());
  mkdirSync(join(home, 'tmp'), { recursive: true });
  const env = { MLOPS_PATH_CURRICULUM: curriculum };
  const run = (in_: string, line: string) =>
    runProgram(line.replace(kitchenName, curriculum).split(' '), environment(in_, env));
  await run(home, 'status');

  /** Ends it in every way, each in a home of its own; at once, since they mostly wait. */
  const end = async ({ before = [], way = [], ...stage }: Stage, ways: readonly Ending[]) => {
    const homes = ways.map(temporaryFolder);
    const [first = ''] = homes;
    cpSync(home, first, { recursive: true });
    for (const line of before) await run(first, line);
    for (const other of homes.slice(1)) cpSync(first, other, { recursive: true });
    const args = stage.args.map((word) => word.replace(kitchenName, curriculum));
    return Promise.all(
      homes.map(async (own, i) => {
        const more = { ...env, TMPDIR: join(own, 'tmp'), ...crash, ...stage.env };
        const shell = openInShell(own, args, { rows: stage.rows ?? 40, env: more });
        for (const [shown, keys] of way) {
          await shell.waitFor(shown);
          shell.type(keys);
        }
        await shell.waitFor(stage.shows);
        if (stage.running) await until(() => processesWith(`${join(own, 'tmp')}/`).length > 1);
        await ways[i]?.end(shell);
        return lookAround(own, shell, await shell.exit());
      }),
    );
  };
  return { end, close: () => rmSync(base, { recursive: true, force: true }) };
}

function lookAround(home: string, shell: Shell, exit: number) {
  const raw = shell.raw();
  const last = raw.match(/Stopped\. .*|This is a mistake .* yours\./g)?.at(-1) ?? raw;
  return {
    ...{ exit, says: last.trimEnd(), restored: shell.isRestored() },
    cursor: raw.lastIndexOf('\u001b[?25h') >= raw.lastIndexOf('\u001b[?25l'),
    style: styleAfter(raw),
    children: processesWith(home),
    // Node 22 and later keep compiled code there, for the next start.
    leftBehind: readdirSync(join(home, 'tmp')).filter((name) => name !== 'node-compile-cache'),
  };
}

export const whole = (ways: readonly Ending[]) =>
  ways.map(({ exit, says }) => ({
    ...{ exit, says, restored: true, cursor: true, style: [], children: [], leftBehind: [] },
  }));
