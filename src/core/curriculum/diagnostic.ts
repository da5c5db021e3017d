/** A place in a text. Lines and columns count from 1; `endColumn` is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The line itself, so that a printer needs no second look at the file. */
  readonly text: string;
}

type Severity = 'error' | 'warning';

export type DiagnosticCode =
  | 'bad-id'
  | 'bad-value'
  | 'builds-on-order'
  | 'control-character'
  | 'cycle'
  | 'duplicate-id'
  | 'exercise'
  | 'missing-field'
  | 'missing-file'
  | 'newer-format'
  | 'order'
  | 'outside'
  | 'question'
  | 'reused-id'
  | 'telling-choices'
  | 'too-large'
  | 'too-many-aliases'
  | 'topic-not-listed'
  | 'topic-twice'
  | 'unknown-field'
  | 'unknown-outcome'
  | 'unknown-prerequisite'
  | 'unknown-step'
  | 'unknown-topic'
  | 'unreachable-mastery'
  | 'unreadable'
  | 'untested-outcome'
  | 'wide-code'
  | 'wrong-type'
  | 'yaml-syntax';

/** What is wrong with a curriculum: data, collected, printed all at once. Never thrown. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the curriculum's folder. */
  readonly file: string;
  readonly range?: Range;
  readonly hint?: string;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** In the order of the files, then of the lines: the order in which an author mends them. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      a.file.localeCompare(b.file, 'en') ||
      (a.range?.line ?? 0) - (b.range?.line ?? 0) ||
      (a.range?.column ?? 0) - (b.range?.column ?? 0),
  );
}
