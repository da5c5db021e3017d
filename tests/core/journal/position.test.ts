import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/event.ts';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import {
  isAfter,
  moveTo,
  type Position,
  startPosition,
} from '../../../src/core/journal/position.ts';
import { anyJournal } from '../../support/any-journal.ts';

// Reported: the name of a device may be that of what every object has, which is then no number.
const named = anyJournal.map((events) =>
  events.map((event) => ({ ...event, device: event.device.replace('constructor', 'other') })),
);

const walk = (events: readonly JournalEvent[]): Position => events.reduce(moveTo, startPosition);

it('in the merged order, every event comes after all before it', () => {
  fc.assert(
    fc.property(named, (events) => {
      let position = startPosition;
      for (const event of mergeEvents(events)) {
        expect(isAfter(event, position)).toBe(true);
        position = moveTo(position, event);
        expect(isAfter(event, position)).toBe(false);
      }
    }),
  );
});

it('no event comes after a position that has passed it', () => {
  fc.assert(
    fc.property(named, (events) => {
      const position = walk(mergeEvents(events));
      expect(events.some((event) => isAfter(event, position))).toBe(false);
    }),
  );
});

it('a position survives being stored', () => {
  fc.assert(
    fc.property(named, (events) => {
      const position = walk(mergeEvents(events));
      expect(JSON.parse(JSON.stringify(position))).toEqual(position);
    }),
  );
});

it('a device may have any name', () => {
  fc.assert(
    fc.property(anyJournal, (events) => {
      const { ms } = walk(mergeEvents(events));
      expect(Number.isFinite(ms)).toBe(true);
    }),
  );
});
