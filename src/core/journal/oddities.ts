import { type Instant, parseInstant } from '../time/instant.ts';
import type { JournalEvent } from './event.ts';

/** What is strange in a journal, though all of it is used or kept. */
export interface Oddities {
  /** Kinds or versions that this program does not know, with how many events. */
  readonly foreign: ReadonlyMap<string, number>;
  /** Topics that the curriculum does not know, with how many events. */
  readonly unknownTopics: ReadonlyMap<string, number>;
  /** Events that were written while the clock stood before the event before them. */
  readonly backwards: number;
  /** Events from the future. */
  readonly future: number;
}

/** A clock that is a little ahead is no oddity. */
const toleranceMs = 5 * 60_000;

/** @param events in merged order. @param isKnown whether the curriculum in use knows the topic. */
export function findOddities(
  events: readonly JournalEvent[],
  curriculum: string,
  isKnown: (topic: string) => boolean,
  now: Instant,
): Oddities {
  const foreign = new Map<string, number>();
  const unknownTopics = new Map<string, number>();
  const latest = new Map<string, number>();
  let backwards = 0;
  let future = 0;
  const more = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const event of events) {
    const ms = parseInstant(event.at)?.ms ?? 0;
    const before = latest.get(event.device) ?? ms;
    if (ms < before - toleranceMs) backwards++;
    if (ms > now.ms + toleranceMs) future++;
    latest.set(event.device, Math.max(ms, before));
    if ('$foreign' in event) more(foreign, `${event.kind} (version ${event.v})`);
    else if (event.curriculum === curriculum && 'topic' in event && !isKnown(event.topic)) {
      more(unknownTopics, event.topic);
    }
  }
  return { foreign, unknownTopics, backwards, future };
}
