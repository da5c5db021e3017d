/**
 * A point in time, with the offset of the place where it happened: an event keeps the wall clock
 * that its learner saw, so that old days are never recomputed with today's time zone.
 */
export interface Instant {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly ms: number;
  /** Minutes east of UTC. */
  readonly offsetMinutes: number;
}

const minuteMs = 60_000;

/** ISO 8601 with milliseconds and the local offset: `2026-11-23T10:15:03.120+01:00`. */
export function formatInstant({ ms, offsetMinutes }: Instant): string {
  const local = new Date(ms + offsetMinutes * minuteMs).toISOString().slice(0, -1);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMinutes);
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
  const mm = String(minutes % 60).padStart(2, '0');
  return `${local}${sign}${hh}:${mm}`;
}

const iso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Reads ISO 8601. Without an offset the time is taken as UTC. `undefined` when it is no date. */
export function parseInstant(text: string): Instant | undefined {
  const match = iso.exec(text);
  if (!match || !isDay(text.slice(0, 10))) return undefined;
  const zone = match[1];
  const ms = Date.parse(zone || text.length === 10 ? text : `${text}Z`);
  if (Number.isNaN(ms)) return undefined;
  if (zone === undefined || zone === 'Z') return { ms, offsetMinutes: 0 };
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  const offsetMinutes = (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
  return { ms, offsetMinutes };
}

/** The calendar has no 30 February, though the clock of JavaScript does. */
function isDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `9 Nov`, with the year when it is not the year of `now`: a date in the learner's own wall clock. */
export function formatDate(instant: Instant, now: Instant): string {
  const full = formatFullDate(instant);
  const [day, month, year] = full.split(' ');
  return formatFullDate(now).endsWith(` ${year}`) ? `${day} ${month}` : full;
}

/** `9 Nov 2026`. */
export function formatFullDate({ ms, offsetMinutes }: Instant): string {
  const local = new Date(ms + offsetMinutes * minuteMs);
  return `${local.getUTCDate()} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
}

/** `10:15`, in the learner's own wall clock. */
export function formatTime(instant: Instant): string {
  return formatInstant(instant).slice(11, 16);
}
