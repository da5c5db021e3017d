import { expect, it } from 'vitest';
import type { Rating } from '../../../src/core/questions/question.ts';
import { recall } from '../../../src/core/questions/recall.ts';
import { rated, recallQuestion } from '../../support/question.ts';

const question = recallQuestion({ answer: 'A **snapshot**.' });

it.each<[Rating, string]>([
  ['forgot', 'wrong'],
  ['hard', 'right'],
  ['good', 'right'],
  ['easy', 'right'],
])('the rating %s is %s, goes along, and is not commented', (rating, result) => {
  expect(recall.grade(question, rated(rating))).toEqual({ result, feedback: [], rating });
});

it('proves no more than a word does: .7 of log-odds', () => {
  expect(Math.log(0.9 / recall.guess(question))).toBeCloseTo(0.7, 1);
});
