import { multiple, single } from './choice.ts';
import { match } from './match.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import type {
  Answer,
  Flaw,
  Kind,
  Question,
  QuestionKind,
  QuestionOf,
  Verdict,
} from './question.ts';
import { recall } from './recall.ts';
import { short } from './short.ts';

const kinds: { readonly [K in QuestionKind]: Kind<K> } = {
  ...{ single, multiple, order, match, short, number, recall },
};

/** Grades an answer. "I don't know" is for the caller: it is no answer, and needs no grading. */
export function grade(question: Question, answer: Answer): Verdict {
  return kindOf(question).grade(question, answer);
}

/** The chance of being right without knowing. */
export function guessRate(question: Question): number {
  return kindOf(question).guess(question);
}

/** The right answer in words, a line each. Markdown. */
export function solution(question: Question): readonly string[] {
  return kindOf(question).solution(question);
}

/** What its author got wrong inside the question. */
export function findFlaws(question: Question): readonly Flaw[] {
  return kindOf(question).check(question);
}

/** The compiler cannot see that a question and its own kind fit together; the table says so. */
function kindOf<K extends QuestionKind>(question: QuestionOf<K>): Kind<K> {
  return kinds[question.kind as K];
}
