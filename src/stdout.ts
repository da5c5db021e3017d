import { fstatSync, writeSync } from 'node:fs';
import type { Output } from './world.ts';

/** So much an empty pipe takes without waiting for its reader, on every system in use. */
const pipeBytes = 16 * 1024;

/**
 * stdout. Opening Node's stream costs a tenth of a bare start. A file or a pipe does without: what it
 * takes at once is simply written. The stream is opened for a terminal, and for all that comes after
 * more than that: it waits for a slow reader without being deaf to signals.
 *
 * @param open the stream.
 * @param fail what is done about an error of the file or the pipe.
 */
export function openStdout(
  open: () => NodeJS.WriteStream,
  fail: (error: NodeJS.ErrnoException) => void,
): Output {
  const stdout = 1;
  const kind = fstatSync(stdout);
  if (!kind.isFile() && !kind.isFIFO() && !kind.isSocket()) return open();

  let room = pipeBytes;
  return {
    write(text) {
      const bytes = Buffer.from(text);
      room -= bytes.length;
      const written = room < 0 ? 0 : writeAtOnce(bytes);
      if (written === bytes.length) return;
      room = 0;
      open().write(bytes.subarray(written));
    },
  };

  function writeAtOnce(bytes: Buffer): number {
    try {
      return writeSync(stdout, bytes);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EAGAIN') fail(error as NodeJS.ErrnoException);
      return code === 'EAGAIN' ? 0 : bytes.length;
    }
  }
}
