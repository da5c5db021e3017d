import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatInstant, type Instant } from '../../../core/time/instant.ts';
import { errorCode, storageError } from '../../files/storage-error.ts';
import { laidOutMark } from './place.ts';

export function moveAside(folder: string, now: Instant): string | undefined {
  const names = readdirSync(folder);
  if (names.length === 0) return undefined;
  const kept = makeDatedFolder(folder, now);
  try {
    // The mark goes last: until then the workspace still counts as one.
    const rank = (name: string) => (name === laidOutMark ? 1 : 0);
    for (const name of names.sort((a, b) => rank(a) - rank(b))) {
      renameSync(join(folder, name), join(kept, name));
    }
    return kept;
  } catch (error) {
    moveBack(kept, folder);
    throw storageError(error, 'move your files to', kept);
  }
}

function makeDatedFolder(folder: string, now: Instant): string {
  const stamp = formatInstant(now).slice(0, 19).replace('T', '-').replaceAll(':', '');
  for (let n = 1; ; n++) {
    const path = `${folder}.${stamp}${n === 1 ? '' : `-${n}`}`;
    try {
      mkdirSync(path);
      return path;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw storageError(error, 'make the folder', path);
    }
  }
}

export function moveBack(kept: string, folder: string): void {
  for (const name of readdirSync(kept)) {
    // What a half-made new layout left is ours; the learner's own goes over it.
    rmSync(join(folder, name), { recursive: true, force: true });
    renameSync(join(kept, name), join(folder, name));
  }
  rmSync(kept, { recursive: true });
}
