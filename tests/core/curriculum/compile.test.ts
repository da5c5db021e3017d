import { expect, it } from 'vitest';
import { summarise } from '../../../src/core/curriculum/compile.ts';
import {
  checkFiles,
  type Files,
  inOneFile,
  page,
  smallest,
  withCrlf,
} from '../../support/curriculum-source.ts';
import { sequenceData } from '../../support/sequence.ts';
import { shippedFiles } from '../../support/shipped-files.ts';

const two = 'topics/two/topic.yaml';

/** Everything a topic may hold. */
const rich: Files = {
  ...smallest,
  [two]: `${smallest[two]}encompasses: {one: 0.5}
covers: [Everything, "“Quoted”"]
as_of: 2026-11
resources:
  - {title: Docs, url: https://example.org/a?b=c, kind: docs, minutes: 5, why: Short.}
questions:
  - {id: q, outcome: do, kind: short, difficulty: 1, ask: "What is 😀?", explain: E, accept: [smile]}
  - id: r
    outcome: do
    kind: number
    difficulty: 3
    ask: |
      How much is

          1 + 1
    explain: It is two.
    answer: 2
    tolerance: 5%
`,
  'topics/two/lesson.md': '# Two\n\nA lesson: with *marks*, “quotes” and\n\n    code\n',
};

it('compiles to plain data, with the numbers of places for requirements', () => {
  const { compiled, diagnostics } = checkFiles(smallest);
  expect(diagnostics).toEqual([]);
  expect(compiled?.data).toEqual({
    ...{ id: 'small', title: 'Small', version: '1.0.0', about: 'About.' },
    phases: [
      {
        ...{ id: 'phase', title: 'Phase', focus: 'Focus.', why: 'Why.' },
        steps: [
          {
            ...{ id: 'step', title: 'Step', why: 'Why.', buildsOn: [], buildsOnHow: undefined },
            topics: [
              { id: 'one', title: 'One', hours: 1, requires: [] },
              { id: 'two', title: 'Two', hours: 2, requires: [0] },
            ],
          },
        ],
      },
    ],
    ...{ renamed: {}, retired: [] },
  });
  expect(compiled && summarise(compiled)).toBe('2 topics in 1 step and 1 phase, 3 h');
});

it('compiles everything that a topic holds, and fills in what it does not', () => {
  const [sparse, full] = checkFiles(rich).compiled?.contents ?? [];
  expect(sparse).toEqual({
    ...{ why: 'Why.', covers: [], asOf: undefined, resources: [], questions: [] },
    outcomes: [{ id: 'do', can: 'do it' }],
    ...{ lesson: undefined, exercise: undefined },
  });
  expect(full).toMatchObject({
    ...{ covers: ['Everything', '“Quoted”'], asOf: '2026-11' },
    resources: [{ title: 'Docs', url: 'https://example.org/a?b=c', minutes: 5 }],
    questions: [
      { id: 'q', ask: 'What is 😀?' },
      { id: 'r', tolerance: '5%' },
    ],
    lesson: rich['topics/two/lesson.md'],
  });
});

it.each([
  ['the smallest', smallest],
  ['one with everything', rich],
])('%s: one file and folders compile to the same', (_, files) => {
  const inFolders = checkFiles(files);
  const together = checkFiles(inOneFile(files));
  expect(together.diagnostics).toEqual([]);
  expect(together.compiled?.data).toEqual(inFolders.compiled?.data);
  // A lesson in a file of its own keeps its last line feed.
  const trimmed = inFolders.compiled?.contents.map(({ lesson, ...content }) => ({
    ...content,
    lesson: lesson?.trim(),
  }));
  expect(together.compiled?.contents).toEqual(trimmed);
});

it('the line ends of the files change nothing', () => {
  const unix = checkFiles(rich).compiled;
  const windows = checkFiles(withCrlf(rich)).compiled;
  expect(windows?.data).toEqual(unix?.data);
  expect(windows?.contents.map(({ questions }) => questions)).toEqual(
    unix?.contents.map(({ questions }) => questions),
  );
});

it('compiles again what it has compiled: nothing is kept between two runs', () => {
  expect(checkFiles(rich)).toEqual(checkFiles(rich));
});

it('names of the language itself are ids like any other', () => {
  const rename = (text: string) => text.replaceAll(/\bone\b/g, 'constructor');
  const files = Object.fromEntries(
    Object.entries(smallest).map(([file, text]) => [rename(file), rename(text)]),
  );
  const history = '\nrenamed: {to-string: constructor, value-of: [two]}\nretired: [has-own]\n';
  const { diagnostics, compiled } = checkFiles({ ...files, [page]: `${files[page]}${history}` });
  expect(diagnostics).toEqual([]);
  expect(compiled?.data.phases[0]?.steps[0]?.topics.map(({ id }) => id)).toEqual([
    'constructor',
    'two',
  ]);
  expect(compiled?.data.renamed).toEqual({ 'to-string': ['constructor'], 'value-of': ['two'] });
});

it('the shipped curriculum written as one file compiles to the same', () => {
  // An exercise needs a folder: one file cannot hold it.
  const files = Object.fromEntries(
    Object.entries(shippedFiles())
      .filter(([name]) => !name.includes('/exercise/'))
      .map(([name, text]) => [name, text.replace(/^exercise:\n(?: .*\n|\n)*/m, '')]),
  );
  const { compiled } = checkFiles(files);
  expect(compiled?.contents.length).toBeGreaterThan(10);
  const together = checkFiles(inOneFile(files));
  expect(together.compiled?.data).toEqual(compiled?.data);
});

// Reported: 9.799999999999999 h, and 0.30000000000000004 h for the first step.
it('sums hours up without the noise of binary fractions', () => {
  const phases = sequenceData.phases.slice(0, 1).map((phase) => ({
    ...phase,
    steps: phase.steps.slice(0, 1),
  }));
  const text = summarise({ data: { ...sequenceData, phases }, contents: [] });
  expect(text).toContain(' 0.3 h');
});
