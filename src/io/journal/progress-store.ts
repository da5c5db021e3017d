import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Curriculum } from '../../core/curriculum/curriculum.ts';
import { currentIds } from '../../core/curriculum/renamed.ts';
import type { Fact, JournalEvent } from '../../core/journal/event.ts';
import { mergeEvents } from '../../core/journal/merge.ts';
import {
  advance,
  type CurrentIds,
  foldProgress,
  type Progress,
} from '../../core/progress/progress.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  type JournalMark,
  type Snapshot,
  snapshotVersion,
} from '../../core/progress/snapshot.ts';
import { keepQuietly, writeAtomically } from '../files/atomic-file.ts';
import { errorCode } from '../files/storage-error.ts';
import type { DamagedLine, JournalFile, JournalStore } from './journal-store.ts';
import type { LockOptions } from './lock.ts';

/** Below this many events that are not in it, a snapshot costs more than it saves. */
const worthwhile = 256;
/** So many bytes at the end of a file tell that it only grew. */
const endBytes = 64;

/**
 * A learner's progress in one curriculum: the journal, read through a snapshot where there is one.
 * The snapshot is a convenience: stale, damaged or missing, it changes nothing but the time it takes.
 */
export class ProgressStore {
  readonly #journal: JournalStore;
  readonly #curriculum: Curriculum;
  readonly #ids: CurrentIds;
  readonly #key: string;
  readonly #snapshotPath: string;
  readonly #onDamage: (lines: readonly DamagedLine[]) => void;
  #events: JournalEvent[] | undefined;
  #progress: Progress | undefined;

  constructor(
    journal: JournalStore,
    curriculum: Curriculum,
    cache: string,
    onDamage: (lines: readonly DamagedLine[]) => void,
  ) {
    this.#journal = journal;
    this.#curriculum = curriculum;
    this.#ids = (id) => currentIds(curriculum, id);
    this.#key = `${journal.folder}\n${curriculum.id}\n${JSON.stringify(curriculum.renamed)}`;
    this.#snapshotPath = join(cache, 'snapshots', `${curriculum.id}.json`);
    this.#onDamage = onDamage;
  }

  async progress(): Promise<Progress> {
    this.#progress ??= (await this.#fromSnapshot()) ?? (await this.#fromEvents());
    return this.#progress;
  }

  /** Every event of every curriculum, in merged order. */
  events(): readonly JournalEvent[] {
    if (!this.#events) {
      const { events, newDamage } = this.#journal.read();
      if (newDamage.length > 0) this.#onDamage(newDamage);
      this.#events = mergeEvents(events);
    }
    return this.#events;
  }

  /** How ids of old topics are to be read. */
  get currentIds(): CurrentIds {
    return this.#ids;
  }

  /** Puts facts into the journal. When it returns they are on the disk. */
  async append(
    facts: readonly Fact[],
    action: string | undefined,
    options: LockOptions,
  ): Promise<Progress> {
    const before = await this.progress();
    const written = await this.#journal.append(facts, this.#curriculum.id, action, options);
    const after = advance(before, written, this.#curriculum.id, this.#ids);
    if (after) {
      this.#events?.push(...written);
      this.#progress = after;
    } else {
      // An undo, or a clock that ran backwards: what went before has to be looked at again.
      this.#events = undefined;
      this.#progress = await this.#fromEvents();
    }
    return this.#progress;
  }

  async #fromEvents(): Promise<Progress> {
    const files = this.#journal.files();
    const progress = foldProgress(this.events(), this.#curriculum.id, this.#ids);
    if (this.events().length >= worthwhile) await this.#keep(files, progress);
    return progress;
  }

  async #fromSnapshot(): Promise<Progress | undefined> {
    const snapshot = this.#readSnapshot();
    if (!snapshot) return undefined;
    const files = this.#journal.files();
    const later: JournalEvent[] = [];
    for (const mark of snapshot.files) {
      const now = files.find(({ file }) => file === mark.file);
      const added = now && this.#readBehind(mark, now);
      if (!added) return undefined;
      later.push(...added);
    }
    for (const { file } of files) {
      if (snapshot.files.some((mark) => mark.file === file)) continue;
      const added = this.#journal.readFrom(file, 0);
      if (!added) return undefined;
      later.push(...added);
    }
    const merged = mergeEvents(later);
    const progress = advance(snapshot.progress, merged, this.#curriculum.id, this.#ids);
    if (progress && merged.length >= worthwhile) await this.#keep(files, progress);
    return progress;
  }

  /** What was added to a file since, or `undefined` when it is not the one that was marked. */
  #readBehind(mark: JournalMark, now: JournalFile): readonly JournalEvent[] | undefined {
    if (now.size === mark.size) return now.modifiedMs === mark.modifiedMs ? [] : undefined;
    if (now.size < mark.size) return undefined;
    const end = this.#journal.readEnd(mark.file, mark.size, endBytes).toString('base64');
    return end === mark.end ? this.#journal.readFrom(mark.file, mark.size) : undefined;
  }

  #readSnapshot(): Snapshot | undefined {
    try {
      return decodeSnapshot(readFileSync(this.#snapshotPath, 'utf8'), this.#key);
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return undefined;
    }
  }

  /** @param files as they were before they were read: what came since is read again next time. */
  async #keep(files: readonly JournalFile[], progress: Progress): Promise<void> {
    const marks = files.map(({ file, size, modifiedMs }): JournalMark => {
      const end = this.#journal.readEnd(file, size, endBytes).toString('base64');
      return { file, size, modifiedMs, end };
    });
    const isWhole = marks.every(({ end }) => Buffer.from(end, 'base64').at(-1) === 0x0a);
    const known = files.reduce((sum, { size }) => sum + size, 0);
    const now = this.#journal.files().reduce((sum, { size }) => sum + size, 0);
    // A file that ends in the middle of a line, or grew while it was read, has no place to go on from.
    if (!isWhole || known !== now) return;
    const snapshot = { version: snapshotVersion, key: this.#key, files: marks, progress };
    await keepQuietly(() => writeAtomically(this.#snapshotPath, encodeSnapshot(snapshot)));
  }
}
