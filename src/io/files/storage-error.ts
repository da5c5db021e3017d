import { printable } from '../../core/text/printable.ts';
import { UserError } from '../../failure.ts';

/** What the system said when a file could not be read or written, and what the learner can do. */
export function storageError(error: unknown, doing: string, path: string): unknown {
  const code = errorCode(error);
  const advice = code === undefined ? undefined : advices[code];
  if (!advice) return error;
  const where = printable(path);
  return new UserError(
    `storage-${code}`,
    `Could not ${doing} ${where}: ${advice.what}.`,
    advice.hint,
  );
}

/** `ENOENT` and its like; `undefined` for errors that do not come from the system. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const elsewhere = 'Set MLOPS_PATH_HOME to a folder that you can write to.';

const advices: Record<string, { what: string; hint: string }> = {
  ENOSPC: { what: 'the disk is full', hint: 'Free some space and try again; nothing was lost.' },
  EDQUOT: { what: 'your disk quota is used up', hint: 'Free some space and try again.' },
  EFBIG: {
    what: 'the file may not grow any more',
    hint: 'Raise the limit (ulimit -f) and try again.',
  },
  EROFS: { what: 'the disk is read-only', hint: elsewhere },
  EACCES: { what: 'you are not allowed to', hint: `Change the rights of the folder. ${elsewhere}` },
  EPERM: { what: 'you are not allowed to', hint: `Change the rights of the folder. ${elsewhere}` },
  ENOTDIR: { what: 'a part of the path is a file, not a folder', hint: elsewhere },
  EEXIST: { what: 'a file is where a folder should be', hint: elsewhere },
  ENOENT: { what: 'it does not exist', hint: 'Check the path.' },
  EISDIR: { what: 'it is a folder, not a file', hint: 'Check the path.' },
  ELOOP: { what: 'its links lead in a circle', hint: 'Check the path.' },
  EMFILE: { what: 'too many files are open', hint: 'Close some programs and try again.' },
  EIO: { what: 'the disk reports an error', hint: 'Make a copy of your data folder soon.' },
};
