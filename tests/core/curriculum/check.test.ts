import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../../../src/core/curriculum/diagnostic.ts';
import {
  checkFiles,
  type Edit,
  edited,
  page,
  smallest,
  withCrlf,
} from '../../support/curriculum-source.ts';

/** What only the disk can give: a curriculum that is read already has none of these. */
type ReadingCode = 'missing-file' | 'outside' | 'too-large' | 'unreadable';

interface Broken {
  /** What breaks it; ‹ and › stand around the place that must be found. */
  readonly edits: readonly Edit[];
  /** Where no place in a text is at fault, the file is. */
  readonly file?: string;
  /** What the hint must hold. Without it there is no hint. */
  readonly hint?: string;
  readonly severity?: 'warning';
}

const one = 'topics/one/topic.yaml';
const lesson = 'topics/one/lesson.md';
const two = 'topics/two/topic.yaml';

/** A list of nine, each holding the one before nine times: 9^9 texts from a few lines. */
const bomb = [...'bcdefghi'].reduce(
  (text, name, i) => `${text}${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join()}]\n`,
  'a: &a [x, x, x, x, x, x, x, x, x]\n',
);

/** `n` questions on one line; JSON is YAML. */
function questionsOf(n: number, fields: object): string {
  const common = { outcome: 'do', ask: 'A', explain: 'E', difficulty: 1 };
  return JSON.stringify(
    Array.from({ length: n }, (_, i) => ({ id: `q${i}`, ...common, ...fields })),
  );
}

/** The right one of three choices is the longest. */
const longest = {
  kind: 'single',
  choices: ['longest', 'longer', 'long'].map((text, i) => {
    return { text, because: 'B', ...(i === 0 && { correct: true }) };
  }),
};

/** Every code that the checker gives, with the smallest curriculum that deserves it. */
const broken: Record<Exclude<DiagnosticCode, ReadingCode>, Broken> = {
  'bad-id': { edits: [[page, 'id: step', 'id: ‹Step_1›']], hint: 'git-snapshots' },
  'bad-value': { edits: [[one, 'hours: 1', 'hours: ‹-1›']] },
  'builds-on-order': { edits: [[page, 'builds_on: []', 'builds_on: [‹step›]']] },
  'control-character': {
    edits: [[page, 'About.', String.raw`‹"a \e[31mred word"›`]],
    hint: 'Delete it',
  },
  cycle: { edits: [[one, 'requires: []', 'requires: [‹two›]']], hint: 'Delete one' },
  'duplicate-id': { edits: [[page, 'id: step', 'id: ‹phase›']], hint: 'unique' },
  exercise: {
    edits: [
      [one, '', 'exercise:\n  ‹title: Try it›\n  minutes: 5\n  needs: [python3]\n'],
      [one, '', '  files: [work.py]\n  hints: [Look.]\n  after: Done.\n'],
    ],
    hint: 'Create it',
  },
  'missing-field': {
    edits: [
      [page, '    focus: Focus.\n', ''],
      [page, 'id: phase', '‹id: phase›'],
    ],
    hint: 'focus: …',
  },
  'newer-format': { edits: [[page, 'format: 1', 'format: ‹2›']], hint: 'mlops-path@2' },
  order: {
    edits: [
      [one, 'requires: []', 'requires: [‹two›]'],
      [two, 'requires: [one]', 'requires: []'],
    ],
    hint: 'List "two" first',
    severity: 'warning',
  },
  question: {
    edits: [
      [one, '', 'questions:\n  - {id: q, outcome: do, kind: single, difficulty: 1, ask: A, '],
      [one, '', 'explain: E, choices: ‹[{text: a, because: b}, {text: c, because: d}]›}\n'],
    ],
    hint: 'correct: true',
  },
  'reused-id': { edits: [[page, '', 'renamed: {one: ‹two›}\n']], hint: 'never reused' },
  'telling-choices': {
    edits: [[one, '', `questions: ‹${questionsOf(5, longest)}›\n`]],
    hint: 'equally long',
    severity: 'warning',
  },
  'too-many-aliases': {
    edits: [
      [page, 'format', '‹f›ormat'],
      [page, '', bomb],
    ],
    hint: 'alias',
  },
  'topic-not-listed': {
    edits: [[page, '[one, two]', '[one]']],
    file: two,
    hint: page,
    severity: 'warning',
  },
  'topic-twice': { edits: [[page, '[one, two]', '[one, two, ‹one›]']], hint: 'Keep one' },
  'unknown-field': { edits: [[one, '', '‹colour›: red\n']], hint: 'no such field' },
  'unknown-outcome': {
    edits: [
      [one, '', 'questions:\n  - {id: q, outcome: ‹dos›, kind: number, answer: 1, '],
      [one, '', 'difficulty: 1, ask: A, explain: E}\n'],
    ],
    hint: '"do"',
  },
  'unknown-prerequisite': { edits: [[two, '[one]', '[‹onne›]']], hint: '"one"' },
  'unknown-step': { edits: [[page, 'builds_on: []', 'builds_on: [‹stepp›]']], hint: '"step"' },
  'unknown-topic': {
    edits: [[page, '[one, two]', '[one, two, ‹third›]']],
    hint: 'topics/third/topic.yaml',
  },
  'unreachable-mastery': {
    edits: [[one, '', `questions: ‹${questionsOf(2, longest)}›\n`]],
    hint: 'harder to guess',
    severity: 'warning',
  },
  'untested-outcome': {
    edits: [
      [one, '', '  - {id: ‹more›, can: do more}\n'],
      [one, '', `questions: ${questionsOf(2, { kind: 'number', answer: 1 })}\n`],
    ],
    hint: '2 questions',
    severity: 'warning',
  },
  'wide-code': {
    edits: [[lesson, '', `# One\n\n~~~\n${'x'.repeat(74)}‹y›\n~~~\n`]],
    hint: '74',
    severity: 'warning',
  },
  'wrong-type': { edits: [[one, 'title: One', 'title: ‹2›']], hint: 'quotes' },
  'yaml-syntax': { edits: [[one, 'why: Why.', 'why: Why.\n‹t›itle: Again']] },
};

