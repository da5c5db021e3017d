import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeEvent } from '../../src/core/journal/codec.ts';
import type { Fact, JournalEvent, KnownEvent } from '../../src/core/journal/event.ts';
import { formatInstant } from '../../src/core/time/instant.ts';
import { JournalStore } from '../../src/io/journal/journal-store.ts';
import { sealLine } from '../../src/io/journal/line.ts';
import { findPaths, type Paths } from '../../src/io/paths.ts';
import type { World } from '../../src/world.ts';

/** A minute after another, from a day on which nothing special happens. */
const startMs = Date.UTC(2026, 10, 23, 9, 0);

let events = 0;

/** An event as a device would have written it. */
export function eventOf(fact: Fact, stamp: Partial<KnownEvent> = {}): KnownEvent {
  const seq = stamp.seq ?? ++events;
  const device = stamp.device ?? 'laptop';
  return {
    ...{ v: 1, id: `${device}-${seq}`, device, seq, curriculum: 'mlops' },
    at: formatInstant({ ms: startMs + seq * 60_000, offsetMinutes: 60 }),
    action: stamp.id ?? `${device}-${seq}`,
    ...stamp,
    ...fact,
  } as KnownEvent;
}

export function pathsIn(home: string): Paths {
  return findPaths({ env: { MLOPS_PATH_HOME: home }, cwd: home });
}

export function storeIn(home: string): JournalStore {
  let ids = 0;
  const world: Pick<World, 'now' | 'newId' | 'pid'> = {
    now: () => ({ ms: startMs, offsetMinutes: 60 }),
    newId: () => `id-${process.pid}-${++ids}`,
    pid: process.pid,
  };
  return new JournalStore(pathsIn(home), world);
}

/** Writes a journal file as the program would have. @returns its path. */
export function writeJournal(home: string, name: string, content: readonly JournalEvent[]): string {
  const { journal } = pathsIn(home);
  mkdirSync(journal, { recursive: true });
  const path = join(journal, `${name}.jsonl`);
  writeFileSync(path, content.map((event) => `${sealLine(encodeEvent(event))}\n`).join(''));
  return path;
}

/** The lines of every file of the journal. */
export function journalLines(home: string): string[] {
  const { journal } = pathsIn(home);
  return readdirSync(journal)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(journal, name), 'utf8').split('\n'))
    .filter((line) => line !== '');
}
