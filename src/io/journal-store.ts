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
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeEvent, encodeEvent } from '../core/journal/codec.ts';
import {
  type Fact,
  type JournalEvent,
  journalVersion,
  type KnownEvent,
} from '../core/journal/event.ts';
import { formatInstant } from '../core/time/instant.ts';
import type { World } from '../world.ts';
import { type LockOptions, withLock } from './lock.ts';
import type { Paths } from './paths.ts';
import { errorCode, storageError } from './storage-error.ts';

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

/** Lines that could not be read are copied here, with where they came from. */
const asideFile = 'damaged.log';

/**
 * The journal on the disk: one file a device, only ever appended to. Writing takes the lock; even
 * without it no event could be torn, since each append is one write at the end of the file.
 */
export class JournalStore {
  readonly #paths: Paths;
  readonly #world: World;

  constructor(paths: Paths, world: World) {
    this.#paths = paths;
    this.#world = world;
  }

  get folder(): string {
    return this.#paths.journal;
  }

  /** Reads every device's file. A missing folder is an empty journal; a damaged line costs itself. */
  read(): JournalReading {
    const { journal } = this.#paths;
    const events: JournalEvent[] = [];
    const damage: DamagedLine[] = [];
    for (const file of this.#files()) {
      let text: string;
      try {
        text = readFileSync(join(journal, file), 'utf8');
      } catch (error) {
        throw storageError(error, 'read', join(journal, file));
      }
      const lines = text.split('\n');
      // A last line without its end is being written at this moment, or was cut off by a crash
      // before anybody was told that it is saved: no damage, whether it can be read or not.
      const tail = decodeEvent(lines.pop() ?? '');
      if (tail.ok) events.push(tail.event);
      lines.forEach((line, i) => {
        if (line === '') return;
        const decoded = decodeEvent(line);
        if (decoded.ok) events.push(decoded.event);
        else damage.push({ file, line: i + 1, reason: decoded.reason, text: line });
      });
    }
    return { events, newDamage: damage.length > 0 ? this.#setAside(damage) : [] };
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
    const { journal, lock } = this.#paths;
    try {
      mkdirSync(journal, { recursive: true, mode: 0o700 });
      return await withLock(
        lock,
        this.#world.pid,
        () => this.#write(facts, curriculum, action),
        options,
      );
    } catch (error) {
      throw storageError(error, 'save your progress in', journal);
    }
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
      const { seq, isTorn } = readEnd(file, size);
      const at = formatInstant(this.#world.now());
      const events = facts.map((fact, i): KnownEvent => {
        const id = this.#world.newId();
        return { v: journalVersion, id, at, device, seq: seq + 1 + i, curriculum, action, ...fact };
      });
      const lines = events.map((event) => `${encodeEvent(event)}\n`).join('');
      appendWhole(file, size, isTorn ? `\n${lines}` : lines);
      fsyncSync(file);
      if (isNew) syncFolder(this.#paths.journal);
      return events;
    } finally {
      closeSync(file);
    }
  }

  #files(): string[] {
    try {
      return readdirSync(this.#paths.journal)
        .filter((name) => name.endsWith('.jsonl'))
        .sort();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw storageError(error, 'read', this.#paths.journal);
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

/** The highest count in a device's file, and whether its last line was cut off. */
function readEnd(file: number, size: number): { seq: number; isTorn: boolean } {
  for (let length = Math.min(size, 65_536); length > 0; length = Math.min(size, length * 8)) {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, size - length);
    const isTorn = bytes.at(-1) !== 0x0a;
    for (const line of bytes.toString('utf8').split('\n').reverse()) {
      const decoded = decodeEvent(line);
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
  if (process.platform === 'win32') return;
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
