import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { printable } from '../../core/text/printable.ts';
import { insidePath, listOwn } from './files.ts';

export type Comparison =
  | { readonly kind: 'diffs'; readonly files: readonly FileDiff[] }
  /** The solution is no files, but what one does: a program. */
  | { readonly kind: 'script'; readonly text: string };

interface FileDiff {
  readonly file: string;
  /** A unified diff from the learner's file to ours; empty when they are the same. */
  readonly patch: string;
}

const diffLimitBytes = 1024 * 1024;

/**
 * What the learner has against our solution. The files that the exercise names come first.
 * @throws UserError when there is no solution, or when it leads outside.
 */
export function diffWithSolution(
  exercise: string,
  workspace: string,
  files: readonly string[],
): Comparison {
  const solution = join(exercise, 'solution');
  const names = listOwn(exercise, 'solution');
  if (names.includes('solve.py')) {
    return { kind: 'script', text: printable(readText(join(solution, 'solve.py')) ?? '') };
  }
  const rank = (name: string) => (files.includes(name) ? files.indexOf(name) : files.length);
  const ordered = [...names].sort((a, b) => rank(a) - rank(b));
  return {
    kind: 'diffs',
    files: ordered.map((file) => ({
      file: printable(file),
      patch: printable(compare(file, insidePath(workspace, file), join(solution, file))),
    })),
  };
}

function compare(file: string, theirs: string, ours: string): string {
  const [before, after] = [readText(theirs), readText(ours)];
  if (before === undefined || after === undefined) return 'Too large, or no text: not compared.\n';
  if (before === after) return '';
  const options = {
    context: 3,
    stripTrailingCr: true,
    timeout: 2000,
    headerOptions: FILE_HEADERS_ONLY,
  };
  const names = [`${file} (yours)`, `${file} (ours)`] as const;
  return (
    createTwoFilesPatch(...names, before, after, undefined, undefined, options) ??
    'Too different to be compared line by line.\n'
  );
}

/** A file that is not there is empty; `undefined` when it is no text of a sensible size. */
function readText(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return '';
  if (!stats.isFile() || stats.size > diffLimitBytes) return undefined;
  const text = readFileSync(path, 'utf8');
  return text.includes('\0') ? undefined : text;
}
