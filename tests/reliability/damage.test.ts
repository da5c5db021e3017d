import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf, pathsIn, storeIn, writeJournal } from '../support/journal.ts';
import { environment, runProgram, temporaryFolder } from '../support/program.ts';

const torture = process.env['MLOPS_PATH_TORTURE'] !== undefined;

const events = [
  eventOf({ kind: 'topic-started', topic: 'python-core' }, { seq: 1 }),
  eventOf({ kind: 'topic-done', topic: 'python-core', how: 'marked' }, { seq: 2 }),
  eventOf({ kind: 'topic-skipped', topic: 'git-snapshots' }, { seq: 3 }),
  eventOf(
    {
      ...{ kind: 'question-answered', topic: 'unit-testing', question: 'cases-that-add' },
      ...{ attempt: 1, result: 'right', hint: false, seconds: 12 },
    },
    { seq: 4 },
  ),
  eventOf({ kind: 'topic-reopened', topic: 'git-snapshots' }, { seq: 5 }),
];

describe('a journal that was cut off', () => {
  it('keeps every whole line, wherever in its last three lines it ends', async () => {
    const home = temporaryFolder();
    const path = writeJournal(home, 'laptop', events);
    const whole = readFileSync(path);
    const used = temporaryFolder();
    const lineEnds = [...whole.entries()].flatMap(([i, byte]) => (byte === 0x0a ? [i] : []));
    const from = (lineEnds[1] ?? 0) + 1;
    let programRuns = 0;
    for (let end = from; end <= whole.length; end++) {
      writeFileSync(path, whole.subarray(0, end));
      const { events: read, newDamage } = storeIn(home).read();
      // A line counts as soon as its last character is there, with or without its end.
      const expected = lineEnds.filter((lineEnd) => lineEnd <= end).length;
      expect([end, read.length]).toEqual([end, expected]);
      expect(newDamage).toEqual([]);

      const isSampled = torture || end % 97 === 0;
      if (!isSampled) continue;
      programRuns++;
      rmSync(pathsIn(used).journal, { recursive: true, force: true });
      writeFileSync(writeJournal(used, 'laptop', []), whole.subarray(0, end));
      const { status } = await runProgram(
        ['done', 'design-principles', '--force'],
        environment(used),
      );
      expect(status).toBe(0);
      const after = storeIn(used).read();
      expect(after.events).toHaveLength(expected + 1);
    }
    expect(programRuns).toBeGreaterThan(2);
  }, 900_000);
});

describe('a journal with flipped, added and lost bytes', () => {
  const whole = (home: string) => readFileSync(writeJournal(home, 'laptop', events));
  const change = fc.record({
    kind: fc.constantFrom('flip', 'insert', 'delete'),
    at: fc.nat(),
    byte: fc.integer({ min: 0, max: 255 }),
  });

  it('uses all that is whole, names all that is not, and never falls over', () => {
    const home = temporaryFolder();
    const good = whole(home);
    const texts = good
      .toString()
      .split('\n')
      .filter((line) => line !== '');
    const path = writeJournal(home, 'laptop', events);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let bytes = Buffer.from(good);
        for (const { kind, at, byte } of changes) {
          const i = at % bytes.length;
          if (kind === 'flip') bytes[i] = byte;
          else {
            const middle = kind === 'insert' ? [Buffer.from([byte])] : [];
            const rest = bytes.subarray(kind === 'insert' ? i : i + 1);
            bytes = Buffer.concat([bytes.subarray(0, i), ...middle, rest]);
          }
        }
        writeFileSync(path, bytes);
        writeFileSync(path.replace('laptop.jsonl', 'damaged.log'), '');

        const { events: read, newDamage } = storeIn(home).read();
        const lines = bytes.toString().split('\n');
        const intact = texts.filter((text) => lines.includes(text)).length;
        expect(read.length).toBeGreaterThanOrEqual(intact);
        // Whatever is neither used nor named is the torn end, or an empty line.
        const left = lines.slice(0, -1).filter((line) => line !== '').length;
        const tail = lines.at(-1) ?? '';
        expect(read.length + newDamage.length).toBeGreaterThanOrEqual(left);
        expect(read.length + newDamage.length).toBeLessThanOrEqual(left + (tail === '' ? 0 : 1));
        // One change is noticed wherever it falls: what is used is what was written. (In the name of the
        // checksum itself it leaves the event whole, with one field more.)
        if (changes.length > 1) return;
        for (const event of read) {
          expect(event).toMatchObject(events.find(({ id }) => id === event.id) ?? {});
        }
      }),
      { numRuns: torture ? 10_000 : 1_000 },
    );
  }, 900_000);

  it('notices every single flipped bit of a line', () => {
    const home = temporaryFolder();
    const path = writeJournal(home, 'laptop', events.slice(0, 1));
    const good = readFileSync(path);
    const [event] = events;
    for (let i = 0; i < good.length - 1; i++) {
      for (const bit of [0, 3, 6]) {
        const bytes = Buffer.from(good);
        bytes[i] = (bytes[i] ?? 0) ^ (1 << bit);
        writeFileSync(path, bytes);
        const { events: read } = storeIn(home).read();
        // Either the line is set aside, or the flip fell into the checksum's own name and the event
        // is exactly the one that was written.
        for (const used of read) expect(used).toMatchObject(event ?? {});
      }
    }
  });
});
