import { join } from 'node:path';
import { type CheckOutcome, judge, notRun } from '../../core/exercises/verdict.ts';
import { printable } from '../../core/text/printable.ts';
import { describeMissing, findMissing } from '../programs/programs.ts';
import { ownFile } from './files.ts';
import { runContained } from './process/contained-process.ts';
import type { Limits } from './process/limits.ts';
import { withPrivateFolder } from './process/private-folder.ts';
import { readTap } from './tap.ts';
import { copyWorkspace } from './workspace/copy.ts';
import { realFolder } from './workspace/place.ts';
import { handOverYaml } from './yaml-handover.ts';

export interface CheckRequest extends Limits {
  /** The folder of the exercise, which holds check.py. */
  readonly exercise: string;
  readonly workspace: string;
  /** The learner's YAML files that the check wants as JSON, relative to the workspace. */
  readonly yaml: readonly string[];
  /** The programs that the exercise needs, besides python3. */
  readonly needs?: readonly string[];
}

export interface CheckRun {
  readonly outcome: CheckOutcome;
  /** What it printed on stderr, which is where the learner's own prints go. */
  readonly learnerOutput: string;
  /** What the check could not see, as sentences: links that lead out of the workspace. */
  readonly notes: readonly string[];
  readonly seconds: number;
}

/**
 * Runs the check of an exercise on a copy of the workspace: whatever it does to its folder, the
 * learner's own is not touched. Everything that it started is ended when this returns, and the copy
 * is gone.
 *
 * @throws UserError when the workspace or the exercise cannot be read, or is not what it should be.
 */
export async function runCheck(request: CheckRequest): Promise<CheckRun> {
  const started = performance.now();
  const finish = (outcome: CheckOutcome, learnerOutput = '', notes: readonly string[] = []) => {
    return { outcome, learnerOutput, notes, seconds: (performance.now() - started) / 1000 };
  };
  const missing = findMissing(['python3', ...(request.needs ?? [])], request.env);
  if (missing.length > 0) return finish(notRun('missing-program', describeMissing(missing)));

  const check = ownFile(request.exercise, 'check.py');
  return withPrivateFolder(request.env, async (folder) => {
    const copy = join(folder, 'workspace');
    const notes = copyWorkspace(realFolder(request.workspace), copy);
    await handOverYaml(request.yaml, copy, join(folder, 'yaml'));
    const run = await runContained({ ...request, script: check, cwd: copy, folder });
    const show = (text: string) => printable(text.replaceAll(copy, () => request.workspace));
    const report = readTap(printable(run.stdout));
    return finish(
      judge({ ended: run.ended, report, said: run.stderr }, show),
      show(run.stderr),
      notes,
    );
  });
}
