import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { encodeEvent } from '../src/core/journal/codec.ts';
import type { Fact, KnownEvent } from '../src/core/journal/event.ts';
import { formatInstant } from '../src/core/time/instant.ts';
import { sealLine } from '../src/io/journal/line.ts';
import { temporaryFolder } from './program.ts';

/** Long ago, so that nothing of it is due or begun today. */
const startMs = Date.UTC(2020, 0, 1, 9);

/**
 * What somebody did who works through the first half of a sequence again and again: for each visit to
 * a topic its lesson, eight answers and the mark.
 */
export function* eventsAbout(topics: readonly string[], count: number): Generator<KnownEvent> {
  const half = topics.slice(0, Math.max(1, Math.floor(topics.length / 2)));
  for (let seq = 1; seq <= count; seq++) {
    const visit = Math.floor((seq - 1) / 10);
    const topic = half[visit % half.length] as string;
    yield {
      ...{ v: 1, id: `bench-${seq}`, device: 'bench', seq, curriculum: 'mlops' },
      ...{ at: formatInstant({ ms: startMs + seq * 60_000, offsetMinutes: 0 }) },
      ...{ action: `visit-${visit}`, ...fact(topic, (seq - 1) % 10) },
    };
  }
}

function fact(topic: string, step: number): Fact {
  if (step === 0) return { kind: 'lesson-read', topic };
  if (step === 9) return { kind: 'topic-done', topic, how: 'mastered' };
  const question = `question-${step}`;
  const result = step % 4 === 0 ? 'wrong' : 'right';
  const answer = { attempt: 1, result, hint: false, seconds: 20 } as const;
  return { kind: 'question-answered', topic, question, ...answer };
}

/** A home whose journal holds so many events. */
export function homeWith(topics: readonly string[], count: number): string {
  const home = temporaryFolder();
  const journal = join(home, 'data', 'journal');
  mkdirSync(journal, { recursive: true });
  if (count === 0) return home;
  const file = openSync(join(journal, 'bench.jsonl'), 'w');
  let lines: string[] = [];
  const flush = () => {
    writeSync(file, lines.join(''));
    lines = [];
  };
  for (const event of eventsAbout(topics, count)) {
    if (lines.push(`${sealLine(encodeEvent(event))}\n`) === 10_000) flush();
  }
  flush();
  closeSync(file);
  return home;
}
