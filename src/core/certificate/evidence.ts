import type { Curriculum, Topic } from '../curriculum/curriculum.ts';
import { currentIds } from '../curriculum/renamed.ts';
import { encodeEvent } from '../journal/codec.ts';
import { type JournalEvent, topicsOf } from '../journal/event.ts';
import { findUndone, isReversal } from '../journal/history.ts';

/**
 * The events that say what was done in some topics: those in force, in merged order, each as the line
 * that an export has for it. The same journal gives the same lines, on every machine.
 *
 * @param events of all curricula, in merged order.
 */
export function evidenceFor(
  events: readonly JournalEvent[],
  curriculum: Curriculum,
  topics: readonly Topic[],
): string[] {
  const own = events.filter((event) => event.curriculum === curriculum.id);
  const undone = findUndone(own);
  const ids = new Set(topics.map(({ id }) => id));
  const isAbout = (event: JournalEvent): boolean => {
    if ('$foreign' in event || isReversal(event) || undone.has(event.id)) return false;
    const current = topicsOf(event).flatMap((id) => currentIds(curriculum, id));
    return current.some((id) => ids.has(id));
  };
  return own.filter(isAbout).map(encodeEvent);
}
