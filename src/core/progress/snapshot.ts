import type { Progress, TopicProgress } from './progress.ts';

/** Changes whenever progress is folded otherwise: an older snapshot is then folded anew. */
export const snapshotVersion = 7;

/** A journal file as it was when the snapshot was taken. */
export interface JournalMark {
  readonly file: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** The last bytes, in base64: a file that grew must still hold them at the same place. */
  readonly end: string;
}

/** Folded progress, kept so that a long history costs nothing at start-up. */
export interface Snapshot {
  readonly version: number;
  /** Whose events they are, and what decides how they are folded: the curriculum and its renames. */
  readonly key: string;
  readonly files: readonly JournalMark[];
  readonly progress: Progress;
}

export function encodeSnapshot({ progress, ...rest }: Snapshot): string {
  return JSON.stringify({ ...rest, progress: { ...progress, topics: [...progress.topics] } });
}

/** @returns `undefined` for anything that is no snapshot of this version and key. */
export function decodeSnapshot(text: string, key: string): Snapshot | undefined {
  let value: Partial<Snapshot> & { progress?: { topics?: unknown } };
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (value?.version !== snapshotVersion || value.key !== key || !value.progress) return undefined;
  const { topics } = value.progress;
  const isPair = (entry: unknown): boolean => Array.isArray(entry) && entry.length === 2;
  if (!Array.isArray(topics) || !topics.every(isPair)) return undefined;
  if (!Array.isArray(value.files)) return undefined;
  const map = new Map(topics as [string, TopicProgress][]);
  return { ...value, progress: { ...value.progress, topics: map } } as Snapshot;
}
