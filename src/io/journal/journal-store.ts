import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { encodeEvent } from '../../core/journal/codec.ts';
import {
  type Fact,
  type JournalEvent,
  journalVersion,
  type KnownEvent,
} from '../../core/journal/event.ts';
import { formatInstant } from '../../core/time/instant.ts';
import type { World } from '../../world.ts';
import { writeAtomically } from '../files/atomic-file.ts';
import { errorCode, storageError } from '../files/storage-error.ts';
import type { Paths } from '../paths.ts';
import { onWindows } from '../platform.ts';
import { readLine, sealLine } from './line.ts';
import type { LockOptions } from './lock.ts';

/** A line of a journal that is no event. It stays where it is; a copy is set aside. */
export interface DamagedLine {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
  readonly text: string;
}

export interface JournalReading {
  /** In the order of the files: `mergeEvents` puts them in theirs. */
  readonly events: readonly JournalEvent[];
  /** Only those that nobody has been told about yet. */
  readonly newDamage: readonly DamagedLine[];
}

export interface JournalFile {
  readonly file: string;
  readonly size: number;
  readonly modifiedMs: number;
}

/** Lines that could not be read are copied here, with where they came from. */
const asideFile = 'damaged.log';

/**
 * The journal on the disk: one file a device, only ever appended to. Writing takes the lock; even
 * without it no event could be torn, since each append is one write at the end of the file.
 */
export class JournalStore {
  readonly #paths: Paths;
  readonly #world: Pick<World, 'now' | 'newId' | 'pid'>;

  constructor(paths: Paths, world: Pick<World, 'now' | 'newId' | 'pid'>) {
    this.#paths = paths;
    this.#world = world;
  }

  get folder(): string {
    return this.#paths.journal;
  }

