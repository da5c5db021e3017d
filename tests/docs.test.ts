import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { curriculum } from '../src/commands/curriculum.ts';
import { entries } from '../src/commands/index.ts';
import { jsonSchema } from '../src/core/curriculum/schema.ts';
import { decodeEvent } from '../src/core/journal/codec.ts';
import { columns } from '../src/core/transfer/table.ts';
import { readLine } from '../src/io/journal/line.ts';
import { folderWith } from './support/curriculum.ts';
import { environment, newLearner, root, runProgram } from './support/program.ts';

/** What the documents say, held against what the program does. */
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

interface Fence {
  /** What stands behind the three ticks. */
  readonly info: string;
  readonly body: string;
}

function fences(text: string): Fence[] {
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', body = '']) => {
    return { info, body };
  });
}

/** The cells of every row of a table that begins with names in code, header lines left out. */
function rows(text: string): { names: string[]; cells: string[] }[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const cells = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      const names = [...(cells[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      return { names, cells };
    });
}

/** The part of a document from a heading to the next one of the same level. */
function section(text: string, heading: string): string {
  const level = /^#+/.exec(heading)?.[0] ?? '#';
  const start = text.indexOf(`${heading}\n`);
  if (start < 0) throw new Error(`There is no heading "${heading}".`);
  const rest = text.slice(start + heading.length);
  const end = rest.search(new RegExp(`^#{1,${level.length}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

describe('docs/curriculum-format.md', () => {
  const text = read('docs/curriculum-format.md');
  const format = fences(text);
  const files = Object.fromEntries(
    format.flatMap(({ info, body }) => {
      const [, name] = /title=(\S+)/.exec(info) ?? [];
      return name ? [[name, body]] : [];
    }),
  );
  const topicFile = 'topics/boil-water/topic.yaml';
  const questions = format.filter(({ info }) => info === 'yaml question').map(({ body }) => body);
  const exercise = format.find(({ info }) => info === 'yaml exercise')?.body ?? '';

  it('has an example that passes the check, without its questions and its exercise', async () => {
    const plain = Object.entries(files).filter(([name]) => !name.includes('/exercise/'));
    const folder = folderWith(Object.fromEntries(plain));
    const { status, stdout } = await newLearner().run('curriculum', 'check', folder);
    expect(stdout).toBe('3 topics in 2 steps and 1 phase, 3.5 h: no errors.\n');
    expect(status).toBe(0);
  });

  it('has an example of every kind of question, and an exercise that keeps its promises', async () => {
    const whole = `${files[topicFile]}questions:\n${questions.join('')}${exercise}`;
    const folder = folderWith({ ...files, [topicFile]: whole });
    const args = ['curriculum', 'check', folder, '--exercises', '--yes', '--json'];
    const { status, stdout } = await newLearner().run(...args);
    const { diagnostics, proofs } = JSON.parse(stdout);
    expect(diagnostics).toEqual([]);
    expect(proofs).toEqual([
      { topic: 'boil-water', work: 'starter' },
      { topic: 'boil-water', work: 'solution' },
      { topic: 'boil-water', work: 'wrong/forgets-32' },
    ]);
    expect(status).toBe(0);

    const shown = [...questions.join('').matchAll(/kind: (\w+)/g)].map(([, kind]) => kind);
    expect(new Set(shown)).toEqual(new Set(schemaKinds()));
  });

  it('names every field, and no other', () => {
    const documented = rows(text.slice(0, text.indexOf('## What is forgiven')))
      .concat(rows(text.slice(text.indexOf('\n## Exercise'), text.indexOf('### check.py'))))
      .flatMap(({ names }) => names);
    const known = fieldsOf(jsonSchema('curriculum')).filter((name) => name !== 'lesson');
    expect([...new Set(documented)].sort()).toEqual([...new Set(known)].sort());
  });

  it('names every diagnostic, and no other', () => {
    const source = read('src/core/curriculum/diagnostic.ts');
    const union = /type DiagnosticCode =([\s\S]*?);/.exec(source)?.[1] ?? '';
    const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code);
    const documented = rows(section(text, '## Diagnostics')).flatMap(({ names }) => names[0] ?? []);
    expect(codes.length).toBeGreaterThan(20);
    expect(documented).toEqual(codes);
  });

  it.each([
    [['text'], 'git add', 'Git  Add.', 'right'],
    [['text'], 'git add', '$ git add', 'wrong'],
    [['text'], '1000', '1,000', 'right'],
    [['text'], '1000 cups', '1,000 cups', 'wrong'],
    [['command'], 'git commit -a', 'git commit -A', 'wrong'],
    [['command'], 'git commit -v notes', 'git commit notes -v', 'wrong'],
    [['code'], 'a[0]', 'a[0].', 'wrong'],
    [['code'], 'print("a")', ">>> print( 'a' );", 'right'],
    [['regex'], 'kettles?', ' “kettle” ', 'wrong'],
    [['regex'], 'a kettle', 'A   kettle', 'right'],
    [['regex'], 'kettle', 'kettle.', 'wrong'],
  ])('says truly what is forgiven: %s, %s, %s', async ([compare], accept, answer, result) => {
    const question = { kind: 'short', id: 'q', outcome: 'brew', ask: 'What?', explain: 'So.' };
    // A pattern needs an example of a right answer.
    const example = compare === 'regex' ? { right: [accept.replace('?', '')] } : {};
    const graded = {
      ...{ ...question, difficulty: 1, accept: [accept], compare },
      ...{ ...example, [result]: [answer] },
    };
    const name = 'topics/brew-tea/topic.yaml';
    const topic = `${files[name]}questions: [${JSON.stringify(graded)}]\n`;
    const plain = Object.entries(files).filter(([other]) => !other.includes('/exercise/'));
    const folder = folderWith({ ...Object.fromEntries(plain), [name]: topic });
    // An example that is graded otherwise is an error; that one question proves little, a warning.
    const { status, stdout } = await newLearner().run('curriculum', 'check', folder);
    expect(status, stdout).toBe(0);
  });
});

/** The names of all properties anywhere in a JSON Schema. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties: unknown = Reflect.get(schema, 'properties');
  const own = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return [...own, ...Object.values(schema).flatMap(fieldsOf)];
}

function schemaKinds(): string[] {
  const kinds = JSON.stringify(jsonSchema('topic')).matchAll(/"kind":\{[^}]*"const":"(\w+)"/g);
  return [...kinds].map(([, kind = '']) => kind);
}

describe('docs/journal-format.md', () => {
  const text = read('docs/journal-format.md');
  const lines = fences(text).flatMap(({ info, body }) => (info === 'jsonl' ? [body.trim()] : []));
  const kinds = [...text.matchAll(/^### (\S+)$/gm)].map(([, kind = '']) => kind);
  const always = rows(section(text, '## One line, one event')).flatMap(({ names }) => names);

  it('shows a line of every kind, which the program reads', () => {
    const source = read('src/core/journal/codec.ts');
    const table = /const factTests[\s\S]*?= \{([\s\S]*?)^\};/m.exec(source)?.[1] ?? '';
    const known = [...table.matchAll(/^ {2}'?([a-z-]+)'?: \{/gm)].map(([, kind]) => kind);
    expect(kinds).toEqual(known);
    for (const line of lines) {
      const decoded = readLine(line);
      expect(decoded).toMatchObject({ ok: true });
      expect(decoded.ok && '$foreign' in decoded.event).toBe(false);
    }
    const shown = lines.map((line) => JSON.parse(line)).map(({ kind }) => kind);
    expect(new Set(shown)).toEqual(new Set(kinds));
  });

  it.each(kinds)('names every field of %s, and each of them is needed', (kind) => {
    const part = section(text, `### ${kind}`);
    const fields = rows(part).map(({ names: [name = ''], cells: [, type = ''] }) => {
      return { name, isOptional: type.includes('or absent') };
    });
    const needed = fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
    const [example] = fences(part);
    const event = JSON.parse(example?.body ?? '');
    const stamp = always.filter((name) => name !== 'sum');
    expect(Object.keys(event)).toEqual([...stamp, ...needed]);
    for (const { name } of fields.filter(({ isOptional }) => isOptional)) {
      expect(decodeEvent(JSON.stringify({ ...event, [name]: 0 })).ok, name).toBe(false);
    }
    for (const field of Object.keys(event)) {
      const { [field]: _, ...rest } = event;
      expect(decodeEvent(JSON.stringify(rest)).ok, field).toBe(false);
    }
  });

  it('names the fields of an export, a damaged line, and the columns of the table', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    const folder = join(home, 'data', 'journal');
    const [file = ''] = readdirSync(folder);
    writeFileSync(join(folder, file), '{"v":1,"id":"torn\n', { flag: 'a' });
    const exported = await run('export');
    const damaged = JSON.parse(readFileSync(join(folder, 'damaged.log'), 'utf8'));
    const [head = ''] = exported.stdout.split('\n');
    const shown = fences(text).flatMap(({ info, body }) =>
      info === 'json' ? [Object.keys(JSON.parse(body))] : [],
    );
    expect(shown).toEqual([Object.keys(damaged), Object.keys(JSON.parse(head))]);

    const documented = rows(section(text, '## Export and import')).flatMap(({ names }) => {
      return names.filter((name) => !['kind', 'topic-done', 'how', 'true'].includes(name));
    });
    const [, table = ''] = section(text, '## Export and import').split('| column |');
    expect(table).toContain('| `kind` |');
    expect([...documented, 'kind'].sort()).toEqual([...columns].sort());
  });
});

