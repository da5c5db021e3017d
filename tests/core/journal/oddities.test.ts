import { expect, it } from 'vitest';
import type { JournalEvent, KnownEvent } from '../../../src/core/journal/event.ts';
import { findOddities } from '../../../src/core/journal/oddities.ts';
import { parseInstant } from '../../../src/core/time/instant.ts';
import { eventOf } from '../../support/journal.ts';

const now = parseInstant('2026-11-23T12:00:00Z') ?? { ms: 0, offsetMinutes: 0 };

const at = (clock: string, stamp: Partial<KnownEvent> = {}, topic = 'git'): JournalEvent =>
  eventOf({ kind: 'topic-started', topic }, {
    at: `2026-11-23T${clock}Z`,
    ...stamp,
  } as Partial<KnownEvent>);

const find = (...events: JournalEvent[]) =>
  findOddities(events, 'mlops', (topic) => topic === 'git', now);

it.each([
  ['none', [at('10:00'), at('11:00')], 0, 0],
  ['a clock set back by an hour', [at('10:00'), at('09:00'), at('11:00')], 1, 0],
  ['every event before the latest', [at('10:00'), at('08:00'), at('09:00')], 2, 0],
  ['five minutes are no oddity', [at('10:00'), at('09:55')], 0, 0],
  ['a little more is', [at('10:00'), at('09:54:59')], 1, 0],
  ['two devices, each in its own order', [at('10:00'), at('09:00', { device: 'desk' })], 0, 0],
  ['five minutes ahead', [at('12:05')], 0, 0],
  ['a little more ahead', [at('12:05:01')], 0, 1],
])('clocks: %s', (_, events, backwards, future) => {
  expect(find(...events)).toMatchObject({ backwards, future });
});

it('counts what it does not understand by kind and version', () => {
  const stranger = (kind: string, v: number): JournalEvent => {
    return { ...at('10:00'), kind, v, $foreign: true };
  };
  const { foreign } = find(stranger('badge-won', 1), stranger('x', 2), stranger('badge-won', 1));
  expect([...foreign.values()]).toEqual([2, 1]);
});

it('counts topics that the curriculum does not know, and only those of this curriculum', () => {
  const { unknownTopics } = find(
    at('10:00'),
    at('10:00', {}, 'svn'),
    at('10:00', {}, 'svn'),
    at('10:00', {}, 'constructor'),
    at('10:00', { curriculum: 'other' }, 'svn'),
  );
  expect([...unknownTopics]).toEqual([
    ['svn', 2],
    ['constructor', 1],
  ]);
});
