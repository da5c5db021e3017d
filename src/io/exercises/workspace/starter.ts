import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { printable } from '../../../core/text/printable.ts';
import { UserError } from '../../../failure.ts';
import { listOwn, ownFile, tellAuthor } from '../files.ts';
import type { FoundFile } from '../folder-listing.ts';
import { laidOutMark } from './place.ts';

export function listStarter(exercise: string): readonly string[] {
  const names = listOwn(exercise, 'starter');
  if (!names.includes(laidOutMark)) return names;
  throw new UserError('bad-exercise', `The starter has a file ${laidOutMark}.`, tellAuthor);
}

/** Only what we put there ourselves, unchanged, may be in the way. */
export function refuseForeign(
  folder: string,
  there: readonly FoundFile[],
  exercise: string,
  starter: readonly string[],
): void {
  const stranger = there.find(({ name, kind }) => {
    if (kind === 'folder') return !starter.some((own) => own.startsWith(name + sep));
    const known = kind === 'file' && starter.includes(name);
    return !known || !isSame(join(folder, name), join(exercise, 'starter', name));
  });
  if (!stranger) return;
  const message = `${printable(folder)} holds files that are not of this exercise: ${printable(stranger.name)}.`;
  throw new UserError('foreign-folder', message, 'Move the folder away, or name another one.');
}

function isSame(file: string, other: string): boolean {
  return readFileSync(file).equals(readFileSync(other));
}

export function copyStarter(exercise: string, names: readonly string[], folder: string): void {
  for (const name of names) {
    const [from, to] = [ownFile(join(exercise, 'starter'), name), join(folder, name)];
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    chmodSync(to, 0o644);
  }
}
