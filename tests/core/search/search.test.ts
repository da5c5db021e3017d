import { expect, it } from 'vitest';
import type { Topic, TopicContent } from '../../../src/core/curriculum/curriculum.ts';
import { search } from '../../../src/core/search/search.ts';
import { sequence } from '../../support/sequence.ts';

const empty: TopicContent = {
  ...{ why: '', covers: [], asOf: undefined, encompasses: {}, outcomes: [], resources: [] },
  ...{ questions: [], lesson: undefined, exercise: undefined },
};

const inside: Readonly<Record<string, Partial<TopicContent>>> = {
  'python-core': {
    why: 'Names decide.',
    outcomes: [
      { id: 'a', can: 'tell lists from tuples' },
      { id: 'b', can: 'catch an Error' },
    ],
    lesson:
      'One paragraph.\n\nA *second* paragraph,\nabout `pipelines`.\n\nA third about pipelines.',
  },
  'git-snapshots': {
    why: 'For teams.',
    covers: ['version control (Git)'],
    lesson: '## STASSE, Straße',
  },
  pandas: {
    outcomes: [{ id: 'a', can: 'read tables in a pipeline' }],
    lesson: 'First.\r\n\r\nWindows\r\n\tlines.\r\n\r\nLast.',
  },
  cicd: { why: 'A pipeline for tables.\n\nIt tests.', outcomes: [{ id: 'a', can: 'test tables' }] },
};

const topics = sequence.topics.map((topic): [Topic, TopicContent] => {
  return [topic, { ...empty, ...inside[topic.id] }];
});

const found = (query: string) =>
  search(topics, query).map(({ topic, where }) => `${topic.id} in ${where}`);

it.each<[query: string, expected: string[]]>([
  ['', []],
  ['  \t ', []],
  ['nothing-like-it', []],
  ['GITHUB', ['github-actions in title']],
  // By its id, too, and by any part of a word.
  ['hub-act', ['github-actions in title']],
  ['python', ['python-core in title', 'pandas in title']],
  ['tables python', ['pandas in title']],
  // Titles first, then outcomes, then texts; each in the order of the author.
  ['tables', ['pandas in title', 'cicd in outcome']],
  ['test', ['cicd in outcome']],
  ['pipeline', ['pandas in outcome', 'python-core in lesson', 'cicd in lesson']],
  ['second third', ['python-core in lesson']],
  ['control version', ['git-snapshots in lesson']],
  ['straße', ['git-snapshots in lesson']],
  // All words in one outcome: words of two outcomes are not about one thing.
  ['lists error', []],
  // Whole words are not demanded, patterns are not understood.
  ['pipe.ines', []],
  ['(git)', ['git-snapshots in lesson']],
])('%j', (query, expected) => {
  expect(found(query)).toEqual(expected);
});

it.each<[what: string, query: string, excerpt: string]>([
  ['of a title, why it is worth it', 'names', 'Names decide.'],
  ['of an outcome, the outcome', 'catch', 'catch an Error'],
  [
    'of a text, the paragraph of the first word, in one plain line',
    'pipelines',
    'A second paragraph, about pipelines.',
  ],
  ['the first word decides', 'third pipelines', 'A third about pipelines.'],
  ['with the line ends of Windows', 'windows', 'Windows lines.'],
  ['a heading without its marks', 'stasse', 'STASSE, Straße'],
])('the excerpt: %s', (_, query, excerpt) => {
  expect(search(topics, query)[0]?.excerpt).toBe(excerpt);
});