describe.each([
  ['with line feeds', (files: typeof smallest) => files],
  ['as Windows saves it', withCrlf],
])('the smallest broken curriculum, %s', (_, save) => {
  it.each(Object.entries(broken))('%s', (code, { edits, file, hint, severity }) => {
    const { files, places } = edited(smallest, edits);
    const { diagnostics, compiled } = checkFiles(save(files));
    const { file: markedFile, ...range } = places[0] ?? {};
    expect(diagnostics).toEqual([
      {
        code,
        severity: severity ?? 'error',
        file: file ?? markedFile,
        message: expect.stringMatching(/\.$|^Map keys/),
        ...(places.length > 0 && { range }),
        ...(hint !== undefined && { hint: expect.stringContaining(hint) }),
      },
    ]);
    // A warning does not keep anybody from learning; an error does.
    expect(compiled !== undefined).toBe(severity === 'warning');
  });
});

type Variant = readonly [what: string, code: DiagnosticCode, edits: readonly Edit[]];

/** What else gives one of the codes. */
const variants: readonly Variant[] = [
  ['a phase with the id of a topic', 'duplicate-id', [[page, 'id: phase', 'id: ‹one›']]],
  ['an outcome twice', 'duplicate-id', [[one, '', '  - {id: ‹do›, can: do it again}\n']]],
  ['a topic required twice', 'bad-value', [[two, '[one]', '[one, ‹one›]']]],
  ['a topic that requires itself', 'cycle', [[one, 'requires: []', 'requires: [‹one›]']]],
  [
    'practice of an unknown topic',
    'unknown-prerequisite',
    [[two, '', 'encompasses: {onne: ‹0.5›}\n']],
  ],
  [
    'a topic that is written in the page, and has a folder',
    'topic-twice',
    [
      [page, '[one, two]', '\n          - id: ‹one›\n            title: One'],
      [page, '', '            hours: 1\n            why: Why.\n            requires: []\n'],
      [page, '', '            outcomes: [{id: do, can: do it}]\n          - two\n'],
    ],
  ],
  ['an old id that leads nowhere', 'unknown-topic', [[page, '', 'renamed: {old: ‹three›}\n']]],
  ['old ids in a circle', 'unknown-topic', [[page, '', 'renamed:\n  a: ‹b›\n  b: ‹a›\n']]],
  ['practice of what is not required', 'bad-value', [[one, '', 'encompasses: {two: ‹0.5›}\n']]],
  ['a raw escape sequence', 'control-character', [[one, 'Why.', '‹\u001b[31mred›']]],
  ['writing in reverse', 'control-character', [[one, 'Why.', '‹abc \u202e def›']]],
  [
    'a bell in a lesson, behind an emoji',
    'control-character',
    [[lesson, '', '# Lesson\n\n🔔 rings: ‹\u0007›\n']],
  ],
  [
    'a mistake behind letters of two code units',
    'bad-value',
    [
      [one, 'title: One\nhours: 1', '{"title": "😀 Ünï", "hours": ‹-1›,'],
      [
        one,
        'why: Why.\nrequires: []\noutcomes:\n  - id: do\n    can: do it',
        'why: 为什么, requires: [], outcomes: [{id: do, can: ✓}]}',
      ],
    ],
  ],
];

function findings(edits: readonly Edit[]) {
  const { files, places } = edited(smallest, edits);
  const found = checkFiles(files).diagnostics.map(({ code, file, range }) => {
    return { code, file, ...range };
  });
  return { found, places };
}

it.each(variants)('%s', (_, code, edits) => {
  const { found, places } = findings(edits);
  expect(found).toEqual(places.map((place) => ({ code, ...place })));
});

/** Reported, not yet mended. */
const defects: readonly Variant[] = [
  [
    'an id that is retired and in use, in a long list',
    'reused-id',
    [[page, '', 'retired:\n  - gone\n  - ‹two›\n']],
  ],
  [
    'an old id that was split, one part unknown, in a long list',
    'unknown-topic',
    [[page, '', 'renamed:\n  old:\n    - one\n    - ‹three›\n']],
  ],
  [
    'an address that drives a terminal',
    'control-character',
    [
      [one, '', 'resources:\n  - {title: T, kind: docs, minutes: 1, why: W, '],
      [one, '', 'url: ‹"https://example.org/\\e[31m"›}\n'],
    ],
  ],
];

it.each(defects)('%s', (_, code, edits) => {
  const { found, places } = findings(edits);
  expect(found).toEqual(places.map((place) => ({ code, ...place })));
});
