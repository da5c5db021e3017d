import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { printable } from '../../core/text/printable.ts';
import { UserError } from '../../failure.ts';
import { listFolder } from './folder-listing.ts';

export const tellAuthor = 'Tell the author of the curriculum.';

/** What the learner is asked to do. Markdown. @throws UserError when the exercise has no task. */
export function readTask(exercise: string): string {
  return printable(readFileSync(ownFile(exercise, 'task.md'), 'utf8').replaceAll('\r\n', '\n'));
}

/**
 * The path of a file that belongs to an exercise.
 * @throws UserError when it leads outside, is a link, or is not there.
 */
export function ownFile(folder: string, name: string): string {
  const path = insidePath(folder, name);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() && isInside(realpathSync(folder), realpathSync(path))) return path;
  const why = stats ? 'is no ordinary file inside the curriculum' : 'is missing';
  throw new UserError('bad-exercise', `${printable(name)} of the exercise ${why}.`, tellAuthor);
}

/** The files of a folder of the exercise. A link, or anything else that is no file, is refused. */
export function listOwn(exercise: string, name: string): readonly string[] {
  const folder = insidePath(exercise, name);
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    const why = stats ? 'is no ordinary folder' : 'is missing';
    throw new UserError('bad-exercise', `The folder ${name} of the exercise ${why}.`, tellAuthor);
  }
  const found = listFolder(folder);
  const odd = found.find(({ kind }) => kind === 'link' || kind === 'other');
  if (odd) {
    const message = `${printable(join(name, odd.name))} of the exercise is no ordinary file.`;
    throw new UserError('bad-exercise', message, tellAuthor);
  }
  return found.filter(({ kind }) => kind === 'file').map((file) => file.name);
}

/** @throws UserError when `name` leads out of `folder`. */
export function insidePath(folder: string, name: string): string {
  const path = resolve(folder, name);
  if (!isAbsolute(name) && path !== resolve(folder) && isInside(resolve(folder), path)) return path;
  throw new UserError('outside', `"${printable(name)}" leads out of its folder.`, tellAuthor);
}

/** Whether a path is `folder`, or leads into it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
