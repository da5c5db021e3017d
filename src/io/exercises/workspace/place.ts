import { existsSync, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { printable } from '../../../core/text/printable.ts';
import { UserError } from '../../../failure.ts';
import { storageError } from '../../files/storage-error.ts';
import type { Environment } from '../../programs/programs.ts';

/** In the workspace: it says that the exercise is laid out, all of it. */
export const laidOutMark = '.mlops-path.json';

export interface Place {
  /** The folder of the exercise, which holds starter/ or setup.py. */
  readonly exercise: string;
  /** The learner's folder. It need not exist; a link is followed once, to the folder it names. */
  readonly workspace: string;
  readonly env: Environment;
  /** The folder with checkkit.py. */
  readonly kit: string;
  readonly signal?: AbortSignal;
}

/** Where a workspace really is: a link is followed once, here. */
export function realFolder(workspace: string): string {
  try {
    const real = realpathSync(workspace);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    throw storageError(error, 'read your workspace', workspace);
  }
  throw new UserError(
    'no-folder',
    `${printable(workspace)} is no folder.`,
    'Move it out of the way.',
  );
}

export function followLink(workspace: string): string {
  const path = resolve(workspace);
  const stats = lookAt(path);
  if (!stats?.isSymbolicLink()) {
    if (stats && !stats.isDirectory()) {
      const message = `${printable(path)} is a file, and your workspace should be there.`;
      throw new UserError('no-folder', message, 'Move the file out of the way.');
    }
    return path;
  }
  if (existsSync(path)) return realFolder(path);
  const message = `${printable(path)} is a link to ${printable(readlinkSync(path))}, which is not there.`;
  throw new UserError('dangling-link', message, 'Make that folder, or delete the link.');
}

function lookAt(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw storageError(error, 'read your workspace', path);
  }
}
