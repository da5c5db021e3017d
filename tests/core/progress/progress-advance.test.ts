import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KnownEvent } from '../../../src/core/journal/event.ts';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import { advance, foldProgress } from '../../../src/core/progress/progress.ts';
import { anyJournal } from '../../support/any-journal.ts';
import { eventOf } from '../../support/journal.ts';
import { eventsOf, marked, reopened, skipped, started } from '../../support/standing.ts';

/** What was known once, and what came later: files only grow. */
const grown = anyJournal.chain((events) =>
  fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)).map(([...known]) => {
    const devices = [...new Set(events.map(({ device }) => device))];
    const isKnown = ({ device, seq }: KnownEvent) => seq <= (known[devices.indexOf(device)] ?? 0);
    const before = mergeEvents(events.filter(isKnown));
    return [before, mergeEvents(events.filter((event) => !isKnown(event)))] as const;
  }),
);

it('adding later events gives the same as folding all, or says that it cannot', () => {
  let added = 0;
  fc.assert(
    fc.property(grown, ([before, later]) => {
      const known = foldProgress(before, 'small');
      const copy = structuredClone(known);
      // Reported: an event that was taken back before it came is then in force.
      const named = new Set(before.flatMap((event) => ('events' in event ? event.events : [])));
      fc.pre(!later.some(({ id }) => named.has(id)));
      const after = advance(known, later, 'small');
      if (after) {
        added += later.length;
        expect(after).toEqual(foldProgress(mergeEvents([...before, ...later]), 'small'));
      }
      expect(known).toEqual(copy);
    }),
    { numRuns: 500 },
  );
  // Else the law would hold for a program that always refuses.
  expect(added).toBeGreaterThan(0);
});

it('adds what happens in the order of its happening', () => {
  const events = eventsOf([started('git'), marked('git'), reopened('git'), skipped('bash')]);
  for (const cut of events.keys()) {
    const known = foldProgress(events.slice(0, cut), 'mlops');
    expect(advance(known, events.slice(cut), 'mlops')).toEqual(foldProgress(events, 'mlops'));
  }
});

it.each<[what: string, before: KnownEvent[], later: KnownEvent[]]>([
  [
    'what was taken back before it came',
    [eventOf({ kind: 'undone', events: ['desk-1'] }, { device: 'laptop', seq: 1 })],
    [eventOf(marked('git'), { device: 'desk', seq: 9, id: 'desk-1' })],
  ],
  [
    'an event that was missing in the middle, of a clock that ran backwards',
    [eventOf(marked('git'), { seq: 5, at: '2026-11-23T10:00Z' } as Partial<KnownEvent>)],
    [eventOf(skipped('git'), { seq: 3, at: '2026-11-23T11:00Z' } as Partial<KnownEvent>)],
  ],
])('adding, reported: %s', (_, before, later) => {
  const after = advance(foldProgress(before, 'mlops'), later, 'mlops');
  const all = foldProgress(mergeEvents([...before, ...later]), 'mlops');
  expect(after?.topics ?? all.topics).toEqual(all.topics);
});
