import { expect, it } from 'vitest';
import { idPattern } from '../../../src/core/curriculum/id.ts';
import { jsonSchema } from '../../../src/core/curriculum/schema.ts';

it.each(['a', 'git', 'git-snapshots', 'k8s', 'a-1-b', 'constructor'])('%s is an id', (id) => {
  expect(id).toMatch(idPattern);
});

it.each([
  ...[
    '',
    'A',
    '1a',
    '-a',
    'a-',
    'a--b',
    'a_b',
    'a b',
    ' a',
    'a.b',
    'ä',
    '../a',
    'a\n',
    '__proto__',
  ],
])('%j is no id', (id) => {
  expect(id).not.toMatch(idPattern);
});

it.each(['curriculum', 'topic'] as const)(
  'the JSON Schema of a %s is closed and complete',
  (of) => {
    const schema = JSON.parse(JSON.stringify(jsonSchema(of)));
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    // An editor offers what must be there; what may be there is not demanded.
    const required: Record<typeof of, string[]> = {
      curriculum: ['about', 'format', 'id', 'language', 'phases', 'title', 'version'],
      topic: ['hours', 'outcomes', 'requires', 'title', 'why'],
    };
    expect(schema.required.toSorted()).toEqual(required[of]);
  },
);

it('the JSON Schema of a topic knows what each kind of question must have', () => {
  const { properties } = JSON.parse(JSON.stringify(jsonSchema('topic')));
  const everyQuestion = ['kind', 'id', 'outcome', 'ask', 'explain', 'difficulty'];
  const kinds = properties.questions.items.oneOf.map(
    (kind: { properties: { kind: { const: string } }; required: string[] }) => [
      kind.properties.kind.const,
      ...kind.required.filter((field) => !everyQuestion.includes(field)),
    ],
  );
  expect(kinds).toEqual([
    ['single', 'choices'],
    ['multiple', 'choices'],
    ['order', 'items'],
    ['match', 'pairs'],
    ['short', 'accept'],
    ['number', 'answer'],
    ['recall', 'answer'],
  ]);
});
