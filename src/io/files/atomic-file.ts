import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file so that a reader sees the old one or the new one, and nothing in between. */
export async function writeAtomically(path: string, content: string): Promise<void> {
  const { writeFileSync } = await import('atomically');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode: 0o600 });
}
