import { expect, it } from 'vitest';
import type { DiagnosticCode } from '../../../src/core/curriculum/diagnostic.ts';
import { checkFiles, type Edit, edited, page, smallest } from '../../support/curriculum-source.ts';

const one = 'topics/one/topic.yaml';
const phases = (smallest[page] ?? '').slice(smallest[page]?.indexOf('phases:'));

type Case = readonly [what: string, code: DiagnosticCode, hint: string, edits: readonly Edit[]];

/** Adds a question of a kind; every other field that it needs is right. */
function question(kind: string, fields: string): Edit {
  const common = 'id: q, outcome: do, difficulty: 1, ask: A, explain: E';
  return [one, '', `questions:\n  - {kind: ${kind}, ${common}, ${fields}}\n`];
}

const resource = (fields: string): Edit => [
  one,
  '',
  `resources:\n  - {title: T, why: W, ${fields}}\n`,
];
const list = 'choices: [{text: a, because: b}, {text: c, because: d, correct: true}]';

/** `hint` is what the hint must hold; an empty one says that there is none. */
const cases: readonly Case[] = [
  ['a file that is a list', 'wrong-type', '', [[one, smallest[one] ?? '', '‹- a›\n']]],
  ['an empty file', 'wrong-type', '', [[one, smallest[one] ?? '', '']]],
  [
    'a page without phases',
    'missing-field',
    'phases: …',
    [
      [page, 'format: 1', '‹format: 1›'],
      [page, phases, ''],
    ],
  ],
  ['a page with no phase', 'bad-value', '', [[page, phases, 'phases: ‹[]›\n']]],

  ['a number as text', 'wrong-type', 'quotes', [[one, 'title: One', 'title: ‹2026›']]],
  ['text as a number', 'wrong-type', '', [[one, 'hours: 1', 'hours: ‹two›']]],
  ['no number at all', 'wrong-type', '', [[one, 'hours: 1', 'hours: ‹.nan›']]],
  ['nothing in place of a list', 'wrong-type', '', [[one, 'requires: []', 'requires: ‹~›']]],
  ['text in place of a list', 'wrong-type', '', [[one, 'requires: []', 'requires: ‹two›']]],
  ['a list in place of a mapping', 'wrong-type', '', [[one, '', 'encompasses: ‹[two]›\n']]],
  ['a topic that is a number', 'wrong-type', '', [[page, '[one, two]', '[one, two, ‹3›]']]],

  [
    'a number as the title of a topic in the page',
    'wrong-type',
    'quotes',
    [
      [page, '[one, two]', '[one, two, {id: c, title: ‹3›, hours: 1, why: W, requires: [], '],
      [page, 'requires: [], ', 'requires: [], outcomes: [{id: do, can: do it}]}]'],
    ],
  ],
  [
    'a topic in the page without hours',
    'missing-field',
    'hours: …',
    [
      [page, '[one, two]', '[one, two, ‹{id: c, title: C, why: W, requires: [], '],
      [page, 'requires: [], ', 'requires: [], outcomes: [{id: do, can: do it}]}›]'],
    ],
  ],

  ['blank text', 'bad-value', '', [[one, 'Why.', '‹"   "›']]],
  ['no hours', 'bad-value', '', [[one, 'hours: 1', 'hours: ‹0›']]],
  ['a year of hours', 'bad-value', '', [[one, 'hours: 1', 'hours: ‹8766›']]],
  ['a weight above 1', 'bad-value', '', [[one, '', 'encompasses: {two: ‹1.5›}\n']]],
  [
    'no outcomes',
    'bad-value',
    '',
    [[one, 'outcomes:\n  - id: do\n    can: do it', 'outcomes: ‹[]›']],
  ],
  ['a version of two numbers', 'bad-value', '1.0.0', [[page, '1.0.0', '‹"1.0"›']]],
  ['a language by its name', 'bad-value', 'pt-BR', [[page, 'en', '‹English›']]],
  ['a month in words', 'bad-value', '2026-11', [[one, '', 'as_of: ‹Nov 2026›\n']]],
  ['an older format', 'bad-value', '', [[page, 'format: 1', 'format: ‹0›']]],
  [
    'an address without a scheme',
    'bad-value',
    'https://',
    [resource('kind: docs, minutes: 1, url: ‹example.org›')],
  ],
  [
    'an address that is no page',
    'bad-value',
    'https://',
    [resource('kind: docs, minutes: 1, url: ‹"javascript:alert(1)"›')],
  ],
  [
    'an unknown kind of resource',
    'bad-value',
    '"docs"',
    [resource('kind: ‹doc›, minutes: 1, url: "https://a.org"')],
  ],
  ['a misspelt kind of question', 'bad-value', '"single"', [question('‹singel›', list)]],
  [
    'a difficulty between two',
    'wrong-type',
    '',
    [question('single', list), [one, 'difficulty: 1', 'difficulty: ‹1.5›']],
  ],
  ['a single choice', 'bad-value', '', [question('single', 'choices: ‹[{text: a, because: b}]›')]],
  ['a tolerance below 0', 'bad-value', '', [question('number', 'answer: 1, tolerance: ‹-1›')]],
  ['a pair of one', 'bad-value', '', [question('order', 'items: [a, b], free: [‹[1]›]')]],
  ['a pair of three', 'bad-value', '', [question('order', 'items: [a, b], free: [‹[1, 2, 3]›]')]],

  ['an id in capitals', 'bad-id', 'lower case', [[one, 'id: do', 'id: ‹Do›']]],
  ['an id of a key', 'bad-id', 'lower case', [[page, '', 'renamed: {Old: ‹one›}\n']]],
  [
    'an id in a list that may hold whole topics',
    'bad-id',
    'lower case',
    [[page, '[one, two]', '[one, two, ‹Two_b›]']],
  ],
  [
    'an id of the language itself',
    'bad-id',
    'lower case',
    [[one, 'requires: []', 'requires: [‹__proto__›]']],
  ],

  ['a misspelt field', 'unknown-field', '"covers"', [[one, '', '‹cover›: []\n']]],
  [
    'a field that its mapping has',
    'unknown-field',
    'no such field',
    [[one, 'why: Why.', 'why: Why.\n‹whyy›: Why.']],
  ],
  ['a field of another file', 'unknown-field', 'no such field', [[page, '', '‹zzzzzzzz›: 1\n']]],
  [
    'a prototype as a field',
    'unknown-field',
    'no such field',
    [[one, '', '‹__proto__›: {hours: 2}\n']],
  ],
  [
    'a constructor as a field',
    'unknown-field',
    'no such field',
    [[one, '', '‹constructor›: {}\n']],
  ],
  [
    'a field that every object has',
    'unknown-field',
    'no such field',
    [[one, '', '‹toString›: 1\n']],
  ],
  [
    'an unknown field in a question',
    'unknown-field',
    'no such field',
    [question('single', `${list}, ‹shuffled›: true`)],
  ],

  [
    'an outcome without words',
    'missing-field',
    'can: …',
    [[one, 'id: do\n    can: do it', '‹id: do›']],
  ],
  [
    'a question without a kind',
    'missing-field',
    'single, multiple',
    [[one, '', 'questions:\n  - ‹{id: q}›\n']],
  ],
  [
    'a question without choices',
    'missing-field',
    'choices: …',
    [
      [
        one,
        '',
        'questions:\n  - ‹{kind: single, id: q, outcome: do, difficulty: 1, ask: A, explain: E}›\n',
      ],
    ],
  ],
];

