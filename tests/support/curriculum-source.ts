import { type Checked, checkCurriculum } from '../../src/core/curriculum/check.ts';
import type { CurriculumSource } from '../../src/core/curriculum/files.ts';
import type { Question } from '../../src/core/questions/question.ts';

/** The text of each file of a curriculum, by its path. */
export type Files = Readonly<Record<string, string>>;

export const page = 'curriculum.yaml';

/** The smallest curriculum with a requirement in it: each test breaks one thing. */
export const smallest: Files = {
  [page]: `format: 1
id: small
title: Small
version: 1.0.0
language: en
about: About.
phases:
  - id: phase
    title: Phase
    focus: Focus.
    why: Why.
    steps:
      - id: step
        title: Step
        why: Why.
        builds_on: []
        topics: [one, two]
`,
  'topics/one/topic.yaml': `title: One
hours: 1
why: Why.
requires: []
outcomes:
  - id: do
    can: do it
`,
  'topics/two/topic.yaml': `title: Two
hours: 2
why: Why.
requires: [one]
outcomes:
  - id: do
    can: do it
`,
};

/** The same without folders: each topic is written in the page, in place of its id. */
export function inOneFile(files: Files): Files {
  const inList = (files[page] ?? '').replace(
    /^( *)topics: \[(.*)\]$/gm,
    (_, space, ids: string) => {
      return [`${space}topics:`, ...ids.split(', ').map((id) => `${space}  - ${id}`)].join('\n');
    },
  );
  const text = inList.replace(/^( *)- ([a-z0-9-]+)$/gm, (entry, space: string, id: string) => {
    const topic = files[`topics/${id}/topic.yaml`];
    if (topic === undefined) return entry;
    const fields = [
      ...topic.trimEnd().split('\n'),
      ...lessonField(files[`topics/${id}/lesson.md`]),
    ];
    return [`${space}- id: ${id}`, ...fields.map((line) => line && `${space}  ${line}`)].join('\n');
  });
  return { [page]: text };
}

function lessonField(lesson: string | undefined): string[] {
  if (lesson === undefined) return [];
  return [
    'lesson: |',
    ...lesson
      .trimEnd()
      .split('\n')
      .map((line) => line && `  ${line}`),
  ];
}

/** As the disk would give them. Of an exercise, only the names of the files are known. */
function sourceOf(files: Files): CurriculumSource {
  const textFile = (file: string) => ({ file, text: files[file] ?? '' });
  const names = Object.keys(files);
  const topics = new Map(
    names.flatMap((path) => {
      const folder = /^(topics\/.+)\/topic\.yaml$/.exec(path)?.[1];
      if (folder === undefined) return [];
      const lesson = `${folder}/lesson.md`;
      const inside = `${folder}/exercise/`;
      const exercise = names
        .filter((name) => name.startsWith(inside))
        .map((name) => name.slice(inside.length));
      const found = {
        topic: textFile(path),
        ...(lesson in files && { lesson: textFile(lesson) }),
        ...(exercise.length > 0 && { exercise }),
      };
      return [[folder.slice('topics/'.length), found]];
    }),
  );
  return { page: textFile(page), topics, diagnostics: [] };
}

export function checkFiles(files: Files): Checked {
  return checkCurriculum(sourceOf(files));
}

/** The smallest curriculum, its first topic or both with questions, which test its only outcome. */
export function withQuestions(...ofTopics: readonly (readonly Question[])[]): Files {
  const files: Record<string, string> = { ...smallest };
  for (const [i, questions] of ofTopics.entries()) {
    const file = ['topics/one/topic.yaml', 'topics/two/topic.yaml'][i] ?? '';
    // JSON is YAML.
    const all = questions.map((question, q) => ({ ...question, id: `q${q}`, outcome: 'do' }));
    files[file] = `${files[file]}questions: ${JSON.stringify(all)}\n`;
  }
  return files;
}

/** In `file`, what is written in place of what. An empty `from` adds to the end. */
export type Edit = readonly [file: string, from: string, to: string];

/** A place that an edit has put between ‹ and ›. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly text: string;
}

/** Breaks the files, and says where: the marks ‹ and › are taken out again. */
export function edited(
  files: Files,
  edits: readonly Edit[],
): { readonly files: Files; readonly places: readonly Place[] } {
  const texts: Record<string, string> = { ...files };
  for (const [file, from, to] of edits) {
    const text = texts[file] ?? '';
    // A test whose edit does nothing would pass for the wrong reason.
    if (!text.includes(from)) throw new Error(`"${from}" is not in ${file}.`);
    texts[file] = from === '' ? `${text}${to}` : text.replace(from, () => to);
  }
  const places = Object.entries(texts).flatMap(([file, text]) =>
    text.split(/\r?\n/).flatMap((line, i): Place[] => {
      const start = line.indexOf('‹');
      if (start < 0) return [];
      const plain = withoutMarks(line);
      return [{ file, line: i + 1, column: start + 1, endColumn: line.indexOf('›'), text: plain }];
    }),
  );
  const plain = Object.entries(texts).map(([file, text]) => [file, withoutMarks(text)]);
  return { files: Object.fromEntries(plain), places };
}

function withoutMarks(text: string): string {
  return text.replace(/[‹›]/g, '');
}

/** The same files as an editor on Windows saves them. */
export function withCrlf(files: Files): Files {
  const texts = Object.entries(files).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]);
  return Object.fromEntries(texts);
}
