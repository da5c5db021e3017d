import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { UserError } from '../../failure.ts';
import { errorCode } from '../files/storage-error.ts';
import { onWindows } from '../platform.ts';

export interface LockOptions {
  /** Called once when it takes longer than a second, with who holds it. */
  readonly onWait?: (holder: string) => void;
  /** How long to wait before giving up, in milliseconds. */
  readonly patienceMs?: number;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
}

/** A living process renews its lock; one that has not for this long is taken for dead. */
const silentForMs = 15_000;
/** The same when its process is known to be gone. The least that the library allows. */
const deadForMs = 2_000;

// Node ignores the signal of a size limit (ulimit -f), so that a write fails with an error that can be
// explained. The library's clean-up hook would end the process by it, unless somebody else listens.
if (!onWindows) process.on('SIGXFSZ', () => {});

/**
 * Runs `work` while no other process holds the lock at `path`. A lock left behind by a process that
 * was killed is taken over.
 *
 * @throws UserError when another process does not let go within `patienceMs`: it says which.
 */
export async function withLock<T>(
  path: string,
  pid: number,
  work: () => T | Promise<T>,
  { onWait, patienceMs = 30_000, signal }: LockOptions = {},
): Promise<T> {
  // It runs like performance.now(), which would load all that Node has for measuring.
  const started = process.uptime();
  let told = false;
  for (;;) {
    const holder = holderOf(path);
    const stale = holder && !holder.alive ? deadForMs : silentForMs;
    try {
      const release = await lock(path, {
        lockfilePath: path,
        realpath: false,
        stale,
        // What is done under the lock takes milliseconds; a lock that is lost meanwhile costs nothing.
        onCompromised: () => {},
      });
      try {
        writeFileSync(noteOf(path), JSON.stringify({ pid }), { mode: 0o600 });
        return await work();
      } finally {
        await release();
      }
    } catch (error) {
      if (errorCode(error) !== 'ELOCKED') throw error;
    }
    const waited = (process.uptime() - started) * 1000;
    const who = holder ? `process ${holder.pid}` : 'another process';
    if (waited > patienceMs) {
      throw new UserError(
        'locked',
        `Your progress is being written by ${who}, which does not finish.`,
        `Wait for it or end it. If there is no such process, delete the folder ${path}.`,
      );
    }
    if (waited > 1000 && !told) {
      told = true;
      onWait?.(who);
    }
    // A little chance keeps fifty waiting processes from knocking at the same moment.
    await sleep(5 + Math.random() * 20, undefined, { signal });
  }
}

/** Who took the lock last. It may have let go since. */
export function holderOf(path: string): { pid: number; alive: boolean } | undefined {
  try {
    const { pid } = JSON.parse(readFileSync(noteOf(path), 'utf8')) as { pid?: unknown };
    return typeof pid === 'number' ? { pid, alive: isAlive(pid) } : undefined;
  } catch {
    return undefined;
  }
}

function noteOf(path: string): string {
  return `${path}.json`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
