import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeFileSync } from 'atomically';

/** Writes a file so that a reader sees the old one or the new one, and nothing in between. */
export function writeAtomically(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode: 0o600 });
}
