import { describe, expect, it } from 'vitest';
import { findFlaws, grade, guessRate, solution } from '../../../src/core/questions/index.ts';
import type { Answer, Question } from '../../../src/core/questions/question.ts';
import {
  arranged,
  choicesOf,
  chose,
  matchQuestion,
  multipleQuestion,
  numberQuestion,
  orderQuestion,
  paired,
  pairsOf,
  rated,
  recallQuestion,
  shortQuestion,
  singleQuestion,
  typed,
} from '../../support/question.ts';

interface Sample {
  readonly question: Question;
  readonly right: Answer;
  readonly wrong: Answer;
  readonly shown: readonly string[];
}

const kinds: Sample[] = [
  {
    question: singleQuestion(choicesOf([false, true])),
    right: chose(1),
    wrong: chose(0),
    shown: ['choice 1'],
  },
  {
    question: multipleQuestion(choicesOf([true, true])),
    right: chose(0, 1),
    wrong: chose(1),
    shown: ['choice 0', 'choice 1'],
  },
  {
    question: orderQuestion({ items: ['a', 'b'] }),
    right: arranged(0, 1),
    wrong: arranged(1, 0),
    shown: ['1. a', '2. b'],
  },
  {
    question: matchQuestion({ pairs: pairsOf(2), extra: ['C'] }),
    right: paired(0, 1),
    wrong: paired(0, 2),
    shown: ['a — A', 'b — B'],
  },
  {
    question: shortQuestion({ accept: ['fake', 'a fake'] }),
    right: typed('a fake'),
    wrong: typed('stub'),
    shown: ['fake'],
  },
  {
    question: numberQuestion({ answer: 6, unit: 'h' }),
    right: typed('6'),
    wrong: typed('7'),
    shown: ['6 h'],
  },
  {
    question: recallQuestion({ answer: 'In *your* words.' }),
    right: rated('good'),
    wrong: rated('forgot'),
    shown: ['In *your* words.'],
  },
];

describe.each(kinds)('a question of kind $question.kind', ({ question, right, wrong, shown }) => {
  it('is graded by its own kind', () => {
    expect(grade(question, right).result).toBe('right');
    expect(grade(question, wrong).result).toBe('wrong');
  });

  it('shows its solution', () => {
    expect(solution(question)).toEqual(shown);
  });

  it('can be guessed, but not for certain', () => {
    expect(guessRate(question)).toBeGreaterThan(0);
    expect(guessRate(question)).toBeLessThan(1);
  });

  it('has no flaw', () => {
    expect(findFlaws(question)).toEqual([]);
  });

  it('refuses an answer of another form', () => {
    const forms = [typed('1'), chose(0), arranged(0, 1), paired(0, 1), rated('good')];
    const refused = forms.filter((answer) => {
      try {
        grade(question, answer);
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toEqual(forms.filter(({ form }) => form !== right.form));
  });
});
