import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { printable } from '../core/text/printable.ts';
import { storageError } from '../io/files/storage-error.ts';
import type { Session } from './session.ts';

/** Puts a whole file on stdout, or where `--output` says. @param what it is called when it is there. */
export function writeOutput(
  session: Session,
  text: string,
  file: string | undefined,
  what: string,
): void {
  if (!file) {
    session.printFile(text);
    return;
  }
  const path = resolve(session.world.cwd, file);
  writeProduct(path, text);
  session.say([`${what} is in ${printable(path)}`]);
}

/** Writes a whole file, with the folders that are missing. When it returns it is on the disk. */
export function writeProduct(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    // What is no file, /dev/stdout for one, has no disk to be put on.
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
    writeFileSync(path, text, { flush: isFile });
  } catch (error) {
    throw storageError(error, 'write', path);
  }
}
