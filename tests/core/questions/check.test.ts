import { describe, expect, it } from 'vitest';
import { checkQuestions } from '../../../src/core/questions/check.ts';
import type { Question } from '../../../src/core/questions/question.ts';
import {
  choicesOf,
  numberQuestion,
  orderQuestion,
  shortQuestion,
  singleQuestion,
} from '../../support/question.ts';

const good = numberQuestion({ answer: 6 });

function findings(questions: readonly Question[], outcomes: readonly string[] = ['o']) {
  return checkQuestions(questions, new Set(outcomes)).map(({ code, path }) => [code, ...path]);
}

describe('checkQuestions', () => {
  it('has nothing to say of good questions', () => {
    expect(findings([good, { ...good, id: 'r' }])).toEqual([]);
    expect(findings([])).toEqual([]);
  });

  it('names every id that stands again', () => {
    expect(findings([good, good, { ...good, id: 'r' }, good])).toEqual([
      ['duplicate-id', 1, 'id'],
      ['duplicate-id', 3, 'id'],
    ]);
  });

  it('names an outcome that the topic has not, and the one that was meant', () => {
    const question = { ...good, outcome: 'stage-prat' };
    const [finding] = checkQuestions([question], new Set(['undo', 'stage-part']));
    expect(finding).toMatchObject({ code: 'unknown-outcome', path: [0, 'outcome'] });
    expect(finding?.hint).toContain('"stage-part"');
  });

  it('suggests no outcome that is nothing like it', () => {
    const [finding] = checkQuestions([{ ...good, outcome: 'stage-part' }], new Set(['undo']));
    expect(finding).toBeDefined();
    expect(finding).not.toHaveProperty('hint');
  });

  it.each<[string, Question, (string | number)[]]>([
    ['choices', singleQuestion(choicesOf([false, false])), ['choices']],
    ['items', orderQuestion({ items: ['a', 'a'] }), ['items', 1]],
    ['a pattern', shortQuestion({ accept: ['('], compare: 'regex' }), ['accept', 0]],
    ['an example', numberQuestion({ answer: 6, right: ['7'] }), ['right', 0]],
  ])('leads to %s inside the question', (_, question, path) => {
    expect(findings([good, { ...question, id: 'r' }])).toEqual([['question', 1, ...path]]);
  });

  it('reports everything that is wrong with one question', () => {
    const question = { ...numberQuestion({ answer: 6, wrong: ['6'] }), outcome: 'p' };
    expect(findings([good, question])).toEqual([
      ['duplicate-id', 1, 'id'],
      ['unknown-outcome', 1, 'outcome'],
      ['question', 1, 'wrong', 0],
    ]);
  });
});
