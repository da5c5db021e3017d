import type { JournalEvent } from './event.ts';
import { countedTime } from './position.ts';

/**
 * The one order of a set of events, whatever files they came in and however often: by time, then
 * device, then the device's own count. A device whose clock ran backwards keeps its own order: its
 * event counts as not earlier than the one before it.
 */
export function mergeEvents(events: Iterable<JournalEvent>): JournalEvent[] {
  const unique = new Map<string, JournalEvent>();
  for (const event of events) {
    if (!unique.has(event.id)) unique.set(event.id, event);
  }
  const own = [...unique.values()].sort(
    (a, b) => compare(a.device, b.device) || a.seq - b.seq || compare(a.id, b.id),
  );
  const latest = new Map<string, number>();
  const timed = own.map((event) => {
    const at = countedTime(event, latest.get(event.device));
    latest.set(event.device, at);
    return { event, at };
  });
  // The sort is stable and `timed` is in the order of devices and counts: equal times keep it.
  timed.sort((a, b) => a.at - b.at);
  return timed.map(({ event }) => event);
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
