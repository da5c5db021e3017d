import type { Outcome } from './review-year.ts';

/** What a policy makes of every wish for recall: more reviews, more recall. By recall, lowest first. */
export type Curve = readonly Outcome[];

/** What is compared: policies at the same true recall, never at the same setting. */
const comparedRecalls = [0.92, 0.93, 0.94, 0.95, 0.96];

export interface Comparison {
  /** How many per cent fewer reviews than the other takes at the same true recall. */
  readonly fewerPercent: number;
  /** By how much the recall of the worst twentieth is lower than the other's. */
  readonly worstLower: number;
  /** At how many of the compared recalls both could be measured. */
  readonly compared: number;
}

export function compare(policy: Curve, other: Curve): Comparison {
  const pairs = comparedRecalls.flatMap((recall) => {
    const [a, b] = [at(policy, recall), at(other, recall)];
    return a && b ? [{ fewer: 1 - a.reviews / b.reviews, lower: b.worst - a.worst }] : [];
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    fewerPercent: 100 * mean(pairs.map(({ fewer }) => fewer)),
    worstLower: mean(pairs.map(({ lower }) => lower)),
    compared: pairs.length,
  };
}

/** Between two points of a curve, on the line that joins them; `undefined` outside of it. */
function at(curve: Curve, recall: number): Outcome | undefined {
  const above = curve.findIndex((outcome) => outcome.recall >= recall);
  const [low, high] = [curve[above - 1], curve[above]];
  if (!low || !high) return undefined;
  const share = (recall - low.recall) / (high.recall - low.recall);
  const between = (a: number, b: number) => a + share * (b - a);
  return {
    recall,
    reviews: between(low.reviews, high.reviews),
    worst: between(low.worst, high.worst),
  };
}
