import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { count } from '../../core/text/phrase.ts';
import { printable } from '../../core/text/printable.ts';
import { UserError } from '../../failure.ts';
import { errorCode, storageError } from '../files/storage-error.ts';

const workspaceLimit = { bytes: 200 * 1000 * 1000, files: 20_000 };

export interface FoundFile {
  /** Relative, with the system's separators. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly bytes: number;
}

/**
 * Everything in a folder, in the order of names, parents first. Links are listed and not followed.
 * @throws UserError when there is too much of it.
 */
export function listFolder(folder: string): readonly FoundFile[] {
  const found: FoundFile[] = [];
  let bytes = 0;
  const visit = (within: string, entries: readonly string[]): void => {
    for (const entry of entries.toSorted()) {
      const name = join(within, entry);
      const stats = ifThere(() => lstatSync(join(folder, name)));
      if (!stats) continue;
      const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
      found.push({ name, kind: stats.isSymbolicLink() ? 'link' : kind, bytes: stats.size });
      bytes += kind === 'file' ? stats.size : 0;
      if (bytes > workspaceLimit.bytes || found.length > workspaceLimit.files) {
        throw tooLarge(folder);
      }
      if (kind === 'folder') visit(name, ifThere(() => readdirSync(join(folder, name))) ?? []);
    }
  };
  try {
    visit('', readdirSync(folder));
  } catch (error) {
    throw storageError(error, 'read', folder);
  }
  return found;
}

/** What is deleted while one looks is not there: somebody is at work in the folder. */
export function ifThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

function tooLarge(folder: string): UserError {
  const most = `${count(workspaceLimit.files, 'file')} or ${workspaceLimit.bytes / 1e6} MB`;
  const message = `${printable(folder)} holds more than ${most}, which is too much to be checked.`;
  return new UserError('too-large', message, 'Move what the exercise does not need elsewhere.');
}
