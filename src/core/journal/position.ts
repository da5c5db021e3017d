import { parseInstant } from '../time/instant.ts';
import type { JournalEvent } from './event.ts';

/** Where in the merged order one stands: after everything seen so far. Plain data. */
export interface Position {
  /** The time of the last event, as `mergeEvents` counts it. */
  readonly ms: number;
  /** The device that wrote it, and which of its events that was. */
  readonly device: string;
  readonly seq: number;
  /** For each device, its last event and the latest time that any of its events counted as. */
  readonly devices: readonly DevicePosition[];
}

interface DevicePosition {
  readonly device: string;
  readonly seq: number;
  readonly ms: number;
}

export const startPosition: Position = { ms: -8.64e15, device: '', seq: -1, devices: [] };

/** The time that an event counts as: a device's clock never runs backwards. */
export function countedTime(event: JournalEvent, latestOfDevice: number | undefined): number {
  const ms = parseInstant(event.at)?.ms ?? startPosition.ms;
  return latestOfDevice === undefined ? ms : Math.max(ms, latestOfDevice);
}

/** Whether the event comes after everything seen so far, in the order of `mergeEvents`. */
export function isAfter(event: JournalEvent, { ms, device, devices }: Position): boolean {
  const own = devices.find((known) => known.device === event.device);
  // An earlier event of a device that is already further would move the times of the later ones.
  if (own && event.seq <= own.seq) return false;
  const time = countedTime(event, own?.ms);
  return time === ms ? event.device >= device : time > ms;
}

/** One event further. */
export function moveTo({ devices }: Position, event: JournalEvent): Position {
  const { device, seq } = event;
  const own = devices.find((known) => known.device === device);
  const ms = countedTime(event, own?.ms);
  const others = own ? devices.filter((known) => known !== own) : devices;
  const last = { device, seq: Math.max(seq, own?.seq ?? seq), ms };
  return { ms, device, seq, devices: [...others, last] };
}
