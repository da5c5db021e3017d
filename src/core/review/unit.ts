import type { Grade } from '../memory/memory.ts';
import { wantedRecall } from '../memory/memory.ts';
import type { Answers, GivenAnswer } from '../progress/answers.ts';
import type { Question } from '../questions/question.ts';
import { dayOf } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';

/** The questions of one review, and what is left of them. */
export interface ReviewUnit {
  readonly questions: readonly Question[];
  /** The first answer of today to each of them, since the topic was last reviewed. */
  readonly answered: readonly GivenAnswer[];
  readonly open: readonly Question[];
}

/** So many questions say how well a topic is remembered. */
const unitSize = 3;

/**
 * The questions that were not seen for longest, of different outcomes and difficulties where several
 * were seen on the same day. Cards are reviewed on their own, and asked here only where there is
 * nothing else. A review that was left is taken up again on the same day.
 */
export function unitOf(
  questions: readonly Question[],
  { given, settled }: Answers,
  now: Instant,
): ReviewUnit {
  const today = dayOf(now);
  const isOfThisReview = ({ at }: GivenAnswer): boolean =>
    dayOf(at) === today && (settled === undefined || at.ms > settled.ms);
  const seen = new Map<string, number>();
  for (const answer of given) {
    if (!isOfThisReview(answer)) seen.set(answer.question, dayOf(answer.at));
  }
  const others = questions.filter(({ card }) => !card);
  const chosen = choose(others.length > 0 ? others : questions, seen);
  const firsts = new Map<string, GivenAnswer>();
  for (const answer of given.filter(isOfThisReview)) {
    if (!firsts.has(answer.question)) firsts.set(answer.question, answer);
  }
  return {
    questions: chosen,
    answered: chosen.flatMap(({ id }) => firsts.get(id) ?? []),
    open: chosen.filter(({ id }) => !firsts.has(id)),
  };
}

function choose(questions: readonly Question[], seen: ReadonlyMap<string, number>): Question[] {
  const chosen: Question[] = [];
  while (chosen.length < Math.min(unitSize, questions.length)) {
    const rank = ({ id, outcome, difficulty }: Question): readonly [number, number, number] => [
      seen.get(id) ?? Number.NEGATIVE_INFINITY,
      chosen.filter((other) => other.outcome === outcome).length,
      chosen.filter((other) => other.difficulty === difficulty).length,
    ];
    const [first] = questions
      .filter((question) => !chosen.includes(question))
      .map((question) => ({ question, rank: rank(question) }))
      .sort((a, b) => compare(a.rank, b.rank));
    if (first) chosen.push(first.question);
  }
  return chosen;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, k) => value !== b[k]);
  return i < 0 ? 0 : (a[i] ?? 0) < (b[i] ?? 0) ? -1 : 1;
}

/** Below these shares of right answers a topic counts as forgotten, or as hard. */
const forgottenBelow = 0.6;
const hardBelow = 0.85;
/** Who still knows it all after recall was expected to be so low knows it better than was thought. */
const easyBelowRecall = 0.8;

/**
 * What the first answers say. Easy never follows from speed: only from a long time, or from the
 * learner's own word.
 *
 * @param recall what was predicted, 0 to 1.
 */
export function gradeOf(answers: readonly GivenAnswer[], recall: number = wantedRecall): Grade {
  const right = answers.filter(({ result }) => result === 'right').length / answers.length;
  const ratings = answers.flatMap(({ rating }) => rating ?? []);
  if (right < forgottenBelow) return 'again';
  if (right < hardBelow || answers.some(({ hint }) => hint) || ratings.includes('hard')) {
    return 'hard';
  }
  return recall < easyBelowRecall || ratings.includes('easy') ? 'easy' : 'good';
}
