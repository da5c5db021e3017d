import { expect, it } from 'vitest';
import type { Question } from '../../../../src/core/questions/question.ts';
import { checkFiles, withQuestions } from '../../../support/curriculum-source.ts';
import {
  choicesOf,
  numberQuestion,
  orderQuestion,
  recallQuestion,
  singleQuestion,
} from '../../../support/question.ts';

const number = numberQuestion({ answer: 1 });
const single = singleQuestion(choicesOf([false, true, false, false]));
const two = orderQuestion({ items: ['a', 'b'] });
const recall = recallQuestion({ answer: 'A.' });

// In odds: 18 for a number, 3.6 for one of four choices, 1.8 for two items, 2 for a word; 19 are .95.
it.each<[what: string, questions: Question[], p: string | undefined]>([
  ['no question', [], undefined],
  ['two numbers', [number, number], undefined],
  ['one number', [number], '1 right answer and a probability of 0.947'],
  ['a number and a choice', [number, single], undefined],
  ['two choices', [single, single], '2 right answers and a probability of 0.928'],
  ['three choices', [single, single, single], undefined],
  ['a number and two items', [number, two], undefined],
  ['four words', [recall, recall, recall, recall], '4 right answers and a probability of 0.941'],
  ['five words', [recall, recall, recall, recall, recall], undefined],
])('%s', (_, questions, p) => {
  const { diagnostics, compiled } = checkFiles(withQuestions(questions));
  const said = diagnostics.filter(({ code }) => code === 'unreachable-mastery');
  expect(said).toMatchObject(
    p === undefined
      ? []
      : [{ severity: 'warning', message: expect.stringContaining(p), hint: expect.any(String) }],
  );
  expect(compiled).toBeDefined();
});
