import type { Curriculum } from '../curriculum/curriculum.ts';
import { currentIds } from '../curriculum/renamed.ts';
import { type JournalEvent, type TopicEvent, topicsOf } from '../journal/event.ts';
import { findUndone, isReversal } from '../journal/history.ts';
import { type Day, dayOf } from '../time/day.ts';
import { type Instant, parseInstant } from '../time/instant.ts';

/** An event in force, and the time that it is the end of. */
export interface TimedEvent {
  readonly event: TopicEvent;
  readonly at: Instant;
  readonly day: Day;
  /** The ids that its topics have now. */
  readonly topics: readonly string[];
  /** What went into it and into no other event, in whole milliseconds. */
  readonly ms: number;
}

/** Whoever does nothing for longer than this has gone for a walk. */
export const longestIdleMinutes = 30;
const longestIdleMs = longestIdleMinutes * 60_000;

/**
 * What was done in a curriculum, and how long it took, as far as the journal knows: the time since
 * the event before it of the same visit, and for an answer the time from the question to it where
 * that is longer; of both at most half an hour. Times that overlap, on two devices or in two windows,
 * count once. What happened before the first event of a visit nobody knows.
 *
 * @param events of all curricula, in merged order.
 */
export function timeEvents(events: readonly JournalEvent[], curriculum: Curriculum): TimedEvent[] {
  const own = events.filter((event) => event.curriculum === curriculum.id);
  const undone = findUndone(own);
  const visits = new Map<string, number>();
  const timed = own.flatMap((event): TimedEvent[] => {
    const at = parseInstant(event.at);
    if (!at || '$foreign' in event || isReversal(event) || undone.has(event.id)) return [];
    const sinceMs = at.ms - (visits.get(event.action) ?? at.ms);
    visits.set(event.action, at.ms);
    const answerMs = event.kind === 'question-answered' ? Math.round(event.seconds * 1000) : 0;
    const ms = Math.min(longestIdleMs, Math.max(0, sinceMs, answerMs));
    const topics = topicsOf(event).flatMap((id) => currentIds(curriculum, id));
    return [{ event, at, day: dayOf(at), topics, ms }];
  });
  return withoutOverlaps(timed);
}

/** From the last end to the first, what is covered already is all that lies behind one moment. */
function withoutOverlaps(timed: readonly TimedEvent[]): TimedEvent[] {
  let coveredFrom = Number.POSITIVE_INFINITY;
  const own = new Map<TimedEvent, number>();
  for (const one of [...timed].sort((a, b) => b.at.ms - a.at.ms)) {
    const from = one.at.ms - one.ms;
    own.set(one, Math.max(0, Math.min(one.at.ms, coveredFrom) - from));
    coveredFrom = Math.min(coveredFrom, from);
  }
  return timed.map((one) => ({ ...one, ms: own.get(one) ?? 0 }));
}
