import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DueCalendar } from '../../../src/core/memory/due-calendar.ts';
import { type Day, toDay } from '../../../src/core/time/day.ts';

function calendarOf(days: readonly number[]): DueCalendar {
  const calendar = new DueCalendar();
  for (const day of days) calendar.add(toDay(day));
  return calendar;
}

it.each<[what: string, taken: number[], first: number, last: number, wanted: number, day: number]>([
  ['the one that is wanted, where all are empty', [], 8, 12, 10, 10],
  ['the nearest of the empty ones', [10], 8, 12, 10, 9],
  ['the earlier of two equally near', [10, 10, 9, 11], 8, 12, 10, 8],
  ['the later one where it is emptier', [10, 9], 8, 12, 10, 11],
  ['a far one where it is emptier', [9, 10, 11, 12], 8, 12, 10, 8],
  ['the one with fewest where all are taken', [8, 8, 9, 9, 10, 10, 11, 12, 12], 8, 12, 10, 11],
  ['the wanted one where all are equally full', [8, 9, 10, 11, 12], 8, 12, 10, 10],
  ['no other where there is no choice', [10, 10], 10, 10, 10, 10],
  ['none outside', [8, 9, 10], 8, 10, 9, 9],
])('chooses %s', (_, taken, first, last, wanted, day) => {
  expect(calendarOf(taken).emptiest(toDay(first), toDay(last), toDay(wanted))).toBe(day);
});

it('forgets what was taken out', () => {
  const calendar = calendarOf([10]);
  calendar.remove(toDay(10));
  expect(calendar.emptiest(toDay(8), toDay(12), toDay(10))).toBe(10);
});

it('no day between is emptier than the one it chooses, and none as empty is nearer', () => {
  const anyDay = fc.nat(20);
  fc.assert(
    fc.property(fc.array(anyDay), anyDay, anyDay, anyDay, (taken, a, b, c) => {
      const [first = 0, wanted = 0, last = 0] = [a, b, c].sort((x, y) => x - y);
      const counts = (day: number) => taken.filter((other) => other === day).length;
      const chosen: Day = calendarOf(taken).emptiest(toDay(first), toDay(last), toDay(wanted));
      expect(chosen).toBeGreaterThanOrEqual(first);
      expect(chosen).toBeLessThanOrEqual(last);
      for (let day = first; day <= last; day++) {
        expect(counts(day)).toBeGreaterThanOrEqual(counts(chosen));
        if (counts(day) === counts(chosen)) {
          expect(Math.abs(day - wanted)).toBeGreaterThanOrEqual(Math.abs(chosen - wanted));
        }
      }
    }),
  );
});
