import type { Question } from '../questions/question.ts';
import type { GivenAnswer } from './answers.ts';

/**
 * The question to ask now: one that was not asked in this round, of the outcome that has been proved
 * least, easy before hard, and not the one that was asked just now. It depends on nothing but the
 * answers, so that whoever left comes back to the question that they left.
 */
export function chooseQuestion(
  questions: readonly Question[],
  answers: readonly GivenAnswer[],
): Question | undefined {
  const attempts = countAttempts(questions, answers);
  const outcomeOf = new Map(questions.map(({ id, outcome }) => [id, outcome]));
  const proved = new Map<string, number>();
  for (const { question, result } of answers) {
    const outcome = outcomeOf.get(question) ?? '';
    proved.set(outcome, (proved.get(outcome) ?? 0) + (result === 'right' ? 1 : -1));
  }
  const round = Math.min(...attempts.values());
  const open = questions.filter(({ id }) => attempts.get(id) === round);
  const last = answers.at(-1)?.question;
  const others = open.filter(({ id }) => id !== last);
  return (others.length > 0 ? others : open).toSorted(
    (a, b) =>
      (proved.get(a.outcome) ?? 0) - (proved.get(b.outcome) ?? 0) || a.difficulty - b.difficulty,
  )[0];
}

export interface Round {
  /** How many rounds are over: in each of them every question was asked once. */
  readonly over: number;
  /** How many questions were asked in the one that is under way. */
  readonly asked: number;
}

/** After so many rounds that did not get there the tutor puts a topic aside for the day. */
export const roundsBeforeRest = 2;

/** The rounds of a topic's questions so far. Answers to questions that are gone do not count. */
export function roundOf(questions: readonly Question[], answers: readonly GivenAnswer[]): Round {
  const attempts = [...countAttempts(questions, answers).values()];
  const over = attempts.length > 0 ? Math.min(...attempts) : 0;
  return { over, asked: attempts.filter((count) => count > over).length };
}

function countAttempts(
  questions: readonly Question[],
  answers: readonly GivenAnswer[],
): Map<string, number> {
  const attempts = new Map(questions.map(({ id }) => [id, 0]));
  for (const { question } of answers) {
    const before = attempts.get(question);
    if (before !== undefined) attempts.set(question, before + 1);
  }
  return attempts;
}