describe('docs/json-output.md', () => {
  const text = read('docs/json-output.md');
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
  const commands = headings.filter((heading) => heading.startsWith('`'));
  const printedBy = new Map<string, unknown>();

  /** Each documented command, as it is printed, in an order in which all of them have something to say. */
  beforeAll(async () => {
    const home = mkdtempSync(join(tmpdir(), 'mlops-path-docs-'));
    const run = (...args: string[]) => runProgram(args, environment(home));
    const json = async (name: string, ...args: string[]): Promise<void> => {
      const { stdout } = await run(...args);
      printedBy.set(name, JSON.parse(stdout));
    };
    const bad = join(home, 'bad');
    mkdirSync(bad);
    writeFileSync(join(bad, 'curriculum.yaml'), 'format: 1\nidd: tea\n');
    const file = join(home, 'progress.jsonl');
    const places: Record<string, string> = { bad, 'progress.jsonl': file };

    const last = ['undo', 'redo', 'import', 'reset', 'log'];
    await json('done python-core', 'done', 'python-core', '--json');
    await run('practice', 'python-core');
    const work = join(home, 'workspace', 'python-core');
    const solution = join(root, 'curriculum/mlops/topics/python-core/exercise/solution');
    for (const name of readdirSync(solution)) {
      writeFileSync(join(work, name), readFileSync(join(solution, name)));
    }
    await run('practice', 'python-core');
    await run('config', 'color', 'never');
    const wanted = commands.map((heading) => {
      const [, line = ''] = /^`mlops-path (.+) --json`$/.exec(heading) ?? [];
      return line;
    });
    for (const line of wanted) {
      const words = line.split(' ').map((word) => places[word] ?? word);
      if (last.includes(words[0] ?? '') || line === 'done python-core') continue;
      await json(line, ...words, '--json');
    }
    await run('export', '--output', file);
    for (const verb of last) {
      const line = wanted.find((known) => known.split(' ')[0] === verb) ?? verb;
      await json(line, ...line.split(' ').map((word) => places[word] ?? word), '--json');
    }
    return () => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }, 120_000);

  it('describes every verb that has --json', async () => {
    const documented = commands.join(' ') + text;
    for (const name of await verbs()) {
      const { options } = await helpOf(name);
      if (options.has('--json')) expect(documented).toContain(`mlops-path ${name}`);
    }
  });

  it.each(commands)('%s prints the fields that are documented, of their types', (heading) => {
    const part = section(text, `## ${heading}`);
    const line = heading.slice('`mlops-path '.length, -' --json`'.length);
    const printed = printedBy.get(line) as Record<string, unknown>;
    const shared = part.includes('all fields of [topic]') ? fieldsIn('topic') : [];
    const fields = [...fieldsIn(heading), ...shared];
    expect(printed['version']).toBe(1);
    expect(part).toContain(`Kind \`${printed['kind']}\``);
    compareFields(printed, fields, false);
    const [example] = fences(part);
    compareFields(JSON.parse(example?.body ?? ''), fields, false);
  });

  it.each(['topic', 'tally'])('the example of a %s has the fields that are documented', (name) => {
    const [example] = fences(section(text, `## ${name}`));
    compareFields(JSON.parse(example?.body ?? ''), fieldsIn(name), true);
  });

  it('says truly what is absent when nothing is left', async () => {
    const { run } = newLearner();
    await run('done', ...Array.from({ length: 73 }, (_, i) => String(i + 1)));
    const printed = JSON.parse((await run('next', '--json')).stdout);
    compareFields(printed, fieldsIn('`mlops-path next --json`'), false);
    expect(printed).toMatchObject({ rule: 'finished', topic: null });
    expect(printed).not.toHaveProperty('inputs');
  });

  interface Field {
    readonly path: string;
    readonly type: string;
  }

  function fieldsIn(heading: string): Field[] {
    return rows(section(text, `## ${heading}`)).flatMap(({ names: [path], cells: [, type] }) => {
      return path ? [{ path, type: type ?? '' }] : [];
    });
  }

  /** @param bare without version and kind: a part of an output. */
  function compareFields(printed: object, fields: readonly Field[], bare: boolean): void {
    const stamp = bare
      ? []
      : [
          { path: 'version', type: 'number' },
          { path: 'kind', type: 'text' },
        ];
    check(printed, [...fields, ...stamp], '');
  }

  function check(value: object, fields: readonly Field[], prefix: string): void {
    const own = fields.filter(({ path }) => /^\w+$/.test(path.slice(prefix.length)));
    const here = own.filter(({ path }) => path.startsWith(prefix));
    const names = here.map(({ path }) => path.slice(prefix.length));
    const needed = here.filter(({ type }) => !type.includes('or absent'));
    expect(names, prefix).toEqual(expect.arrayContaining(Object.keys(value)));
    expect(Object.keys(value), prefix).toEqual(
      expect.arrayContaining(needed.map(({ path }) => path.slice(prefix.length))),
    );
    for (const { path, type } of here) {
      const found: unknown = Reflect.get(value, path.slice(prefix.length));
      if (found !== undefined) checkType(found, type, path, fields);
    }
  }

  function checkType(value: unknown, said: string, path: string, fields: readonly Field[]): void {
    const type = said.replace(/, or absent$/, '');
    const [, nullable] = /^(.*), or null$/.exec(type) ?? [];
    if (nullable !== undefined) {
      if (value !== null) checkType(value, nullable, path, fields);
      return;
    }
    const [, entry] = /^list of (.+)$/.exec(type) ?? [];
    if (entry !== undefined) {
      expect(Array.isArray(value), path).toBe(true);
      for (const one of value as unknown[]) checkType(one, entry, `${path}[]`, fields);
      return;
    }
    switch (type) {
      case 'text':
      case 'time':
        expect(typeof value, path).toBe('string');
        return;
      case 'number':
        expect(typeof value, path).toBe('number');
        return;
      case 'true or false':
        expect(typeof value, path).toBe('boolean');
        return;
      case 'object':
        check(value as object, fields, `${path}.`);
        return;
      case 'topic':
      case 'tally':
        check(value as object, fieldsIn(type), '');
        return;
      case 'event':
        expect(decodeEvent(JSON.stringify(value)).ok, path).toBe(true);
        return;
      case 'mapping':
        expect(typeof value, path).toBe('object');
        return;
      default:
        throw new Error(`${path} has the type "${type}", which this test does not know.`);
    }
  }
});

