import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../../core/time/instant.ts';
import { storageError } from '../../files/storage-error.ts';
import { listFolder } from '../folder-listing.ts';
import { moveAside, moveBack } from './dated-folder.ts';
import { followLink, laidOutMark, type Place } from './place.ts';
import { setUp, unfinishedMark } from './setup.ts';
import { copyStarter, listStarter, refuseForeign } from './starter.ts';

/**
 * Makes the learner's workspace: from starter/, or by running setup.py once in it. A workspace that is
 * there is left as it is; one that was left half made is completed.
 *
 * @throws UserError when a folder with other files is in the way, when the disk refuses, or when the
 * exercise is not what it should be.
 */
export async function layOut(place: Place): Promise<'laid-out' | 'completed' | 'kept'> {
  const folder = followLink(place.workspace);
  try {
    if (existsSync(join(folder, laidOutMark))) return 'kept';
    const mark = unfinishedMark(folder);
    const aside = existsSync(mark) && existsSync(folder);
    if (aside) moveAside(folder, { ms: statSync(mark).mtimeMs, offsetMinutes: 0 });
    const setup = existsSync(join(place.exercise, 'setup.py'));
    const starter = setup ? [] : listStarter(place.exercise);
    const before = existsSync(folder) ? listFolder(folder) : [];
    refuseForeign(folder, before, place.exercise, starter);
    mkdirSync(folder, { recursive: true });
    if (setup) await setUp(place, folder, mark);
    else copyStarter(place.exercise, starter, folder);
    writeFileSync(join(folder, laidOutMark), '{}\n');
    rmSync(mark, { force: true });
    return aside || before.length > 0 ? 'completed' : 'laid-out';
  } catch (error) {
    throw storageError(error, 'lay the exercise out in', folder);
  }
}

/**
 * Lays the exercise out anew. What the learner has goes into a dated folder beside the workspace; the
 * workspace itself stays the same folder, in which a shell may stand.
 *
 * @returns the dated folder; `undefined` when there was nothing to keep.
 */
export async function reset(place: Place, now: Instant): Promise<string | undefined> {
  const folder = followLink(place.workspace);
  const kept = existsSync(folder) ? moveAside(folder, now) : undefined;
  try {
    await layOut(place);
    return kept;
  } catch (error) {
    if (kept !== undefined) moveBack(kept, folder);
    throw error;
  }
}
