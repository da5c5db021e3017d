import type { Question } from '../questions/question.ts';
import type { GivenAnswer } from './answers.ts';

/**
 * The question to ask now: the outcome that has been proved least, in it the question that was asked
 * least, easy before hard; never one of `asked`, so that a visit asks nothing twice.
 */
export function chooseQuestion(
  questions: readonly Question[],
  answers: readonly GivenAnswer[],
  asked: ReadonlySet<string>,
): Question | undefined {
  const attempts = new Map<string, number>();
  const proved = new Map<string, number>();
  const outcomeOf = new Map(questions.map(({ id, outcome }) => [id, outcome]));
  for (const { question, result } of answers) {
    const outcome = outcomeOf.get(question);
    if (outcome === undefined) continue;
    attempts.set(question, (attempts.get(question) ?? 0) + 1);
    proved.set(outcome, (proved.get(outcome) ?? 0) + (result === 'right' ? 1 : -1));
  }
  const rank = (question: Question): [number, number, number] => [
    proved.get(question.outcome) ?? 0,
    attempts.get(question.id) ?? 0,
    question.difficulty,
  ];
  return questions
    .filter(({ id }) => !asked.has(id))
    .map((question) => ({ question, rank: rank(question) }))
    .sort((a, b) => {
      const i = a.rank.findIndex((value, k) => value !== b.rank[k]);
      return (a.rank[i] ?? 0) - (b.rank[i] ?? 0);
    })[0]?.question;
}
