import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Path, parseYaml } from '../../../src/core/curriculum/source.ts';

const text = `# a comment
title: "Ünï 😀"
list:
  - first
  - {a: 1, b: [x, "y: z"]}
nested:
  deeper:
    deepest: >-
      folded
      text
empty:
`;

/** What stands at a range, as far as its line goes. */
function at({ line, column, endColumn, text: lineText }: ReturnType<typeof locateIn>): string {
  return `${line}:${column} ${lineText.slice(column - 1, endColumn - 1)}`;
}

function locateIn(source: string, path: Path, what: 'locate' | 'locateKey' = 'locate') {
  return parseYaml('file.yaml', source)[what](path);
}

const places: readonly (readonly [path: Path, value: string, key: string])[] = [
  [[], '2:1 title: "Ünï 😀"', '2:1 title: "Ünï 😀"'],
  [['title'], '2:8 "Ünï 😀"', '2:1 title'],
  [['list'], '4:3 - first', '3:1 list'],
  [['list', 0], '4:5 first', '4:5 first'],
  [['list', 1, 'b'], '5:15 [x, "y: z"]', '5:12 b'],
  [['list', 1, 'b', 1], '5:19 "y: z"', '5:19 "y: z"'],
  [['nested', 'deeper', 'deepest'], '8:14 >-', '8:5 deepest'],
  // The nearest thing around what is not there.
  [['title', 'below'], '2:8 "Ünï 😀"', '2:1 title'],
  [['list', 7], '4:3 - first', '3:1 list'],
  [['list', 'first'], '4:3 - first', '3:1 list'],
  [['nested', 'missing', 'more'], '7:3 deeper:', '6:1 nested'],
];

describe.each([
  ['line feeds', text],
  ['carriage returns too', text.replaceAll('\n', '\r\n')],
])('with %s', (_, source) => {
  it.each(places)('%j stands at %s, its key at %s', (path, value, key) => {
    expect(at(locateIn(source, path))).toBe(value);
    expect(at(locateIn(source, path, 'locateKey'))).toBe(key);
  });

  it('reads the same value', () => {
    expect(parseYaml('file.yaml', source).value).toEqual({
      title: 'Ünï 😀',
      list: ['first', { a: 1, b: ['x', 'y: z'] }],
      nested: { deeper: { deepest: 'folded text' } },
      empty: null,
    });
  });
});

