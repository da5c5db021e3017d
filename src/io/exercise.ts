import { readFileSync } from 'node:fs';
import { printable } from '../core/text/printable.ts';
import { ownFile } from './check-runner.ts';

/** What the learner is asked to do. Markdown. @throws UserError when the exercise has no task. */
export function readTask(exercise: string): string {
  return printable(readFileSync(ownFile(exercise, 'task.md'), 'utf8').replaceAll('\r\n', '\n'));
}
