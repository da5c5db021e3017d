import type { Diagnostic } from '../../core/curriculum/diagnostic.ts';
import { count } from '../../core/text/phrase.ts';
import { printable } from '../../core/text/printable.ts';
import { truncate, widthOf, wrap } from '../layout.ts';
import type { Theme } from '../theme.ts';

/**
 * Every finding with its place, the line itself underlined, and what to do:
 *
 *     topics/git-snapshots/topic.yaml:12:5  error  unknown-field
 *       Unknown field "requries".
 *         12 │ requries: [python-core]
 *            │ ~~~~~~~~
 *       Did you mean "requires"?
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], theme: Theme): string[] {
  return diagnostics.flatMap((diagnostic) => [...renderOne(diagnostic, theme), '']);
}

/** `2 errors and 1 warning`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [
    errors > 0 && count(errors, 'error'),
    warnings > 0 && count(warnings, 'warning'),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(' and ') : 'no errors';
}

function renderOne(diagnostic: Diagnostic, theme: Theme): string[] {
  const { code, severity, message, file, range, hint } = diagnostic;
  const place = range ? `${file}:${range.line}:${range.column}` : file;
  const style = severity === 'error' ? theme.bad : theme.notice;
  return [
    `${theme.strong(printable(place))}  ${style(severity)}  ${theme.dim(code)}`,
    ...wrap(printable(message), theme.width, '  '),
    ...(range ? renderRange(range, theme, style) : []),
    ...(hint ? wrap(theme.accent(printable(hint)), theme.width, '  ') : []),
  ];
}

function renderRange(
  { line, column, endColumn, text }: NonNullable<Diagnostic['range']>,
  theme: Theme,
  style: (text: string) => string,
): string[] {
  const number = String(line);
  const room = theme.width - number.length - 7;
  // A long line is shown from a little before the place, so that the place is always in view.
  const before = printable(text.slice(0, column - 1)).replaceAll('\t', ' ');
  const cut = widthOf(before) > room / 2 ? Math.max(0, before.length - Math.floor(room / 4)) : 0;
  const shown = truncate(printable(text).replaceAll('\t', ' ').slice(cut), room);
  if (theme.plain) return [`    Line ${number}: ${shown}`];
  const offset = widthOf(before.slice(cut));
  const marked = widthOf(printable(text.slice(column - 1, endColumn - 1)));
  const length = Math.max(1, Math.min(marked, widthOf(shown) - offset));
  return [
    `    ${theme.dim(`${number} │`)} ${shown}`,
    `    ${theme.dim(`${' '.repeat(number.length)} │`)} ${' '.repeat(offset)}${style('~'.repeat(length))}`,
  ];
}
