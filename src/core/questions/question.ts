import type { Question, QuestionKind, QuestionOf } from '../curriculum/schema.ts';

export type { Choice, Question, QuestionKind, QuestionOf } from '../curriculum/schema.ts';

/** What a learner gave as the answer, in the terms of the kind that was asked. */
export type Answer =
  | { readonly form: 'choices'; readonly chosen: readonly number[] }
  | { readonly form: 'order'; readonly order: readonly number[] }
  /** For each left side, the place of what was chosen among everything on the right. */
  | { readonly form: 'pairs'; readonly rights: readonly number[] }
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'rating'; readonly rating: Rating };

/** How well the learner recalled it, by their own comparison: the grades of FSRS. */
export type Rating = 'forgot' | 'hard' | 'good' | 'easy';

export interface Verdict {
  /** `near` is no answer yet: it says what was close and asks again. */
  readonly result: 'right' | 'wrong' | 'near';
  /** What there is to say about this very answer, apart from the explanation. */
  readonly feedback: readonly string[];
  /** Where the learner judged, and not the tutor. */
  readonly rating?: Rating;
}

/** What an author got wrong in a question; `path` leads to it inside the question. */
export interface Flaw {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint?: string;
}

/** Everything the program knows about a kind of question: one file each. */
export interface Kind<K extends QuestionKind> {
  /** The chance of being right without knowing: what an answer proves depends on it. */
  guess(question: QuestionOf<K>): number;
  grade(question: QuestionOf<K>, answer: Answer): Verdict;
  /** The right answer in words, for the one who did not find it. Markdown. */
  solution(question: QuestionOf<K>): readonly string[];
  check(question: QuestionOf<K>): readonly Flaw[];
}

export const right: Verdict = { result: 'right', feedback: [] };

export function wrong(...feedback: string[]): Verdict {
  return { result: 'wrong', feedback };
}

/** @throws Error: the caller asked one kind of question and passed the answer to another. */
export function mismatch(question: Question, answer: Answer): never {
  throw new Error(`A ${question.kind} question cannot grade an answer of form ${answer.form}.`);
}
