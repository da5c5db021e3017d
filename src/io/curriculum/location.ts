import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The page of a curriculum that is a folder. */
export const pageName = 'curriculum.yaml';

/**
 * Where a curriculum is that goes by this path: its folder, or its one file. Who names the page of a
 * folder with topics means the folder.
 */
export function locateCurriculum(cwd: string, path: string): string {
  const location = resolve(cwd, path);
  const folder = dirname(location);
  const isPage = basename(location) === pageName && hasTopics(folder);
  return isPage ? folder : location;
}

function hasTopics(folder: string): boolean {
  return statSync(join(folder, 'topics'), { throwIfNoEntry: false })?.isDirectory() ?? false;
}
