import { computeDecayFactor, FSRSAlgorithm, Rating } from 'ts-fsrs';

/**
 * How well something is remembered, and what a review does to it: FSRS-6 with its default parameters.
 * The one place that knows ts-fsrs. Its scheduler is not used: it counts days in UTC, and days here
 * are the learner's own. No fuzz and no steps within a day, so that the same reviews always give the
 * same memory.
 */
export interface Memory {
  /** Days until recall has fallen to 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
  /** The day of the last review. Practice by another topic moves it on by less than whole days. */
  readonly last: number;
}

/** What a review showed, in the terms of FSRS. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';

/** Written into every event that it decided, so that results can be told apart after a change. */
export const algorithmName = 'fsrs-6.credit-1';

/** The recall at which something is due. Between .80 and .95 is sensible; work doubles from .90 to .96. */
export const wantedRecall = 0.9;
export const longestIntervalDays = 180;

const fsrs = new FSRSAlgorithm({ enable_fuzz: false, enable_short_term: false });
const { decay, factor } = computeDecayFactor(fsrs.parameters.w);

const ratings = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const;

/** What is remembered after the first time. */
export function firstMemory(grade: Grade, day: number): Memory {
  return { ...fsrs.next_state(null, 0, ratings[grade]), last: day };
}

/** After a review. A clock that runs backwards counts as no time at all. */
export function reviewed(memory: Memory, grade: Grade, day: number): Memory {
  return { ...fsrs.next_state(memory, elapsed(memory, day), ratings[grade]), last: day };
}

/** The probability that it is remembered on a day, 0 to 1: `(1 + factor · t / S) ^ decay`. */
export function recallOn(memory: Memory, day: number): number {
  return (1 + (factor * elapsed(memory, day)) / memory.stability) ** decay;
}

/** Whole days after the last review until recall has fallen to what is wanted, 1 to 180. */
export function intervalOf({ stability }: Memory, recall: number = wantedRecall): number {
  const days = Math.round(daysUntil(recall, stability));
  return Math.min(Math.max(1, days), longestIntervalDays);
}

/** How many times as stable a good answer would make it on that day: what a review is worth. */
export function gainOn(memory: Memory, day: number): number {
  const { difficulty, stability } = memory;
  const recall = recallOn(memory, day);
  const after = fsrs.next_recall_stability(difficulty, stability, recall, Rating.Good);
  // It is rounded, and could be less by a hair.
  return Math.max(1, after / stability);
}

/**
 * After it was practised as a part of something else: a fraction of a good review, in the logarithm of
 * the stability, with the clock set back by the same fraction. After "fractional implicit repetition"
 * (Skycak, justinmath.com, 2023), put in the terms of FSRS; FSRS discounts early repetitions by itself.
 *
 * @param weight the fraction, 0 to 1.
 */
export function practised(memory: Memory, weight: number, day: number): Memory {
  const recall = recallOn(memory, day);
  const stability = memory.stability * gainOn(memory, day) ** weight;
  const refreshed = recall + weight * (1 - recall);
  const last = Math.max(memory.last, day - daysUntil(refreshed, stability));
  return { ...memory, stability, last };
}

/** The forgetting curve read backwards. */
function daysUntil(recall: number, stability: number): number {
  return (stability / factor) * (recall ** (1 / decay) - 1);
}

function elapsed({ last }: Memory, day: number): number {
  return Math.max(0, day - last);
}
