import { join } from 'node:path';
import type { CompiledCurriculum } from '../core/curriculum/curriculum.ts';
import { count } from '../core/text/phrase.ts';
import { printable } from '../core/text/printable.ts';
import { shippedId } from '../io/curriculum/shipped.ts';
import { usualLimitS } from '../io/exercises/process/limits.ts';
import { type Proof, proveExercise } from '../io/exercises/proof.ts';
import { eachAtOnce } from './at-once.ts';
import { requireConsent } from './consent.ts';
import type { Session } from './session.ts';

/**
 * Runs every exercise of a curriculum and holds it to what its author promises.
 * @throws UserError when it is somebody else's and nobody says that it may run.
 */
export async function proveAll(
  session: Session,
  location: string,
  { data, contents }: CompiledCurriculum,
  runs: number,
  agreed: boolean,
): Promise<readonly (Proof & { readonly topic: string })[]> {
  const topics = data.phases.flatMap(({ steps }) => steps.flatMap((step) => step.topics));
  const subjects = topics.flatMap(({ id }, place) => {
    const exercise = contents[place]?.exercise;
    return exercise ? [{ id, exercise }] : [];
  });
  const isOwn = location === join(session.world.programFolder, 'curriculum', shippedId);
  await requireConsent(session, agreed || isOwn || subjects.length === 0, {
    what: `This runs the programs of ${count(subjects.length, 'exercise')} from ${printable(location)}.`,
    question: 'Go on?',
    hint: 'Add --yes to do it without being asked.',
  });

  const { world } = session;
  const proofs: (Proof & { topic: string })[] = [];
  let begun = 0;
  await eachAtOnce(subjects, async ({ id, exercise }) => {
    begun++;
    if (world.stderr.isTTY) session.say([`Trying ${id} (${begun} of ${subjects.length}) …`]);
    const subject = {
      ...{ folder: join(location, 'topics', id, 'exercise'), exercise, env: world.env },
      kit: join(world.programFolder, 'curriculum'),
      limitMs: (exercise.time_limit_s ?? usualLimitS) * 1000,
      signal: world.stop,
    };
    const found = await proveExercise(subject, runs);
    world.stop.throwIfAborted();
    proofs.push(...found.map((proof) => ({ topic: id, ...proof })));
  });
  const place = new Map(topics.map(({ id }, i) => [id, i]));
  return proofs.sort((a, b) => (place.get(a.topic) ?? 0) - (place.get(b.topic) ?? 0));
}
