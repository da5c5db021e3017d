import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KnownEvent } from '../../../src/core/journal/event.ts';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import { anyJournal } from '../../support/any-journal.ts';
import { eventOf } from '../../support/journal.ts';

/** A journal, and its events in any order and as often as one likes, each at least once. */
const repeated = anyJournal.chain((events) =>
  fc.tuple(
    fc.constant(events),
    fc.tuple(...Array.from({ length: 3 }, () => fc.shuffledSubarray(events))).chain((parts) => {
      const all = [...events, ...parts.flat()];
      return fc.shuffledSubarray(all, { minLength: all.length });
    }),
  ),
);

it('any order and any repetition of the same events gives the same order', () => {
  fc.assert(
    fc.property(repeated, ([events, mess]) => {
      expect(mergeEvents(mess)).toEqual(mergeEvents(events));
    }),
  );
});

it('loses nothing and doubles nothing', () => {
  fc.assert(
    fc.property(repeated, ([events, mess]) => {
      const ids = mergeEvents(mess).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
    }),
  );
});

it("keeps each device's own order, also where its clock runs backwards", () => {
  fc.assert(
    fc.property(repeated, ([, mess]) => {
      const counts = new Map<string, number>();
      for (const { device, seq } of mergeEvents(mess)) {
        expect(seq).toBeGreaterThan(counts.get(device) ?? 0);
        counts.set(device, seq);
      }
    }),
  );
});

it('sorts by time, then device, then count, where every clock goes forwards', () => {
  const forwards = anyJournal.map((events) => {
    const inTime = events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const counts = new Map<string, number>();
    return inTime.map((event) => {
      const seq = (counts.get(event.device) ?? 0) + 1;
      counts.set(event.device, seq);
      return { ...event, seq };
    });
  });
  fc.assert(
    fc.property(forwards, (events) => {
      const key = ({ at, device, seq }: KnownEvent) => `${at} ${device} ${seq}`;
      const keys = events.map(key).sort();
      expect((mergeEvents(events) as KnownEvent[]).map(key)).toEqual(keys);
    }),
  );
});

it('merging in parts is merging at once', () => {
  fc.assert(
    fc.property(repeated, fc.nat(20), ([events, mess], cut) => {
      const parts = [...mergeEvents(mess.slice(cut)), ...mergeEvents(mess.slice(0, cut))];
      expect(mergeEvents(parts)).toEqual(mergeEvents(events));
    }),
  );
});

const at = (device: string, seq: number, clock: string): KnownEvent =>
  eventOf({ kind: 'topic-started', topic: 'git' }, {
    device,
    seq,
    at: `2026-11-23T${clock}`,
  } as Partial<KnownEvent>);

it.each([
  [
    'a later event with an earlier clock counts as not earlier than the one before',
    [at('a', 1, '10:00Z'), at('a', 2, '08:00Z'), at('b', 1, '09:00Z'), at('b', 2, '10:30Z')],
    ['b-1', 'a-1', 'a-2', 'b-2'],
  ],
  [
    'times are compared across time zones',
    [at('a', 1, '10:00+02:00'), at('b', 1, '09:30+01:00'), at('c', 1, '08:15Z')],
    ['a-1', 'c-1', 'b-1'],
  ],
  [
    'at the same time the device decides, by code unit',
    [at('b', 1, '10:00Z'), at('B', 1, '10:00Z'), at('a', 1, '11:00+01:00')],
    ['B-1', 'a-1', 'b-1'],
  ],
  ['counts are numbers', [at('a', 10, '10:00Z'), at('a', 9, '10:00Z')], ['a-9', 'a-10']],
])('%s', (_, events, expected) => {
  expect(mergeEvents(events).map(({ id }) => id)).toEqual(expected);
});
