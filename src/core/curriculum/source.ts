import {
  type Alias,
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Diagnostic, DiagnosticCode, Range } from './diagnostic.ts';

export type Path = readonly PropertyKey[];

/** A YAML file as its author wrote it: the value, and where in the text each part of it stands. */
export interface YamlSource {
  readonly file: string;
  /** `undefined` when the text is no YAML. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the value at `path` stands; the nearest enclosing one when it is not there. */
  locate(path: Path): Range;
  /** Where the key of the last part of `path` stands. */
  locateKey(path: Path): Range;
}

/** The one place that knows the yaml package. `text` is the file's content, `file` its name. */
export function parseYaml(file: string, text: string): YamlSource {
  const lines = lineStartsOf(text);
  const diagnostics: Diagnostic[] = [];
  const report = (code: DiagnosticCode, message: string, range: Range, hint?: string): void => {
    diagnostics.push({ code, severity: 'error', message, file, range, ...(hint && { hint }) });
  };
  const rangeAt = (start: number, end: number): Range => {
    const { line, col } = lines.linePos(start);
    const lineStart = lines.lineStarts[line - 1] ?? 0;
    const lineText = text.slice(lineStart).split(/\r?\n/, 1)[0] ?? '';
    const endColumn = Math.min(col + Math.max(1, end - start), lineText.length + 1);
    return { line, column: col, endColumn: Math.max(endColumn, col + 1), text: lineText };
  };

  const nodeRange = (node: Node | null | undefined): Range => {
    const [start, end] = node?.range ?? [0, 1];
    return rangeAt(start, end);
  };
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  for (const error of document.errors) {
    report('yaml-syntax', error.message, rangeAt(...error.pos));
  }

  let value: unknown;
  if (document.errors.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      const lost = findLostAlias(document);
      if (lost) {
        const message = `The alias *${lost.source} stands for nothing.`;
        const hint = 'Put the text in quotes if it is no alias.';
        report('yaml-syntax', message, nodeRange(lost), hint);
      } else {
        const hint = 'Write the text where it is needed instead of an alias (*name).';
        report('too-many-aliases', 'The file expands too many aliases.', rangeAt(0, 1), hint);
      }
    }
  }

  const walk = (path: Path): { value: Node | null; key: Node | null } => {
    let found: Node | null = document.contents;
    let key: Node | null = null;
    for (const part of path) {
      if (isMap(found)) {
        const pair = found.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
        );
        if (!pair) break;
        key = pair.key as Node;
        found = (pair.value ?? pair.key) as Node;
      } else if (isSeq(found) && typeof part === 'number' && found.items[part]) {
        found = found.items[part] as Node;
        key = found;
      } else break;
    }
    return { value: found, key: key ?? found };
  };

  return {
    file,
    value,
    diagnostics,
    locate: (path) => nodeRange(walk(path).value),
    locateKey: (path) => nodeRange(walk(path).key),
  };
}

/** The parser's own counter leaves lines out behind an error. */
function lineStartsOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.addNewLine(at + 1);
  }
  return lines;
}

/** The first alias whose anchor does not come before it. */
function findLostAlias(document: Document.Parsed): Alias | undefined {
  let lost: Alias | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return undefined;
      lost = alias;
      return visit.BREAK;
    },
  });
  return lost;
}
