import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeEvent } from '../../../src/core/journal/codec.ts';
import type { Fact, KnownEvent } from '../../../src/core/journal/event.ts';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import { foldProgress, type Progress } from '../../../src/core/progress/progress.ts';
import { formatInstant } from '../../../src/core/time/instant.ts';
import { sealLine } from '../../../src/io/journal/line.ts';
import { ProgressStore } from '../../../src/io/journal/progress-store.ts';
import { curriculumOf } from '../../support/curriculum.ts';
import { eventOf, pathsIn, storeIn, writeJournal } from '../../support/journal.ts';
import { temporaryFolder } from '../../support/program.ts';

const topics = ['a', 'b', 'c', 'd'];
const curriculum = curriculumOf({ a: [], b: ['a'], c: [], d: ['c'] });

/** What a progress says, apart from how a missing value is written. */
function plain({ topics: byId, events, position }: Progress): unknown {
  return JSON.parse(JSON.stringify({ topics: [...byId].sort(), events, position }));
}

function progressIn(home: string): Promise<Progress> {
  const { cache } = pathsIn(home);
  return new ProgressStore(storeIn(home), curriculum, cache, () => {}).progress();
}

const fact = (ids: readonly string[]): fc.Arbitrary<Fact> => {
  const topic = fc.constantFrom(...topics);
  const plainFact = fc.oneof(
    topic.map((id): Fact => ({ kind: 'topic-done', topic: id, how: 'marked' })),
    topic.map((id): Fact => ({ kind: 'topic-started', topic: id })),
    topic.map((id): Fact => ({ kind: 'topic-skipped', topic: id })),
    topic.map((id): Fact => ({ kind: 'topic-reopened', topic: id })),
    topic.map((id): Fact => ({ kind: 'progress-reset', scope: 'all', topics: [id, 'a'] })),
    topic.map(
      (id): Fact => ({
        ...{ kind: 'question-answered', topic: id, question: 'q', attempt: 1 },
        ...{ result: 'right', hint: false, seconds: 1 },
      }),
    ),
  );
  if (ids.length === 0) return plainFact;
  const reversal = fc.record({
    kind: fc.constantFrom('undone', 'redone'),
    events: fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
  }) as fc.Arbitrary<Fact>;
  return fc.oneof({ weight: 12, arbitrary: plainFact }, { weight: 1, arbitrary: reversal });
};

/** Rounds of events: between two of them somebody looks at the progress, and a snapshot is taken. */
const rounds = fc.array(
  fc.record({
    size: fc.constantFrom(1, 5, 300),
    device: fc.constantFrom('laptop', 'desktop'),
    /** How far the clock of that device is off, in minutes. */
    skew: fc.constantFrom(0, 0, -600, 600),
    otherCurriculum: fc.boolean(),
    seed: fc.integer(),
    spoil: fc.constantFrom('nothing', 'nothing', 'truncate', 'flip', 'delete', 'stale'),
  }),
  { minLength: 2, maxLength: 6 },
);

describe('progress read through a snapshot', () => {
  it('is the same as the full fold, whatever was added, undone or spoiled in between', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (plan) => {
        const home = temporaryFolder();
        const written: KnownEvent[] = [];
        writeJournal(home, 'laptop', []);
        writeJournal(home, 'desktop', []);
        let minute = 0;
        for (const { size, device, skew, otherCurriculum, seed, spoil } of plan) {
          const facts = fc.sample(fact(written.map(({ id }) => id).slice(-20)), {
            numRuns: size,
            seed,
          });
          const batch = facts.map((one, i) => {
            minute++;
            const seq = written.filter((event) => event.device === device).length + i + 1;
            const at = formatInstant({
              ms: Date.UTC(2026, 0, 1) + (minute + skew) * 60_000,
              offsetMinutes: 60,
            });
            const of = otherCurriculum ? 'tea' : curriculum.id;
            return eventOf(one, { device, seq, id: `${device}-${seq}`, at, curriculum: of });
          });
          written.push(...batch);
          const path = join(pathsIn(home).journal, `${device}.jsonl`);
          appendFileSync(path, batch.map((event) => `${sealLine(encodeEvent(event))}\n`).join(''));
          spoilSnapshot(join(pathsIn(home).cache, 'snapshots'), spoil);
          const expected = foldProgress(mergeEvents(written), curriculum.id);
          expect(plain(await progressIn(home))).toEqual(plain(expected));
          // A second look comes from the snapshot, if there is one.
          expect(plain(await progressIn(home))).toEqual(plain(expected));
        }
        rmSync(home, { recursive: true });
      }),
      { numRuns: 60 },
    );
  });

  it('is taken from a long history only, and used', async () => {
    const home = temporaryFolder();
    const done = (seq: number) =>
      eventOf({ kind: 'topic-done', topic: 'a', how: 'marked' }, { seq, id: `e-${seq}` });
    writeJournal(
      home,
      'laptop',
      Array.from({ length: 20 }, (_, i) => done(i + 1)),
    );
    await progressIn(home);
    expect(existsSync(join(pathsIn(home).cache, 'snapshots'))).toBe(false);
    const path = writeJournal(
      home,
      'laptop',
      Array.from({ length: 400 }, (_, i) => done(i + 1)),
    );
    await progressIn(home);
    expect(readdirSync(join(pathsIn(home).cache, 'snapshots'))).toHaveLength(1);
    // What the snapshot covers is not read again: a line made unreadable in place, at the same time
    // and size, is not noticed until the file is folded anew.
    const journal = storeIn(home);
    const reads: string[] = [];
    const spy = new Proxy(journal, {
      get(target, name) {
        const value = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          reads.push(String(name));
          return value.apply(target, args);
        };
      },
    });
    await new ProgressStore(spy, curriculum, pathsIn(home).cache, () => {}).progress();
    expect(reads).not.toContain('read');
    expect(readFileSync(path, 'utf8')).toContain('e-400');
  });
});

function spoilSnapshot(folder: string, how: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    if (how === 'delete') rmSync(path);
    if (how === 'truncate') writeFileSync(path, text.slice(0, text.length / 2));
    if (how === 'flip') writeFileSync(path, text.replace(/"version":\d+/, '"version":0'));
    if (how === 'stale') writeFileSync(path, text.replace(/"key":"[^"]*"/, '"key":"another"'));
  }
}
