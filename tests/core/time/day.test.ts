import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dayOf, noonOf, toDay } from '../../../src/core/time/day.ts';
import { formatInstant, type Instant } from '../../../src/core/time/instant.ts';
import { anyInstant } from '../../support/any-journal.ts';
import { instant } from '../../support/standing.ts';

/** The date that a day has in the diary. */
const dateOf = (at: Instant) => formatInstant(noonOf(dayOf(at), at.offsetMinutes)).slice(0, 10);

it.each([
  ['in the middle of the day', '2026-11-23T12:00+01:00', '2026-11-23'],
  ['at four it begins', '2026-11-23T04:00+01:00', '2026-11-23'],
  ['before four it is still yesterday', '2026-11-23T03:59:59.999+01:00', '2026-11-22'],
  ['after midnight, too', '2026-11-24T00:30+01:00', '2026-11-23'],
  ['by the clock of the place, not by UTC', '2026-11-23T05:00+14:00', '2026-11-23'],
  ['by the clock of the place, in the west', '2026-11-23T23:00-10:00', '2026-11-23'],
  ['half an hour more', '2026-11-23T04:00+05:30', '2026-11-23'],
  ['in the first night of a year', '2027-01-01T02:00+01:00', '2026-12-31'],
  ['in the first night of March', '2028-03-01T03:00Z', '2028-02-29'],
  ['before 1970', '1969-12-31T03:00Z', '1969-12-30'],
  // The night in which the clock is put forward or back is one night.
  ['before the clock is put forward', '2026-03-29T01:59+01:00', '2026-03-28'],
  ['after it is', '2026-03-29T03:00+02:00', '2026-03-28'],
  ['before the clock is put back', '2026-10-25T02:59+02:00', '2026-10-24'],
  ['after it is, in the hour that comes twice', '2026-10-25T02:00+01:00', '2026-10-24'],
  ['the morning after', '2026-10-25T04:00+01:00', '2026-10-25'],
])('%s: %s is a part of %s', (_, text, date) => {
  expect(dateOf(instant(text))).toBe(date);
});

it('the first day is 1970-01-01, and each has a number more than the one before', () => {
  expect(dayOf(instant('1970-01-01T04:00Z'))).toBe(0);
  expect(dayOf(instant('1970-01-02T03:59Z'))).toBe(0);
  expect(dayOf(instant('2026-11-23T12:00+01:00'))).toBe(20_780);
  expect(dayOf(instant('2026-11-24T12:00+01:00'))).toBe(20_781);
});

it('later is never an earlier day, in one place', () => {
  fc.assert(
    fc.property(anyInstant, fc.nat(1e10), (at, laterMs) => {
      const [day, later] = [dayOf(at), dayOf({ ...at, ms: at.ms + laterMs })];
      expect(later - day).toBeGreaterThanOrEqual(Math.floor(laterMs / 86_400_000));
      expect(later - day).toBeLessThanOrEqual(Math.ceil(laterMs / 86_400_000));
    }),
  );
});

it('travelling moves it by a day at most, or two between the ends of the world', () => {
  const anywhere = fc.integer({ min: -12 * 60, max: 14 * 60 });
  fc.assert(
    fc.property(anyInstant, anywhere, (at, offsetMinutes) => {
      const moved = Math.abs(dayOf({ ...at, offsetMinutes }) - dayOf(at));
      expect(moved).toBeLessThanOrEqual(
        Math.ceil(Math.abs(offsetMinutes - at.offsetMinutes) / 1440),
      );
    }),
  );
});

it('its noon is on it, wherever that is', () => {
  fc.assert(
    fc.property(anyInstant, (at) => {
      const noon = noonOf(dayOf(at), at.offsetMinutes);
      expect(dayOf(noon)).toBe(dayOf(at));
      expect(formatInstant(noon).slice(11, 16)).toBe('12:00');
    }),
  );
});

it.each([
  [10, 3, 13],
  [10, -3, 7],
  [10, 0, 10],
  [10, 2.4, 12],
  [10, 2.6, 13],
])('%i and %d days are %i: a day is whole', (day, days, sum) => {
  expect(addDays(toDay(day), days)).toBe(sum);
});
