import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { printable } from '../../../core/text/printable.ts';
import { Cancelled, UserError } from '../../../failure.ts';
import { ownFile, tellAuthor } from '../files.ts';
import { runContained } from '../process/contained-process.ts';
import { withPrivateFolder } from '../process/private-folder.ts';
import type { Place } from './place.ts';

const setupLimitMs = 60_000;

/** A file beside the workspace while setup.py runs: should we be killed, it says what is half made. */
export function unfinishedMark(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.mlops-path-unfinished`);
}

export async function setUp(place: Place, folder: string, mark: string): Promise<void> {
  const script = ownFile(place.exercise, 'setup.py');
  writeFileSync(mark, '');
  const { ended, stderr } = await withPrivateFolder(place.env, (own) =>
    runContained({ ...place, script, cwd: folder, folder: own, limitMs: setupLimitMs }),
  );
  if (ended.kind === 'exited' && ended.status === 0) return;
  // The folder was empty before: all of this is the setup's.
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  rmSync(mark);
  if (ended.kind === 'stopped') {
    if (ended.reason === 'cancelled') throw new Cancelled();
    throw new UserError(ended.reason, `The exercise was not set up. ${ended.detail}`);
  }
  const last = printable(stderr.trimEnd().split('\n').at(-1) ?? '');
  throw new UserError('setup-failed', `The exercise could not be set up: ${last}`, tellAuthor);
}
