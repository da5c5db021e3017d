import { type Decoded, encodeEvent } from '../journal/codec.ts';
import type { JournalEvent } from '../journal/event.ts';

/**
 * Everything a learner did, in one file: a line that says what it is, then the events as they stand in
 * the journal, those of other curricula and of newer versions among them.
 */
interface Archive {
  readonly events: readonly JournalEvent[];
  /** Preferences of the machine that it comes from, where they were asked for. */
  readonly settings: Readonly<Record<string, unknown>> | undefined;
  /** Lines that are no events, counted from 1. */
  readonly unreadable: readonly number[];
}

export type ReadArchive =
  | { readonly ok: true; readonly archive: Archive }
  | { readonly ok: false; readonly reason: 'no-archive' }
  /** Written by a newer version: `format` is its number. */
  | { readonly ok: false; readonly reason: 'newer'; readonly format: number };

export const archiveFormat = 1;

interface Head {
  readonly 'mlops-path-export': number;
  readonly at: string;
  readonly program: string;
  readonly events: number;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** @param at and `program` say when and by which version it was written. */
export function encodeArchive(
  events: readonly JournalEvent[],
  { at, program, settings }: Pick<Head, 'at' | 'program' | 'settings'>,
): string {
  const head: Head = {
    ...{ 'mlops-path-export': archiveFormat, at, program, events: events.length },
    ...(settings && { settings }),
  };
  const lines = events.map(encodeEvent);
  return `${[JSON.stringify(head), ...lines].join('\n')}\n`;
}

/**
 * Reads an export, or a bare journal file.
 * @param decode how a line becomes an event: a journal's lines carry checksums.
 */
export function decodeArchive(text: string, decode: (line: string) => Decoded): ReadArchive {
  const [first = '', ...rest] = text.split(/\r?\n/);
  const head = readHead(first);
  if (!head && !decode(first).ok) return { ok: false, reason: 'no-archive' };
  const lines = head ? rest : [first, ...rest];
  const format = head?.['mlops-path-export'] ?? archiveFormat;
  if (format > archiveFormat) return { ok: false, reason: 'newer', format };

  const events: JournalEvent[] = [];
  const unreadable: number[] = [];
  lines.forEach((line, i) => {
    if (line === '') return;
    const decoded = decode(line);
    if (decoded.ok) events.push(decoded.event);
    else unreadable.push(head ? i + 2 : i + 1);
  });
  const settings = typeof head?.settings === 'object' ? head.settings : undefined;
  return { ok: true, archive: { events, settings, unreadable } };
}

function readHead(line: string): Head | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return undefined;
    const head = value as Head;
    return Number.isSafeInteger(head['mlops-path-export']) ? head : undefined;
  } catch {
    return undefined;
  }
}

/** The events that are not known yet, each once. */
export function newEvents(
  known: readonly JournalEvent[],
  arriving: readonly JournalEvent[],
): JournalEvent[] {
  const ids = new Set(known.map(({ id }) => id));
  return arriving.filter(({ id }) => {
    if (ids.has(id)) return false;
    ids.add(id);
    return true;
  });
}
