import type { TimedEvent } from './timed-event.ts';

/** What some events add up to. */
export interface Totals {
  readonly ms: number;
  readonly answers: { readonly given: number; readonly right: number };
  readonly reviews: ReviewTotals;
}

interface ReviewTotals {
  /** Of topics and of cards. */
  readonly done: number;
  /** Those in which it was remembered, with effort or without: over `done` the true retention. */
  readonly passed: number;
  /** The sum of the predicted recalls, each 0 to 1: how many were expected to pass. */
  readonly expected: number;
}

export function totalsOf(timed: readonly TimedEvent[]): Totals {
  let [ms, given, right, done, passed, expected] = [0, 0, 0, 0, 0, 0];
  for (const { event, ms: own } of timed) {
    ms += own;
    switch (event.kind) {
      case 'question-answered':
        given++;
        if (event.result === 'right') right++;
        break;
      case 'topic-reviewed':
      case 'card-reviewed':
        done++;
        if (event.grade !== 'again') passed++;
        expected += event.recall;
        break;
      default:
    }
  }
  return { ms, answers: { given, right }, reviews: { done, passed, expected } };
}
