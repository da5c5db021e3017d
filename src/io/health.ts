import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  type Stats,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { holderOf } from './journal/lock.ts';
import { learnersFolder, type Paths } from './paths.ts';
import { type Environment, findProgram } from './programs/programs.ts';

/** What the machine looks like from here: facts, without a judgement. */
export interface Health {
  readonly folders: readonly FolderHealth[];
  readonly lock: {
    readonly held: boolean;
    readonly holder: number | undefined;
    readonly alive: boolean;
  };
  /** Lines set aside so far. */
  readonly damagedLines: number;
  /** Learners with a name on this machine. */
  readonly learners: readonly string[];
  readonly programs: readonly { readonly name: string; readonly version: string | undefined }[];
}

export interface FolderHealth {
  readonly what: 'data' | 'config' | 'cache';
  readonly path: string;
  /** `missing` is fine before the first use: it can be made. */
  readonly state: 'good' | 'missing' | 'not-writable' | 'no-folder';
  /** Others on this machine can read it. */
  readonly open: boolean;
  readonly freeBytes: number | undefined;
}

export function examine(paths: Paths, env: Environment): Health {
  const holder = holderOf(paths.lock);
  return {
    folders: [
      folderHealth('data', paths.data),
      folderHealth('config', paths.config),
      folderHealth('cache', paths.cache),
    ],
    lock: { held: existsSync(paths.lock), holder: holder?.pid, alive: holder?.alive ?? false },
    damagedLines: countLines(join(paths.journal, 'damaged.log')),
    learners: learnersOf(paths),
    programs: ['python3', 'git'].map((name) => ({ name, version: versionOf(name, env) })),
  };
}

function folderHealth(what: FolderHealth['what'], path: string): FolderHealth {
  const stats = statSync(path, { throwIfNoEntry: false });
  const place = stats ? path : nearestExisting(path);
  const isOpen = what === 'data' && stats !== undefined && (stats.mode & 0o077) !== 0;
  return { what, path, state: stateOf(stats, place), open: isOpen, freeBytes: freeBytes(place) };
}

function stateOf(stats: Stats | undefined, place: string): FolderHealth['state'] {
  if (stats && !stats.isDirectory()) return 'no-folder';
  if (!canWrite(place)) return 'not-writable';
  return stats ? 'good' : 'missing';
}

function nearestExisting(path: string): string {
  let folder = path;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function freeBytes(path: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

function countLines(path: string): number {
  try {
    return readFileSync(path, 'utf8').split('\n').length - 1;
  } catch {
    return 0;
  }
}

function learnersOf({ data, learner }: Paths): string[] {
  const folder = learner === undefined ? join(data, learnersFolder) : dirname(data);
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** The first line of `<name> --version`, found as an exercise would find it. */
function versionOf(name: string, env: Environment): string | undefined {
  const program = findProgram(name, env);
  if (program === undefined) return undefined;
  const options = { env, encoding: 'utf8', timeout: 5000 } as const;
  const { status, stdout } = spawnSync(program, ['--version'], options);
  return status === 0 ? stdout.split('\n', 1)[0] : undefined;
}