  /** Reads every device's file. A missing folder is an empty journal; a damaged line costs itself. */
  read(): JournalReading {
    const events: JournalEvent[] = [];
    const damage: DamagedLine[] = [];
    for (const { file } of this.files()) {
      const lines = this.#readText(file).split('\n');
      // A last line without its end is being written at this moment, or was cut off by a crash
      // before anybody was told that it is saved: no damage, whether it can be read or not.
      const tail = readLine(lines.pop() ?? '');
      if (tail.ok) events.push(tail.event);
      lines.forEach((line, i) => {
        if (line === '') return;
        const decoded = readLine(line);
        if (decoded.ok) events.push(decoded.event);
        else damage.push({ file, line: i + 1, reason: decoded.reason, text: line });
      });
    }
    return { events, newDamage: damage.length > 0 ? this.#setAside(damage) : [] };
  }

  /**
   * The events behind a place in a file that is the end of a line.
   * @returns `undefined` where there is damage: the whole file is then to be read.
   */
  readFrom(file: string, offset: number): readonly JournalEvent[] | undefined {
    const lines = this.#readText(file, offset).split('\n');
    if (lines.pop() !== '') return undefined;
    const events: JournalEvent[] = [];
    for (const line of lines) {
      const decoded = readLine(line);
      if (!decoded.ok) return undefined;
      events.push(decoded.event);
    }
    return events;
  }

  /** The last bytes before a place in a file, or fewer where it is shorter. */
  readEnd(file: string, end: number, length: number): Buffer {
    const start = Math.max(0, end - length);
    const handle = openSync(join(this.#paths.journal, file), 'r');
    try {
      const bytes = Buffer.alloc(end - start);
      const read = readSync(handle, bytes, 0, bytes.length, start);
      return bytes.subarray(0, read);
    } finally {
      closeSync(handle);
    }
  }

  /** One file for each device, by name. */
  files(): readonly JournalFile[] {
    const { journal } = this.#paths;
    try {
      return readdirSync(journal)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((file) => {
          const { size, mtimeMs } = statSync(join(journal, file));
          return { file, size, modifiedMs: mtimeMs };
        });
    } catch (error) {
      // No folder, or a file in its place: nothing was ever written here.
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return [];
      throw storageError(error, 'read', journal);
    }
  }

  #readText(file: string, offset = 0): string {
    const path = join(this.#paths.journal, file);
    try {
      if (offset === 0) return readFileSync(path, 'utf8');
      const { size } = statSync(path);
      return this.readEnd(file, size, size - offset).toString('utf8');
    } catch (error) {
      throw storageError(error, 'read', path);
    }
  }

  /**
   * Writes the facts as events that belong together: all of them or none. When it returns they are on
   * the disk.
   *
   * @param action what they belong to; a new action by default.
   * @throws UserError when they could not be written, with the reason.
   */
  async append(
    facts: readonly Fact[],
    curriculum: string,
    action?: string,
    options?: LockOptions,
  ): Promise<readonly KnownEvent[]> {
    const { journal } = this.#paths;
    try {
      mkdirSync(journal, { recursive: true, mode: 0o700 });
      return await this.#locked(() => this.#write(facts, curriculum, action), options);
    } catch (error) {
      throw storageError(error, 'save your progress in', journal);
    }
  }

  /**
   * Keeps events that were written elsewhere, in a file of their own: another device's file is its
   * own business, and may still arrive by another way.
   */
  async add(events: readonly JournalEvent[], options?: LockOptions): Promise<void> {
    const { journal } = this.#paths;
    const lines = events.map((event) => `${sealLine(encodeEvent(event))}\n`).join('');
    try {
      mkdirSync(journal, { recursive: true, mode: 0o700 });
      const file = `imported-${this.#world.newId()}.jsonl`;
      await this.#locked(() => writeAtomically(join(journal, file), lines), options);
    } catch (error) {
      throw storageError(error, 'save your progress in', journal);
    }
  }

  /** Deletes the journal of this learner, and what was set aside from it. */
  async erase(options?: LockOptions): Promise<void> {
    const { journal } = this.#paths;
    try {
      await this.#locked(() => rmSync(journal, { recursive: true, force: true }), options);
    } catch (error) {
      throw storageError(error, 'delete your progress in', journal);
    }
  }

  /** Loads the lock only when something is written: reading verbs are run ten times as often. */
  async #locked<T>(work: () => T | Promise<T>, options: LockOptions | undefined): Promise<T> {
    const { withLock } = await import('./lock.ts');
    return withLock(this.#paths.lock, this.#world.pid, work, options);
  }

  #write(
    facts: readonly Fact[],
    curriculum: string,
    action: string = this.#world.newId(),
  ): readonly KnownEvent[] {
    const device = this.#device();
    const path = join(this.#paths.journal, `${device}.jsonl`);
    const isNew = !existsSync(path);
    const file = openSync(path, 'a+', 0o600);
    try {
      const { size } = fstatSync(file);
      const { seq, isTorn } = findLast(file, size);
      const at = formatInstant(this.#world.now());
      const events = facts.map((fact, i): KnownEvent => {
        const id = this.#world.newId();
        return { v: journalVersion, id, at, device, seq: seq + 1 + i, curriculum, action, ...fact };
      });
      const lines = events.map((event) => `${sealLine(encodeEvent(event))}\n`).join('');
      appendWhole(file, size, isTorn ? `\n${lines}` : lines);
      fsyncSync(file);
      if (isNew) syncFolder(this.#paths.journal);
      return events;
    } finally {
      closeSync(file);
    }
  }

  /** The name of this machine in the journal: made up once, and never copied to another machine. */
  #device(): string {
    const path = this.#paths.device;
    const known = readIfThere(path)?.trim();
    if (known && /^[\w-]{1,64}$/.test(known)) return known;
    const id = this.#world.newId();
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${id}`;
    writeFileSync(draft, `${id}\n`, { mode: 0o600, flush: true });
    try {
      // A file that is there but unusable is replaced; otherwise the first of several processes wins.
      if (known !== undefined) renameSync(draft, path);
      else linkSync(draft, path);
      return id;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      return this.#device();
    } finally {
      rmSync(draft, { force: true });
    }
  }

  /** Copies damaged lines to the file beside the journal. @returns those that were not in it yet. */
  #setAside(damage: readonly DamagedLine[]): DamagedLine[] {
    const path = join(this.#paths.journal, asideFile);
    const known = new Set(readIfThere(path)?.split('\n').map(withoutDate));
    const fresh = damage.filter((line) => !known.has(JSON.stringify(line)));
    const at = formatInstant(this.#world.now());
    const lines = fresh.map((line) => `${JSON.stringify({ at, ...line })}\n`).join('');
    try {
      writeFileSync(path, lines, { flag: 'a', mode: 0o600, flush: true });
    } catch (error) {
      // On a read-only disk the lines stay where they are, and are named again next time.
      if (errorCode(error) === undefined) throw error;
    }
    return fresh;
  }
}

/** The count of the last event in a device's file, and whether its last line was cut off. */
function findLast(file: number, size: number): { seq: number; isTorn: boolean } {
  for (let length = Math.min(size, 65_536); length > 0; length = Math.min(size, length * 8)) {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, size - length);
    const isTorn = bytes.at(-1) !== 0x0a;
    for (const line of bytes.toString('utf8').split('\n').reverse()) {
      const decoded = readLine(line);
      if (decoded.ok) return { seq: decoded.event.seq, isTorn };
    }
    if (length === size) return { seq: 0, isTorn };
  }
  return { seq: 0, isTorn: false };
}

/** Appends all of the text or none of it: what a full disk cuts off is taken away again. */
function appendWhole(file: number, size: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(file, bytes, written);
  } catch (error) {
    // Only while nobody else has written behind it: then the half line is set aside by the next reader.
    if (fstatSync(file).size === size + written) ftruncateSync(file, size);
    throw error;
  }
}

/** A new file is only safe from a power cut once its folder is on the disk as well. */
function syncFolder(folder: string): void {
  if (onWindows) return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function withoutDate(line: string): string {
  try {
    const { at: _, ...rest } = JSON.parse(line) as Record<string, unknown>;
    return JSON.stringify(rest);
  } catch {
    return line;
  }
}
