import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Topic } from '../core/curriculum/curriculum.ts';
import type { ExerciseFile } from '../core/curriculum/schema.ts';
import { printable } from '../core/text/printable.ts';
import { UserError } from '../failure.ts';
import { type CheckRun, runCheck } from '../io/exercises/check-runner.ts';
import { readTask } from '../io/exercises/files.ts';
import { usualLimitS } from '../io/exercises/process/limits.ts';
import type { Place } from '../io/exercises/workspace/place.ts';
import { layOut, reset } from '../io/exercises/workspace/workspace.ts';
import { chooseEditor, openInEditor } from '../io/programs/editor.ts';
import { findMissing } from '../io/programs/programs.ts';
import { renderMissing } from '../terminal/views/practice.ts';
import type { Workshop } from '../tutor/practice.ts';
import type { Session } from './session.ts';
import { requireTrust } from './trust.ts';

/** The exercise of one topic on this machine: everything that the conversation and the verb need. */
export interface OpenWorkshop extends Workshop {
  readonly task: string;
  /** What the learner edits, as absolute paths. */
  readonly files: readonly string[];
  /** The real tools of the exercise's variant that are on this machine. */
  readonly tools: readonly string[];
  check(signal?: AbortSignal): Promise<CheckRun>;
  layOut(): ReturnType<typeof layOut>;
  /** Puts the starter files back. @returns where the learner's own are now. */
  reset(): Promise<string | undefined>;
}

/**
 * @throws UserError when the topic has no exercise, when it may not run here, or when a program that
 * it needs is missing.
 */
export async function openWorkshop(session: Session, topic: Topic): Promise<OpenWorkshop> {
  const { exercise } = (await session.curriculum()).content(topic);
  const folder = session.curriculumFolder();
  if (!exercise || folder === undefined) {
    const hint = `Learn it with: mlops-path learn ${topic.id}`;
    throw new UserError('no-exercise', `${topic.title} has no exercise.`, hint);
  }
  await requireTrust(session);
  needPrograms(session, exercise);

  const { world, paths, settings } = session;
  const { curriculum } = await session.curriculum();
  const base = settings.workspace ?? paths.workspace;
  const place: Place = {
    exercise: join(folder, 'topics', topic.id, 'exercise'),
    workspace: join(base, ...(session.isShipped ? [] : [curriculum.id]), topic.id),
    env: world.env,
    kit: join(world.programFolder, 'curriculum'),
    signal: world.stop,
  };
  const { workspace } = place;
  return {
    ...{ exercise, workspace, task: readTask(place.exercise) },
    files: exercise.files.map((file) => join(workspace, file)),
    tools: (exercise.optional ?? []).filter((name) => findMissing([name], world.env).length === 0),
    layOut: () => layOut(place),
    reset: () => reset(place, session.now()),
    async check(signal) {
      const run = await runCheck({
        ...place,
        limitMs: (exercise.time_limit_s ?? usualLimitS) * 1000,
        yaml: exercise.yaml ?? [],
        needs: exercise.needs,
        signal: signal ? AbortSignal.any([signal, world.stop]) : world.stop,
      });
      world.stop.throwIfAborted();
      return run;
    },
    // Both load a package that a single check has no use for.
    async watch(onSave, onFailure) {
      const { watchFolder } = await import('../io/exercises/workspace/watch.ts');
      return watchFolder(workspace, onSave, (reason) => onFailure(printable(reason)));
    },
    async solution() {
      const { diffWithSolution } = await import('../io/exercises/solution.ts');
      return diffWithSolution(place.exercise, workspace, exercise.files);
    },
    async open() {
      const editor = chooseEditor(world.env);
      const files = exercise.files.map((file) => join(workspace, file)).filter(existsSync);
      const shown = files.length > 0 ? files : [workspace];
      await world.lendTerminal(() => openInEditor(editor, shown, world.env, world.stop));
    },
  };
}

function needPrograms(session: Session, { needs }: ExerciseFile): void {
  const missing = findMissing(needs, session.world.env);
  if (missing.length === 0) return;
  session.say(renderMissing(missing, session.theme));
  const hint = 'Install it and come back; mlops-path doctor says whether it is found.';
  throw new UserError('missing-program', 'The exercise needs what is not on this machine.', hint);
}
