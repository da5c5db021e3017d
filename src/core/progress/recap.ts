import type { Topic } from '../curriculum/curriculum.ts';
import type { Progress } from './progress.ts';
import type { Standing } from './standing.ts';

/** What moved between two moments: for the end of a session. */
export interface Recap {
  /** Done now and not before, in the author's order. */
  readonly done: readonly Topic[];
  readonly answers: { readonly given: number; readonly right: number };
  /** Topics and cards. */
  readonly reviews: number;
}

export function recapOf(before: Standing, after: Standing): Recap {
  const done = after.curriculum.topics.filter(
    (topic) => after.state(topic) === 'done' && before.state(topic) !== 'done',
  );
  const [was, is] = [totals(before.progress), totals(after.progress)];
  return {
    done,
    answers: { given: is.given - was.given, right: is.right - was.right },
    reviews: is.reviews - was.reviews,
  };
}

function totals({ topics }: Progress) {
  let [given, right, reviews] = [0, 0, 0];
  for (const { answers, memory, cards } of topics.values()) {
    given += answers.given;
    right += answers.right;
    reviews += memory?.reviews ?? 0;
    for (const { kept } of cards) reviews += kept.reviews;
  }
  return { given, right, reviews };
}
