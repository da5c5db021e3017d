import type { Instant } from './instant.ts';

/**
 * A page of the learner's diary, counted from 1970-01-01. What is due is due on a day, not at a point
 * in time. A day begins at four in the morning: who studies past midnight is still at it.
 */
export type Day = number & { readonly [brand]: 'day' };
declare const brand: unique symbol;

const dayMs = 86_400_000;
const rolloverMs = 4 * 3_600_000;

/** The day that the learner's own clock showed. Old days are never recomputed with today's zone. */
export function dayOf({ ms, offsetMinutes }: Instant): Day {
  return toDay(Math.floor((ms + offsetMinutes * 60_000 - rolloverMs) / dayMs));
}

export function addDays(day: Day, days: number): Day {
  return toDay(day + Math.round(days));
}

/** The whole numbers are the days; the cast gives them their name. */
export function toDay(count: number): Day {
  return count as Day;
}

/** Noon of a day in a zone: something to print a date of. */
export function noonOf(day: Day, offsetMinutes: number): Instant {
  return { ms: day * dayMs + dayMs / 2 - offsetMinutes * 60_000, offsetMinutes };
}

/** `2026-11-30`. */
export function formatDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
