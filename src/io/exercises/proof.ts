import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExerciseFile } from '../../core/curriculum/schema.ts';
import { type CheckOutcome, wrongIn } from '../../core/exercises/verdict.ts';
import type { Environment } from '../programs/programs.ts';
import { runCheck } from './check-runner.ts';
import { runContained } from './process/contained-process.ts';
import { withPrivateFolder } from './process/private-folder.ts';
import { layOut } from './workspace/workspace.ts';

/** What the author of an exercise promises, and whether it held. */
export interface Proof {
  /** `starter`, `solution`, or `wrong/<name>`. */
  readonly work: string;
  /** Why the promise does not hold; `undefined` when it does. */
  readonly broken: string | undefined;
}

interface Subject {
  /** The folder of the exercise. */
  readonly folder: string;
  readonly exercise: ExerciseFile;
  readonly env: Environment;
  readonly kit: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/**
 * Proves an exercise: the starter fails, the solution passes, and each wrong solution is rejected by a
 * message that names its mistake, which is the line of its `expect.txt`.
 *
 * @param runs how often each is tried: chance must not decide.
 */
export async function proveExercise(subject: Subject, runs: number): Promise<readonly Proof[]> {
  const wrong = join(subject.folder, 'wrong');
  const names = existsSync(wrong) ? readdirSync(wrong).sort() : [];
  const works = ['starter', 'solution', ...names.map((name) => `wrong/${name}`)];
  const proofs: Proof[] = [];
  for (const work of works) {
    let broken: string | undefined;
    for (let run = 0; run < runs && broken === undefined; run++) {
      broken = await withPrivateFolder(subject.env, (folder) => tryOut(subject, work, folder));
    }
    proofs.push({ work, broken });
  }
  return proofs;
}

/** @returns why the promise does not hold. */
async function tryOut(subject: Subject, work: string, folder: string): Promise<string | undefined> {
  const workspace = join(folder, 'workspace');
  const { env, kit, limitMs, exercise, signal } = subject;
  await layOut({ exercise: subject.folder, workspace, env, kit, signal });
  const failed = work === 'starter' ? undefined : await putOver(subject, work, workspace);
  if (failed !== undefined) return failed;

  const { outcome } = await runCheck({
    ...{ exercise: subject.folder, workspace, env, kit, limitMs, signal },
    ...{ yaml: exercise.yaml ?? [], needs: exercise.needs },
  });
  if (outcome.kind === 'broken') return `The check broke: ${outcome.detail}`;
  if (work === 'solution')
    return outcome.passed ? undefined : `It is rejected: ${wrongIn(outcome).join('; ')}`;
  if (outcome.passed) return 'It passes.';
  return work === 'starter' ? undefined : judgeMessage(join(subject.folder, work), outcome);
}

/** Files are copied over the workspace; a solve.py is run in it instead. */
async function putOver(
  { folder, env, kit, signal }: Subject,
  work: string,
  workspace: string,
): Promise<string | undefined> {
  const script = join(folder, work, 'solve.py');
  if (!existsSync(script)) {
    const isWork = (path: string): boolean => !path.endsWith('expect.txt');
    cpSync(join(folder, work), workspace, { recursive: true, filter: isWork });
    return undefined;
  }
  const run = await withPrivateFolder(env, (own) =>
    runContained({ env, kit, script, cwd: workspace, folder: own, limitMs: 60_000, signal }),
  );
  const isDone = run.ended.kind === 'exited' && run.ended.status === 0;
  return isDone ? undefined : `Its solve.py failed: ${run.stderr.trim().split('\n').at(-1)}`;
}

function judgeMessage(folder: string, { lines }: CheckOutcome): string | undefined {
  const file = join(folder, 'expect.txt');
  if (!existsSync(file))
    return 'It has no expect.txt, so nobody knows which message it should get.';
  const expected = readFileSync(file, 'utf8').trim();
  const said = lines.filter(({ ok }) => !ok).flatMap(({ what, came, hint }) => [what, came, hint]);
  if (said.some((text) => text?.includes(expected))) return undefined;
  return `No message names its mistake, which is "${expected}".`;
}
