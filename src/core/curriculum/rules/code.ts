import { codeColumns, wideCode } from '../../text/code.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { TextFile } from '../files.ts';
import type { Path } from '../source.ts';
import type { FoundTopic, Report } from './report.ts';

/** Code is read line by line: none of a lesson or a question is broken on a screen of 80 columns. */
export function checkCode({ file, lesson, source, at }: FoundTopic, report: Report): void {
  const check = (markdown: string | undefined, path: Path): void => {
    for (const { text, columns } of wideCode(markdown ?? '')) {
      const message = `${tooLong(columns)}: ${beginningOf(text)}`;
      report('wide-code', source, [...at, ...path], message, hint, 'warning');
    }
  };
  // A lesson with a file of its own is looked at there.
  if (at.length > 0) check(lesson, ['lesson']);
  for (const [q, question] of (file.questions ?? []).entries()) {
    check(question.ask, ['questions', q, 'ask']);
    if (question.kind === 'recall') check(question.answer, ['questions', q, 'answer']);
  }
  check(file.exercise?.after, ['exercise', 'after']);
}

/** The same of a lesson in a file of its own, each line at its place. */
export function findWideCode({ file, text: markdown }: TextFile): Diagnostic[] {
  return wideCode(markdown).map(({ line, text, columns }) => ({
    ...{ code: 'wide-code', severity: 'warning', message: `${tooLong(columns)}.`, file, hint },
    range: { line, column: codeColumns + 1, endColumn: text.length + 1, text },
  }));
}

const hint = `Break it where you like it: a screen of 80 columns has room for ${codeColumns}.`;

function tooLong(columns: number): string {
  return `This line of code has ${columns} characters`;
}

function beginningOf(line: string): string {
  return `"${line.trim().slice(0, 40)}…"`;
}
