import { parseInstant } from '../time/instant.ts';
import type { JournalEvent } from './event.ts';

/** Where in the merged order one stands: after everything seen so far. Plain data. */
export interface Position {
  /** The time of the last event, as `mergeEvents` counts it. */
  readonly ms: number;
  /** The device that wrote it, and which of its events that was. */
  readonly device: string;
  readonly seq: number;
  /** For each device, the latest time that any of its events counted as. */
  readonly devices: Readonly<Record<string, number>>;
}

export const startPosition: Position = { ms: -8.64e15, device: '', seq: -1, devices: {} };

/** The time that an event counts as: a device's clock never runs backwards. */
export function countedTime(event: JournalEvent, latestOfDevice: number | undefined): number {
  const ms = parseInstant(event.at)?.ms ?? startPosition.ms;
  return latestOfDevice === undefined ? ms : Math.max(ms, latestOfDevice);
}

/** Whether the event comes after everything seen so far, in the order of `mergeEvents`. */
export function isAfter(event: JournalEvent, { ms, device, seq, devices }: Position): boolean {
  const time = countedTime(event, devices[event.device]);
  if (time !== ms) return time > ms;
  return event.device === device ? event.seq > seq : event.device > device;
}

/** One event further. */
export function moveTo({ devices }: Position, event: JournalEvent): Position {
  const { device, seq } = event;
  const ms = countedTime(event, devices[device]);
  // The common case is the same device as before: its record is only replaced when it is new.
  if (devices[device] === ms) return { ms, device, seq, devices };
  return { ms, device, seq, devices: { ...devices, [device]: ms } };
}
