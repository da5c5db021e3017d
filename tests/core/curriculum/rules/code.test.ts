import { expect, it } from 'vitest';
import { codeColumns } from '../../../../src/core/text/code.ts';
import {
  checkFiles,
  inOneFile,
  smallest,
  withQuestions,
} from '../../../support/curriculum-source.ts';
import { numberQuestion } from '../../../support/question.ts';

const lesson = 'topics/one/lesson.md';
const code = (columns: number) => `~~~\n${'x'.repeat(columns)}\n~~~\n`;
const tooWide = codeColumns + 1;

const inQuestion = (columns: number) => {
  const ask = { ...numberQuestion({ answer: 1 }), ask: code(columns) };
  return withQuestions([ask, numberQuestion({ answer: 2 })]);
};

it.each([
  ['a lesson', { ...smallest, [lesson]: code(tooWide) }, lesson, 2],
  [
    'a lesson in the page',
    inOneFile({ ...smallest, [lesson]: code(tooWide) }),
    'curriculum.yaml',
    undefined,
  ],
  ['a question', inQuestion(tooWide), 'topics/one/topic.yaml', undefined],
])('a line of code in %s is warned of', (_, files, file, line) => {
  const { diagnostics, compiled } = checkFiles(files);
  expect(diagnostics).toMatchObject([
    {
      ...{ code: 'wide-code', severity: 'warning', file },
      message: expect.stringContaining(`This line of code has ${tooWide} characters`),
      ...(line !== undefined && { range: { line, column: tooWide } }),
    },
  ]);
  expect(compiled).toBeDefined();
});

it.each([
  ['a lesson', { ...smallest, [lesson]: code(codeColumns) }],
  ['a question', inQuestion(codeColumns)],
])('a line of code in %s that fits is not', (_, files) => {
  expect(checkFiles(files).diagnostics).toEqual([]);
});
