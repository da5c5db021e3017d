import { idPattern } from '../curriculum/id.ts';
import { parseInstant } from '../time/instant.ts';
import { type FactKind, type JournalEvent, journalVersion } from './event.ts';

/**
 * One event, one line of JSON, in the order of the type: easy to read in a pager. An event that this
 * program does not know is written as it came.
 */
export function encodeEvent(event: JournalEvent): string {
  const { v, id, at, device, seq, curriculum, action, kind, ...fields } = event;
  const line = { v, id, at, device, seq, curriculum, action, kind, ...fields };
  // `$foreign` is our own mark, and no part of the event.
  if ('$foreign' in line) return JSON.stringify({ ...line, $foreign: undefined });
  return JSON.stringify(line);
}

export type Decoded =
  | { readonly ok: true; readonly event: JournalEvent }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads one line. A line that is no event is damage; an event of a kind or version that this program
 * does not know is not: it comes from a newer one.
 */
export function decodeEvent(line: string): Decoded {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, reason: 'it is no JSON' };
  }
  if (typeof value !== 'object' || value === null) return { ok: false, reason: 'it is no event' };
  const record = upcast(value as Record<string, unknown>, upcasts);
  for (const [field, test] of Object.entries(stampTests)) {
    if (!test(record[field])) return { ok: false, reason: `its "${field}" is unusable` };
  }
  const kind = record['kind'] as string;
  const tests = Object.hasOwn(factTests, kind) ? factTests[kind as FactKind] : undefined;
  if (record['v'] !== journalVersion || !tests) {
    return { ok: true, event: { ...record, $foreign: true } as unknown as JournalEvent };
  }
  for (const [field, test] of Object.entries(tests)) {
    if (!test(record[field])) return { ok: false, reason: `its "${field}" is unusable` };
  }
  return { ok: true, event: record as unknown as JournalEvent };
}

/** What turns an event of one version into one of the next: for each old version its own step. */
export type Upcasts = Readonly<
  Record<number, (event: Record<string, unknown>) => Record<string, unknown>>
>;

/** Version 1 is the first: nothing is older. A step is added with each new version, and kept for good. */
const upcasts: Upcasts = {};

/** Brings an old event up to today's version, a step at a time. The file is never touched. */
export function upcast(
  event: Record<string, unknown>,
  steps: Upcasts,
  newest: number = journalVersion,
): Record<string, unknown> {
  let current = event;
  for (let v = current['v']; typeof v === 'number' && v < newest; v = current['v']) {
    const step = steps[v];
    if (!step) return current;
    current = { ...step(current), v: v + 1 };
  }
  return current;
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string' && value.length > 0;
const isToken: Test = (value) => typeof value === 'string' && /^[\w.-]{1,100}$/.test(value);
const isId: Test = (value) => typeof value === 'string' && idPattern.test(value);
const isCount: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isFlag: Test = (value) => typeof value === 'boolean';
const isDuration: Test = (value) => Number.isFinite(value) && (value as number) >= 0;
const isTexts: Test = (value) =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');
const isTokens: Test = (value) => Array.isArray(value) && value.every(isToken);
const isOneOf =
  (...words: string[]): Test =>
  (value) =>
    words.includes(value as string);

const isShare: Test = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1;
const isGrade = isOneOf('again', 'hard', 'good', 'easy');
const isIds: Test = (value) => Array.isArray(value) && value.every(isId);
const isCredits: Test = (value) =>
  Array.isArray(value) &&
  value.every(
    (entry) =>
      typeof entry === 'object' &&
      entry !== null &&
      isId(entry.topic) &&
      isShare(entry.weight) &&
      isFlag(entry.stated),
  );
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);

const stampTests: Record<string, Test> = {
  v: (value) => isCount(value) && value !== 0,
  id: isToken,
  at: (value) => isText(value) && parseInstant(value as string) !== undefined,
  device: isToken,
  seq: isCount,
  curriculum: isId,
  action: isToken,
  kind: isToken,
};

const factTests: Record<FactKind, Record<string, Test>> = {
  'topic-started': { topic: isId },
  'lesson-read': { topic: isId },
  'question-answered': {
    topic: isId,
    question: isId,
    attempt: isCount,
    result: isOneOf('right', 'wrong', 'dont-know'),
    hint: isFlag,
    seconds: isDuration,
    rating: optional(isOneOf('forgot', 'hard', 'good', 'easy')),
  },
  'question-helped': { topic: isId, question: isId, attempt: isCount },
  'exercise-checked': { topic: isId, passed: isFlag, failed: isTexts },
  'exercise-helped': { topic: isId, help: isOneOf('hint', 'solution') },
  'exercise-left-out': { topic: isId },
  'topic-done': {
    topic: isId,
    how: isOneOf('mastered', 'without-exercise', 'tested-out', 'marked'),
    grade: optional(isGrade),
    credits: optional(isCredits),
  },
  'topic-put-aside': { topic: isId },
  'topic-reviewed': {
    ...{ topic: isId, grade: isGrade, recall: isShare },
    ...{ credits: isCredits, recheck: isIds, algorithm: isToken },
  },
  'card-reviewed': {
    ...{ topic: isId, question: isId, grade: isGrade, recall: isShare, algorithm: isToken },
  },
  'topic-skipped': { topic: isId },
  'topic-reopened': { topic: isId },
  'progress-reset': { scope: isId, topics: isIds },
  undone: { events: isTokens },
  redone: { events: isTokens },
};
