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
  // What the parser makes is many times larger than the text, so it is not kept for the places: where
  // there is something to point at, the text is read a second time.
  let places: Places | undefined;
  const find = (): Places => {
    places ??= placesIn(text, readDocument(text));
    return places;
  };
  return {
    file,
    ...readValue(file, text),
    locate: (path) => find().locate(path),
    locateKey: (path) => find().locateKey(path),
  };
}

function readDocument(text: string): Document.Parsed {
  return parseDocument(text, { prettyErrors: false, logLevel: 'error' });
}

function readValue(file: string, text: string): Pick<YamlSource, 'value' | 'diagnostics'> {
  const document = readDocument(text);
  const failed = (code: DiagnosticCode, message: string, range: Range, hint?: string) => {
    return { code, severity: 'error', message, file, range, ...(hint && { hint }) } as const;
  };
  const { errors } = document;
  if (errors.length > 0) {
    const { at } = placesIn(text, document);
    const diagnostics = errors.map(({ message, pos }) =>
      failed('yaml-syntax', message, at(...pos)),
    );
    return { value: undefined, diagnostics };
  }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const { at, of } = placesIn(text, document);
    const lost = findLostAlias(document);
    const message = lost
      ? `The alias *${lost.source} stands for nothing.`
      : 'The file expands too many aliases.';
    const finding = lost
      ? failed('yaml-syntax', message, of(lost), 'Put the text in quotes if it is no alias.')
      : failed('too-many-aliases', message, at(0, 1), withoutAlias);
    return { value: undefined, diagnostics: [finding] };
  }
}

const withoutAlias = 'Write the text where it is needed instead of an alias (*name).';

/** Where the parts of a text stand in it. */
interface Places extends Pick<YamlSource, 'locate' | 'locateKey'> {
  /** From one place to another, in UTF-16 units. */
  at(start: number, end: number): Range;
  of(node: Node | null): Range;
}

function placesIn(text: string, document: Document.Parsed): Places {
  const lines = lineStartsOf(text);
  const at = (start: number, end: number): Range => {
    const { line, col } = lines.linePos(start);
    const lineStart = lines.lineStarts[line - 1] ?? 0;
    const lineText = text.slice(lineStart).split(/\r?\n/, 1)[0] ?? '';
    const endColumn = Math.min(col + Math.max(1, end - start), lineText.length + 1);
    return { line, column: col, endColumn: Math.max(endColumn, col + 1), text: lineText };
  };
  const of = (node: Node | null): Range => {
    const [start, end] = node?.range ?? [0, 1];
    return at(start, end);
  };
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
    at,
    of,
    locate: (path) => of(walk(path).value),
    locateKey: (path) => of(walk(path).key),
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
