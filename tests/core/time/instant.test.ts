import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatInstant,
  formatTime,
  parseInstant,
} from '../../../src/core/time/instant.ts';
import { anyInstant } from '../../support/any-journal.ts';
import { instant } from '../../support/standing.ts';

const utc = Date.UTC;

describe('reading', () => {
  it.each([
    ['2026-11-23T10:15:03.120+01:00', utc(2026, 10, 23, 9, 15, 3, 120), 60],
    ['2026-11-23T10:15:03+01:00', utc(2026, 10, 23, 9, 15, 3), 60],
    ['2026-11-23T10:15+01:00', utc(2026, 10, 23, 9, 15), 60],
    ['2026-11-23T10:15:00.5Z', utc(2026, 10, 23, 10, 15, 0, 500), 0],
    ['2026-11-23T10:15Z', utc(2026, 10, 23, 10, 15), 0],
    // Without an offset, UTC: never the zone of the machine that reads it.
    ['2026-11-23T10:15', utc(2026, 10, 23, 10, 15), 0],
    ['2026-11-23T10:15:03.12', utc(2026, 10, 23, 10, 15, 3, 120), 0],
    ['2026-11-23', utc(2026, 10, 23), 0],
    ['2026-11-23T00:10-05:30', utc(2026, 10, 23, 5, 40), -330],
    ['2026-11-23T23:59:59.999+14:00', utc(2026, 10, 23, 9, 59, 59, 999), 840],
    ['2024-02-29', utc(2024, 1, 29), 0],
    ['1969-12-31T23:59:59Z', -1000, 0],
  ])('%s', (text, ms, offsetMinutes) => {
    expect(parseInstant(text)).toEqual({ ms, offsetMinutes });
  });

  it.each([
    ...[
      '',
      'now',
      '2026',
      '2026-11',
      '2026-11-23T',
      '2026-11-23T10',
      '20261123',
      '2026-11-23 10:15',
    ],
    ...['2026-13-01', '2026-00-01', '2026-11-32', '2026-11-00', '2026-11-23T25:00Z'],
    ...['2026-11-23T10:60Z', '2026-11-23T10:15:60Z', '2026-11-23T10:15:03.1234Z', '26-11-23'],
    ...['2026-11-23T10:15+1:00', '2026-11-23T10:15+0100', '2026-11-23T10:15+25:00'],
    ...[
      ' 2026-11-23',
      '2026-11-23\n',
      '2026-11-23T10:15z',
      '+2026-11-23',
      '2026-11-23T10:15+01:60',
    ],
  ])('%j is no moment', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  // Reported: they become the second and the first of March.
  it.each(['2026-02-30', '2026-02-29T10:00Z', '2026-11-31'])('%s is no day', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('writing', () => {
  it('is read again as the same moment and the same offset', () => {
    fc.assert(
      fc.property(anyInstant, (moment) => {
        const text = formatInstant(moment);
        expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
        expect(parseInstant(text)).toEqual(moment);
      }),
    );
  });

  it.each([
    [0, 0, '1970-01-01T00:00:00.000+00:00'],
    [0, 60, '1970-01-01T01:00:00.000+01:00'],
    [0, -210, '1969-12-31T20:30:00.000-03:30'],
    [0, -5, '1969-12-31T23:55:00.000-00:05'],
    [utc(2026, 10, 23, 23, 30), 345, '2026-11-24T05:15:00.000+05:45'],
  ])('%i at %i minutes east', (ms, offsetMinutes, text) => {
    expect(formatInstant({ ms, offsetMinutes })).toBe(text);
  });
});

describe("on the learner's own clock and calendar", () => {
  const now = instant('2026-11-23T12:00+01:00');

  it.each([
    ['2026-11-09T10:15+01:00', '9 Nov', '10:15'],
    ['2026-01-01T00:00+01:00', '1 Jan', '00:00'],
    // In UTC it is still the old year.
    ['2026-01-01T00:30+01:00', '1 Jan', '00:30'],
    ['2025-12-31T23:30-05:00', '31 Dec 2025', '23:30'],
    ['2025-11-23T12:00+01:00', '23 Nov 2025', '12:00'],
    ['2027-02-28T23:59:59.999+01:00', '28 Feb 2027', '23:59'],
  ])('%s is %s, at %s', (text, date, time) => {
    expect(formatDate(instant(text), now)).toBe(date);
    expect(formatTime(instant(text))).toBe(time);
  });

  it('the year is that of the clock that asks, where it stands', () => {
    const newYear = instant('2026-01-01T05:00+09:00');
    expect(formatDate(newYear, newYear)).toBe('1 Jan');
    expect(formatDate(newYear, instant('2025-12-31T20:00Z'))).toBe('1 Jan 2026');
  });
});
