import { count, list } from '../text/phrase.ts';
import type { Curriculum } from './curriculum.ts';
import { currentIds } from './renamed.ts';

/** A curriculum as the learner saw it last. */
export interface SeenCurriculum {
  readonly version: string;
  readonly topics: readonly string[];
}

export function seenNow({ version, topics }: Curriculum): SeenCurriculum {
  return { version, topics: topics.map(({ id }) => id) };
}

/** What happened to the curriculum since, a sentence each; nothing when nothing did. */
export function describeChanges(seen: SeenCurriculum, now: Curriculum): string[] {
  const known = new Set(seen.topics);
  const gone = seen.topics.filter((id) => !now.indexOf.has(id));
  const renamed = gone.filter((id) => currentIds(now, id).some((other) => now.indexOf.has(other)));
  const targets = new Set(renamed.flatMap((id) => currentIds(now, id)));
  const added = now.topics.filter(({ id }) => !known.has(id) && !targets.has(id));
  const retired = gone.filter((id) => !renamed.includes(id));

  const sentences = renamed.map(
    (id) => `"${id}" is now ${list(currentIds(now, id))}; what you did moved along.`,
  );
  if (added.length > 0) {
    const titles = list(
      added.map(({ title }) => title),
      3,
    );
    sentences.push(
      `${count(added.length, 'topic')} ${added.length === 1 ? 'is' : 'are'} new: ${titles}.`,
    );
  }
  if (retired.length > 0) {
    sentences.push(
      `${list(retired, 5)} ${retired.length === 1 ? 'is' : 'are'} gone; your history keeps what you did.`,
    );
  }
  if (sentences.length === 0) return [];
  return [`The curriculum went from version ${seen.version} to ${now.version}.`, ...sentences];
}
