import { describe, expect, it } from 'vitest';
import { codeColumns } from '../../src/core/text/code.ts';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { renderQuestion } from '../../src/terminal/views/question.ts';
import { shipped } from '../support/curriculum.ts';
import { numberQuestion } from '../support/question.ts';

const facts = {
  ...{ interactive: true, plain: false, color: false, unicode: true, screen: true },
  ...{ columns: 80, rows: 24 },
};
const theme = await makeTheme(facts);
const [topic] = shipped.curriculum.topics;

/** As a page of a lesson has it, and as a question has it. */
const ways: readonly (readonly [string, (markdown: string) => string[]])[] = [
  ['a lesson', (markdown) => renderMarkdown(markdown, theme, ' ')],
  [
    'a question',
    (markdown) => {
      if (!topic) throw new Error('The shipped curriculum has no topic.');
      const question = { ...numberQuestion({ answer: 1 }), ask: markdown };
      return renderQuestion(topic, question, 'question 1', theme);
    },
  ],
];

describe.each(ways)('on 80 columns %s', (_, render) => {
  it.each([
    ['the longest line of code that is not warned of', codeColumns, 1],
    ['a longer one', codeColumns + 1, 2],
  ])('shows %s', (_what, columns, lines) => {
    for (const indent of ['', '- a\n\n  ']) {
      const code = 'x'.repeat(columns - (indent === '' ? 0 : 2));
      const after = indent === '' ? '' : '  ';
      const rendered = render(`${indent}~~~\n${after}${code}\n${after}~~~`);
      expect(rendered.filter((line) => /^ *x+$/.test(line))).toHaveLength(lines);
    }
  });
});

it.each([
  ['in plain mode', true, 80],
  ['where it is too wide', false, 30],
])('a table is read row by row %s, without its empty cells', async (_, plain, columns) => {
  const table =
    '| topic | date | a longer name |\n|---|---|---|\n| One | | yes |\n| Two | 3 Nov | |';
  const looks = await makeTheme({ ...facts, plain, columns });
  expect(renderMarkdown(table, looks)).toEqual([
    ...['topic: One', 'a longer name: yes', ''],
    ...['topic: Two', 'date: 3 Nov'],
  ]);
});

it('a quotation in plain mode has its beginning and its end in words', async () => {
  const looks = await makeTheme({ ...facts, plain: true });
  expect(renderMarkdown('> One.', looks)).toEqual(['Quote:', '  One.', 'End.']);
});
