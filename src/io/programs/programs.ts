import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { list } from '../../core/text/phrase.ts';
import { errorCode } from '../files/storage-error.ts';
import { onWindows } from '../platform.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Missing {
  readonly name: string;
  /** How to get it, as a sentence. */
  readonly how: string;
}

/** The programs of `needs` that are not on PATH. */
export function findMissing(needs: readonly string[], env: Environment): readonly Missing[] {
  return [...new Set(needs)]
    .filter((name) => findProgram(name, env) === undefined)
    .map((name) => ({ name, how: howToGet(name) }));
}

/** `git is missing. Debian, Ubuntu: …` */
export function describeMissing(missing: readonly Missing[]): string {
  const names = list(missing.map(({ name }) => name));
  const how = missing.map(({ name, how }) => (missing.length > 1 ? `${name}: ${how}` : how));
  return `${names} ${missing.length > 1 ? 'are' : 'is'} missing. ${how.join(' ')}`;
}

/** How to get a program, as a sentence. */
export function howToGet(name: string): string {
  return sources.get(name) ?? 'Install it, and see that it is on PATH.';
}

const sources = new Map([
  [
    'python3',
    'Debian, Ubuntu: sudo apt install python3. macOS: brew install python. Windows: winget install Python.Python.3.13.',
  ],
  [
    'git',
    'Debian, Ubuntu: sudo apt install git. macOS: xcode-select --install. Windows: winget install Git.Git.',
  ],
  [
    'docker',
    'Debian, Ubuntu: sudo apt install docker.io. macOS, Windows: Docker Desktop, from docker.com.',
  ],
]);

/** Only absolute entries of PATH count: no program is ever taken from the learner's workspace. */
export function findProgram(name: string, env: Environment): string | undefined {
  const endings = onWindows ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of programFolders(env)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      try {
        accessSync(path, constants.X_OK);
        if (statSync(path).isFile()) return path;
      } catch (error) {
        if (errorCode(error) === undefined) throw error;
      }
    }
  }
  return onWindows && name === 'python3' ? findProgram('python', env) : undefined;
}

export function programFolders(env: Environment): readonly string[] {
  return (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
}
