import {
  constants,
  copyFileSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { printable } from '../../../core/text/printable.ts';
import { errorCode, storageError } from '../../files/storage-error.ts';
import { isInside } from '../files.ts';
import { ifThere, listFolder } from '../folder-listing.ts';

/** @returns what was left out. */
export function copyWorkspace(from: string, to: string): readonly string[] {
  const notes: string[] = [];
  const files = listFolder(from);
  mkdirSync(to);
  try {
    for (const { name, kind } of files) {
      if (kind === 'folder') mkdirSync(join(to, name));
      else if (kind === 'file') ifThere(() => copyFile(join(from, name), join(to, name)));
      else if (kind === 'other' || !copyLink(from, to, name)) {
        const what = kind === 'link' ? 'a link that leads nowhere in it' : 'no ordinary file';
        notes.push(`The check did not see ${printable(name)} of your workspace: it is ${what}.`);
      }
    }
  } catch (error) {
    throw storageError(error, 'copy your workspace', from);
  }
  return notes;
}

/** With its rights and times: an exercise may be about either. */
function copyFile(from: string, to: string): void {
  const { atime, mtime } = statSync(from);
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  utimesSync(to, atime, mtime);
}

/** A link within the workspace becomes the same link within the copy; no other one is made. */
function copyLink(from: string, to: string, name: string): boolean {
  try {
    const target = realpathSync(join(from, name));
    if (!isInside(from, target)) return false;
    const direct = resolve(dirname(join(from, name)), readlinkSync(join(from, name)));
    const way = relative(dirname(join(from, name)), isInside(from, direct) ? direct : target);
    symlinkSync(way || '.', join(to, name));
    return true;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}
