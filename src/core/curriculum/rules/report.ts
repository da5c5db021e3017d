import type { Diagnostic, DiagnosticCode } from '../diagnostic.ts';
import type { TopicFile } from '../schema.ts';
import type { Path, YamlSource } from '../source.ts';

/** A topic with the place in the text where it is written. */
export interface FoundTopic {
  readonly id: string;
  readonly file: TopicFile;
  readonly lesson: string | undefined;
  readonly source: YamlSource;
  /** Where the topic's fields begin in `source`. */
  readonly at: Path;
}

/** How a rule says what it found: the place is a path into a file. */
export type Report = (
  code: DiagnosticCode,
  source: YamlSource,
  path: Path,
  message: string,
  hint?: string,
  severity?: Diagnostic['severity'],
) => void;

export function reporter(diagnostics: Diagnostic[]): Report {
  return (code, source, path, message, hint, severity = 'error') => {
    const range = source.locate(path);
    const { file } = source;
    diagnostics.push({ code, severity, message, file, range, ...(hint && { hint }) });
  };
}
