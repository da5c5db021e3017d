import { expect, it } from 'vitest';
import { mismatch, right, wrong } from '../../../src/core/questions/question.ts';
import { chose, numberQuestion } from '../../support/question.ts';

it('a right answer needs no words, a wrong one keeps those it is given', () => {
  expect(right).toEqual({ result: 'right', feedback: [] });
  expect(wrong()).toEqual({ result: 'wrong', feedback: [] });
  expect(wrong('a', 'b')).toEqual({ result: 'wrong', feedback: ['a', 'b'] });
});

it('a mismatch names the kind and the form', () => {
  const question = numberQuestion({ answer: 1 });
  expect(() => mismatch(question, chose(0))).toThrow(/number.*choices/);
});
