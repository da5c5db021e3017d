import type { GivenAnswer } from '../../src/core/progress/answers.ts';
import type { Question } from '../../src/core/questions/question.ts';
import {
  choicesOf,
  matchQuestion,
  multipleQuestion,
  numberQuestion,
  orderQuestion,
  pairsOf,
  recallQuestion,
  shortQuestion,
  singleQuestion,
} from './question.ts';
import { instant } from './standing.ts';

const choice = (choices: number) =>
  singleQuestion(choicesOf(Array.from({ length: choices }, (_, i) => i === 0)));

/** Named by how an answer can be guessed: one of four or of two choices, or hardly at all. */
export const someQuestions: readonly Question[] = [
  ...['four', 'four-b', 'four-c'].map((id) => ({ ...choice(4), id })),
  { ...choice(2), id: 'two' },
  { ...shortQuestion({ accept: ['a'] }), id: 'typed' },
  { ...numberQuestion({ answer: 1 }), id: 'number' },
  { ...orderQuestion({ items: ['a', 'b'] }), id: 'order' },
  { ...multipleQuestion(choicesOf([true, true, false])), id: 'multiple' },
  { ...matchQuestion({ pairs: pairsOf(3) }), id: 'match' },
  ...['recall', 'recall-b'].map((id) => ({ ...recallQuestion({ answer: 'A.' }), id })),
];

export const startMs = instant('2026-11-23T09:00:00Z').ms;

/**
 * Answers in short: `typed:right four:wrong/hint typed:right@24h`, where `@` is the time since the
 * start.
 */
export function answersFrom(text: string): GivenAnswer[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const match = /^([\w-]+):(right|wrong|dont-know)(\/hint)?(?:@(-?[\d.]+)h)?$/.exec(word);
      if (!match) throw new Error(`"${word}" is no answer.`);
      const [, question = '', result, hint, hours = '0'] = match;
      const at = { ms: Math.round(startMs + Number(hours) * 3_600_000), offsetMinutes: 0 };
      return { question, result: result as GivenAnswer['result'], hint: hint !== undefined, at };
    });
}