it.each([
  ['an empty file', '', null],
  ['blank lines', '\n\n', null],
  ['only a comment', '# nothing', null],
  ['a list', '- a\n- b\n', ['a', 'b']],
  ['a word', 'word', 'word'],
  ['an alias', 'a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
  ['yes and no, which are text', 'yes: no', { yes: 'no' }],
  ['a day, which is text', 'on: 2026-11-23', { on: '2026-11-23' }],
])('%s is a value, and its place can be asked for', (_, source, value) => {
  const yaml = parseYaml('file.yaml', source);
  expect(yaml.diagnostics).toEqual([]);
  expect(yaml.value).toEqual(value);
  expect(yaml.locate(['a', 3, 'b'])).toMatchObject({ line: 1 });
});

it.each([
  ['a tab as indentation', 'a:\n\tb: 1\n', 2],
  ['a key twice', 'a: 1\nb: 2\na: 3\n', 3],
  ['a bracket that stays open', 'a: 1\nb: [1, 2\n', 3],
  ['a quotation mark that stays open', 'a: "1\nb: 2\n', 3],
  ['a second document', 'a: 1\n---\nb: 2\n', 2],
  ['a colon too many', 'a: b: c\n', 1],
])('%s is an error of its line, and gives no value', (_, source, line) => {
  const { value, diagnostics } = parseYaml('file.yaml', source);
  expect(value).toBeUndefined();
  const [first] = diagnostics;
  expect(first).toMatchObject({ code: 'yaml-syntax', severity: 'error', file: 'file.yaml' });
  expect(first?.range?.line).toBe(line);
});

it.each([
  ['billions of laughs', laughs(9)],
  ['a list that holds itself', 'a: &a [*a, *a]\n'],
])('%s: nothing is expanded for ever', (_, source) => {
  const { value, diagnostics } = parseYaml('file.yaml', source);
  // A list that holds itself is a value like any other: whatever walks it follows a shape.
  if (value === undefined)
    expect(diagnostics.map(({ code }) => code)).toEqual(['too-many-aliases']);
  else expect(value).toHaveProperty('a');
});

function laughs(levels: number): string {
  const names = [...'abcdefghijklmn'].slice(0, levels);
  return names
    .map((name, i) => `${name}: &${name} [${Array(9).fill(i === 0 ? 'ha' : `*${names[i - 1]}`)}]\n`)
    .join('');
}

it('a hundred uses of a list are no bomb', () => {
  const source = `a: &a [1, 2, 3]\nb: [${Array(90).fill('*a').join()}]\n`;
  expect(parseYaml('file.yaml', source).diagnostics).toEqual([]);
});

it.each([
  ['lists', (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`],
  ['lists that stay open', (depth: number) => '['.repeat(depth)],
  ['mappings', (depth: number) => `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`],
  ['lines, each further in', (depth: number) => lines(depth)],
])('%s a thousand deep are a value or an error, and never throw', (_, nest) => {
  for (const depth of [10, 1000]) {
    const { value, diagnostics } = parseYaml('file.yaml', nest(depth));
    expect(value === undefined).toBe(diagnostics.length > 0);
  }
});

function lines(depth: number): string {
  return Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
}

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  '%s is a key like any other, and changes no other object',
  (key) => {
    const { value, locate } = parseYaml('file.yaml', `a: 1\n${key}: {polluted: true}\n`);
    expect(Object.entries(value as object)).toContainEqual([key, { polluted: true }]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
    expect(locate([key, 'polluted']).line).toBe(2);
  },
);

it('whatever JSON says, YAML reads the same, and every part of it has a place', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const source = JSON.stringify(value, null, 2);
      const yaml = parseYaml('file.yaml', source);
      expect(yaml.value).toEqual(JSON.parse(source));
      const all = source.split('\n');
      for (const path of pathsIn(value)) {
        const { line, column, text: lineText } = yaml.locate(path);
        expect(lineText).toBe(all[line - 1]);
        expect(lineText.slice(column - 1)).toMatch(startOf(partAt(value, path)));
      }
    }),
  );
});

function partAt(value: unknown, path: Path): unknown {
  return path.reduce((found, key) => Reflect.get(Object(found), key), value);
}

/** How a value begins in JSON. */
function startOf(value: unknown): RegExp {
  if (Array.isArray(value)) return /^\[/;
  if (typeof value === 'object' && value !== null) return /^\{/;
  return new RegExp(`^${JSON.stringify(value).replace(/[^\w]/g, '\\$&')}`);
}

function pathsIn(value: unknown, base: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [base];
  const parts: [PropertyKey, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [base, ...parts.flatMap(([key, part]) => pathsIn(part, [...base, key]))];
}

// Reported: `too-many-aliases`, at the beginning of the file.
it('an alias of nothing is an error of its line', () => {
  const { diagnostics } = parseYaml('file.yaml', 'a: 1\nb: *emphasis\n');
  expect(diagnostics).toMatchObject([{ code: 'yaml-syntax', range: { line: 2, column: 4 } }]);
});

// Reported: behind an error, the lines of a text of several lines are not counted.
it('every error stands in its line, also those that follow from another', () => {
  const source = ' a: 1\nb: x\n  y\nc: 1\n';
  const all = source.split('\n');
  for (const { range } of parseYaml('file.yaml', source).diagnostics) {
    expect(range?.text).toBe(all[(range?.line ?? 0) - 1]);
  }
});

// Reported: the yaml package prints a warning of its own to stderr.
it('a key that is a list leaves the console alone', () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  parseYaml('file.yaml', '? [a, b]\n: 1\n');
  expect(warn).not.toHaveBeenCalled();
});
