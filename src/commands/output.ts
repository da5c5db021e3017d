import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
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
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw storageError(error, 'write', path);
  }
  session.say([`${what} is in ${printable(path)}`]);
}
