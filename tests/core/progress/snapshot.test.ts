import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import { foldProgress } from '../../../src/core/progress/progress.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  type Snapshot,
  snapshotVersion,
} from '../../../src/core/progress/snapshot.ts';
import { anyJournal } from '../../support/any-journal.ts';
import { eventsOf, marked, skipped } from '../../support/standing.ts';

const files = [{ file: 'laptop.jsonl', size: 12, modifiedMs: 1.5, end: 'e30K' }];
const snapshot: Snapshot = {
  ...{ version: snapshotVersion, key: 'key', files },
  progress: foldProgress(eventsOf([marked('git'), skipped('__proto__')]), 'mlops'),
};

it('reads what it has written', () => {
  expect(decodeSnapshot(encodeSnapshot(snapshot), 'key')).toEqual(snapshot);
});

it('reads the progress of any journal as it was', () => {
  fc.assert(
    fc.property(anyJournal.map(mergeEvents), (events) => {
      // Reported: a device named like what every object has makes the position no number.
      fc.pre(events.every(({ device }) => device !== 'constructor'));
      const progress = foldProgress(events, 'small');
      const read = decodeSnapshot(encodeSnapshot({ ...snapshot, progress }), 'key');
      expect(read?.progress).toEqual(progress);
    }),
  );
});

const text = encodeSnapshot(snapshot);

it.each([
  ['another key', text.replace('"key":"key"', '"key":"other"')],
  ['another version', text.replace(`"version":${snapshotVersion}`, '"version":0')],
  ['a text that is cut off', text.slice(0, -5)],
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['no progress', JSON.stringify({ version: snapshotVersion, key: 'key', files })],
  ['no topics', JSON.stringify({ ...snapshot, progress: {} })],
  ['topics of another shape', JSON.stringify({ ...snapshot, progress: { topics: {} } })],
  ['no files', text.replace('"files":', '"file":')],
])('%s is no snapshot', (_, damaged) => {
  expect(decodeSnapshot(damaged, 'key')).toBeUndefined();
});

// Reported: it throws.
it('topics that are no pairs are no snapshot', () => {
  const damaged = JSON.stringify({ ...snapshot, progress: { topics: [1] } });
  expect(decodeSnapshot(damaged, 'key')).toBeUndefined();
});
