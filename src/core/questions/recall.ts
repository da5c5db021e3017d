import { type Kind, mismatch } from './question.ts';

/**
 * Something to say in one's own words. The learner compares it with the answer and judges; the tutor
 * only takes their word.
 */
export const recall: Kind<'recall'> = {
  // A word counts ln(.9/.45) = .7 of log-odds: little, because nobody looked at the answer.
  guess: () => 0.45,
  grade(question, answer) {
    if (answer.form !== 'rating') return mismatch(question, answer);
    const { rating } = answer;
    return { result: rating === 'forgot' ? 'wrong' : 'right', feedback: [], rating };
  },
  solution: ({ answer }) => [answer],
  // Prose: there is nothing in it that a program could find wrong.
  check: () => [],
};
