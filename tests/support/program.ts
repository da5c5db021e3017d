import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The whole program, as a user starts it: a real process of the built files. */
export const root = join(import.meta.dirname, '..', '..');
export const executable = join(root, 'bin', 'mlops-path.cjs');

/** The Node that runs the program under test: another version with `MLOPS_PATH_TEST_NODE`. */
export const node = process.env['MLOPS_PATH_TEST_NODE'] ?? process.execPath;

/** A day on which nothing special happens. */
export const someDay = '2026-11-23T10:15:00+01:00';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-path-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** What a process of the program sees: nothing of the machine that the tests run on. */
export function environment(home: string, more: Readonly<Record<string, string>> = {}) {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    MLOPS_PATH_HOME: home,
    MLOPS_PATH_NOW: someDay,
    LANG: 'C.UTF-8',
    ...more,
  };
}

/** A learner of their own: an empty home, in which verbs are run one after the other. */
export function newLearner(more: Readonly<Record<string, string>> = {}) {
  const home = temporaryFolder();
  return {
    home,
    run: (...args: string[]) => runProgram(args, environment(home, more)),
    runWith: (env: Readonly<Record<string, string>>, ...args: string[]) =>
      runProgram(args, environment(home, { ...more, ...env })),
  };
}

export async function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<Outcome> {
  const child = spawn(node, [executable, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => stdout.push(data));
  child.stderr.on('data', (data: Buffer) => stderr.push(data));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [status] = (await once(child, 'close')) as [number | null];
  return {
    status,
    stdout: Buffer.concat(stdout).toString(),
    stderr: Buffer.concat(stderr).toString(),
  };
}