function mustFind(code: DiagnosticCode, hint: string, edits: readonly Edit[]): void {
  const { files, places } = edited(smallest, edits);
  const { diagnostics, compiled } = checkFiles(files);
  expect(compiled).toBeUndefined();
  const [found] = diagnostics;
  const { file = one, ...range } = places[0] ?? {};
  const codes = diagnostics.map((other) => other.code);
  expect({ codes, file: found?.file }).toEqual({ codes: [code], file });
  expect(found?.range).toMatchObject(places.length > 0 ? range : { line: 1, column: 1 });
  if (hint === '') expect(found?.hint).toBeUndefined();
  else expect(found?.hint).toContain(hint);
}

it.each(cases)('%s: %s', (_, code, hint, edits) => mustFind(code, hint, edits));

/** Reported: the first two throw; the hint of the third is a pattern. */
const defects: readonly Case[] = [
  ['no format', 'missing-field', 'format: …', [[page, 'format: 1\nid: small', '‹id: small›']]],
  [
    'a resource without a kind',
    'missing-field',
    'kind: …',
    [[one, '', 'resources:\n  - ‹{title: T, why: W, minutes: 1, url: "https://a.org"}›\n']],
  ],
  ['a tolerance in words', 'bad-value', '5%', [question('number', 'answer: 1, tolerance: ‹some›')]],
];

it.each(defects)('%s: %s', (_, code, hint, edits) => mustFind(code, hint, edits));
