import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openShipped } from '../src/io/curriculum/shipped.ts';
import { timeProcess } from './timing.ts';

/** The built program, as it is measured: a real process, in a home of its own. */
export const root = join(import.meta.dirname, '..', '..', '..', '..');
export const executable = join(root, 'bin', 'mlops-path.cjs');

/** The Node that is measured: another version with `MLOPS_PATH_BENCH_NODE`. */
export const node = process.env['MLOPS_PATH_BENCH_NODE'] ?? process.execPath;

/** Installs a package for the benchmarks alone, unless it is there. @returns its folder. */
export function installed(name: string, version: string, tell: (what: string) => void): string {
  const prefix = join(root, 'node_modules', '.cache', 'mlops-path', `${name}-${version}`);
  const folder = join(prefix, 'node_modules', name);
  if (existsSync(folder)) return folder;
  tell(`npm install ${name}@${version}`);
  mkdirSync(prefix, { recursive: true });
  const words = ['install', '--prefix', prefix, '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', [...words, `${name}@${version}`], { stdio: ['ignore', 2, 2] });
  return folder;
}

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when the benchmarks are. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-path-bench-'));
  folders.push(folder);
  return folder;
}

/** What a process of the program sees: nothing of this machine. */
export function environment(home: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    MLOPS_PATH_HOME: home,
    MLOPS_PATH_NOW: '2026-11-23T10:15:00+01:00',
    LANG: 'C.UTF-8',
  };
}

/** The ids of the shipped topics, in their order. */
export function shippedTopics(): readonly string[] {
  const { curriculum } = openShipped(root);
  return curriculum.topics.map(({ id }) => id);
}

/** Runs a verb. @returns how long its process took, in milliseconds. */
export function timeVerb(words: readonly string[], home: string, program = node): number {
  return timeProcess(program, [executable, ...words], { env: environment(home) });
}

/** A bare Node that does nothing: what no program can be faster than. */
export function timeFloor(program = node): number {
  return timeProcess(program, ['-e', '0'], { env: environment('/') });
}
