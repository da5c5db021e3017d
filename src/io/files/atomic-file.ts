import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './storage-error.ts';

/** Writes a file so that a reader sees the old one or the new one, and nothing in between. */
export async function writeAtomically(path: string, content: string): Promise<void> {
  const { writeFileSync } = await import('atomically');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode: 0o600 });
}

/**
 * Writes what is only kept to save time: on a read-only or full disk everything works without it.
 * @returns whether it is kept.
 */
export async function keepQuietly(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}