describe.each(documents)('$file', ({ file, text }) => {
  it('names only files that exist', () => {
    for (const path of filesIn(text)) {
      expect(existsSync(join(root, path)), path).toBe(true);
    }
  });

  it('links only to files that exist', () => {
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|#)/.test(target)) continue;
      const path = join(root, dirname(file), target.replace(/#.*$/, ''));
      expect(existsSync(path), target).toBe(true);
    }
  });

  it('names only verbs and options that exist', async () => {
    for (const line of commandLines(text)) {
      await expectReal(line);
    }
  });
});

/** Paths that begin with a folder of this repository. */
function filesIn(text: string): string[] {
  const folders = ['bin', 'curriculum', 'dist', 'docs', 'scripts', 'src', 'tests', 'bench'];
  const path = new RegExp(
    `(?<![\\w/.~-])(?:${folders.join('|')})(?:/[\\w@.-]+)+/?(?![\\w<*/…])`,
    'g',
  );
  return [...text.matchAll(path)].map(([found]) => found.replace(/[.,]$/, ''));
}

/** Everything in code that begins with the name of the program, as words. */
function commandLines(text: string): string[][] {
  const blocks = fences(text).map(({ body }) => body.replace(/\\\n/g, ' '));
  const spans = text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/(?<!`)`([^`]+)`(?!`)/g);
  const code = [...blocks, ...[...spans].map(([, span = '']) => span.replace(/\s+/g, ' '))];
  return code.flatMap((block) => {
    const found = block.matchAll(/(?<![\w/.~-])(?:mlops-path|npm start --) ([a-z-][^\n|>#]*)/g);
    return [...found].map(([, line = '']) => line.trim().split(/\s+/));
  });
}

interface Help {
  /** Long options, and whether a value stands behind them. */
  readonly options: ReadonlyMap<string, boolean>;
}

const helps = new Map<string, Promise<Help>>();

/** What `--help` lists. @param name of a verb; empty for the program itself. */
function helpOf(name: string): Promise<Help> {
  const known = helps.get(name) ?? askHelp(name);
  helps.set(name, known);
  return known;
}

async function askHelp(name: string): Promise<Help> {
  const words = name === '' ? [] : name.split(' ');
  const env = { PATH: process.env['PATH'] ?? '', MLOPS_PATH_HOME: '/nonexistent', LANG: 'C.UTF-8' };
  const { status, stdout } = await runProgram([...words, '--help'], env);
  expect(status, name).toBe(0);
  const found = stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)( <)?/gm);
  return { options: new Map([...found].map(([, option = '', value]) => [option, !!value])) };
}

async function verbs(): Promise<string[]> {
  const family = curriculum.entries.map(({ name }) => `curriculum ${name}`);
  return [...entries.map(({ name }) => name), ...family];
}

async function expectReal(words: readonly string[]): Promise<void> {
  const line = words.join(' ');
  const { options: everywhere } = await helpOf('');
  const rest = [...words];
  while (rest[0]?.startsWith('--')) {
    const option = rest.shift() ?? '';
    expect([...everywhere.keys()], line).toContain(option);
    if (everywhere.get(option)) rest.shift();
  }
  if (rest.length === 0) return;
  if (rest[0]?.startsWith('<')) return;
  const known = await verbs();
  const pair = rest.slice(0, 2).join(' ');
  const name = known.includes(pair) ? pair : (rest[0] ?? '');
  expect(known, line).toContain(name);
  const isPlain = rest[1] === undefined || /^[-<]/.test(rest[1]);
  if (name === 'curriculum') expect(isPlain, line).toBe(true);

  const { options } = await helpOf(name);
  for (const word of rest) {
    const [option = ''] = word.split('=');
    if (!/^--[a-z]/.test(option)) continue;
    expect([...options.keys(), ...everywhere.keys()], line).toContain(option);
  }
}
