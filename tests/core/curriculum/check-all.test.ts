import { expect, it } from 'vitest';
import { checkFiles, type Edit, edited, page, smallest } from '../../support/curriculum-source.ts';

const one = 'topics/one/topic.yaml';
const two = 'topics/two/topic.yaml';

/** Mistakes of shape and mistakes of sense: within each, none hides another. */
const manyMistakes: readonly (readonly [string, readonly Edit[], readonly string[]])[] = [
  [
    'of shape, in all files',
    [
      [page, 'version: 1.0.0', 'version: 1'],
      [page, 'focus: Focus.', 'focus: ""'],
      [page, 'id: step', 'id: Step'],
      [one, 'hours: 1', 'hours: lots'],
      [one, 'why: Why.\n', ''],
      [two, 'title: Two', 'title: [Two'],
    ],
    ['wrong-type 4', 'bad-value 10', 'bad-id 13', 'missing-field 1', 'wrong-type 2', 'yaml-syntax'],
  ],
  [
    'of sense, in all files',
    [
      [page, 'builds_on: []', 'builds_on: [stepp]'],
      [page, '[one, two]', '[one, two, one, three]'],
      [page, 'id: phase', 'id: step'],
      [page, '', 'renamed: {two: one}\n'],
      [one, 'requires: []', 'requires: [two, nothing]'],
      [one, '', '  - {id: do, can: do it}\n'],
      [two, '', 'questions:\n  - {id: q, outcome: dont, kind: number, answer: 1, '],
      [two, '', 'difficulty: 1, ask: A, explain: E, right: ["2"]}\n'],
    ],
    [
      ...['duplicate-id 13', 'unknown-step 16', 'topic-twice 17', 'unknown-topic 17'],
      ...['reused-id 18', 'cycle 4', 'unknown-prerequisite 4', 'duplicate-id 8'],
      ...['unknown-outcome 9', 'question 9'],
    ],
  ],
];

it.each(manyMistakes)(
  'finds all mistakes %s at once, in the order of the files',
  (_, edits, wanted) => {
    const { diagnostics } = checkFiles(edited(smallest, edits).files);
    const found = diagnostics.map(({ code, range }) =>
      code === 'yaml-syntax' ? code : `${code} ${range?.line}`,
    );
    expect([...new Set(found)]).toEqual(wanted);
  },
);

it('a topic that cannot be read is still known to those that require it', () => {
  const { files } = edited(smallest, [[one, 'hours: 1', 'hours: lots']]);
  expect(checkFiles(files).diagnostics.map(({ code }) => code)).toEqual(['wrong-type']);
});

it('an unlisted folder is checked, and left out', () => {
  const { files } = edited(smallest, [
    [page, '[one, two]', '[one]'],
    [two, 'hours: 2', 'hours: 0'],
  ]);
  expect(checkFiles(files).diagnostics.map(({ code }) => code)).toEqual([
    'topic-not-listed',
    'bad-value',
  ]);
});

it('each circle is named once, with all of its topics', () => {
  const { files } = edited(smallest, [
    [page, '[one, two]', '[one, two, three]'],
    [one, 'requires: []', 'requires: [three, two]'],
    ['topics/three/topic.yaml', '', (smallest[two] ?? '').replace('[one]', '[two]')],
  ]);
  const cycles = checkFiles(files).diagnostics.filter(({ code }) => code === 'cycle');
  const ways = cycles.map(({ message }) => /: (.*)\.$/.exec(message)?.[1]);
  expect(ways.sort()).toEqual([
    'one requires three, which requires two, which requires one',
    'one requires two, which requires one',
  ]);
});
