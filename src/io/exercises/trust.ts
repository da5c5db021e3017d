import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storageError } from '../files/storage-error.ts';

/** The files of all exercises: what of a curriculum may run on this machine. */
export interface Runnable {
  /** Programs that would run, relative to the curriculum's folder. */
  readonly programs: readonly string[];
  /** Changes whenever any file of any exercise does. */
  readonly hash: string;
}

/** Links are not followed, and are part of the hash by what they are. */
export function findRunnable(folder: string): Runnable {
  const hash = createHash('sha256');
  const programs: string[] = [];
  const visit = (path: string, name: string): void => {
    const stats = lstatSync(path);
    hash.update(`${name}\n${stats.mode}\n${stats.size}\n`);
    if (stats.isDirectory()) {
      for (const entry of readdirSync(path).sort()) visit(join(path, entry), `${name}/${entry}`);
    } else if (stats.isFile()) {
      hash.update(readFileSync(path));
      if (/^(check|setup)\.py$/.test(name.split('/').at(-1) ?? '')) programs.push(name);
    }
  };
  try {
    for (const topic of readdirSync(join(folder, 'topics')).sort()) {
      const name = `topics/${topic}/exercise`;
      const path = join(folder, name);
      if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) visit(path, name);
    }
  } catch (error) {
    throw storageError(error, 'read the exercises in', folder);
  }
  return { programs, hash: hash.digest('hex') };
}
