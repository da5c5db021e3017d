/** The contract of the benchmarks: a file for each subject, which measures it and returns rows. */

type Unit = '×' | 'ms' | 'µs' | 'MB' | '%' | 'files' | 'questions' | 'reviews' | 'days' | 'share';

/** One figure, and what it should be. */
export interface Row {
  /** What was measured, in words: `next, 1,000 events`. */
  readonly what: string;
  /** The median where it was measured several times. */
  readonly value: number;
  readonly unit: Unit;
  /** The middle half of the measurements. */
  readonly spread?: readonly [number, number];
  readonly must?: number;
  readonly wanted?: number;
  /** Which side of its targets a figure should be on; `less` by default. */
  readonly better?: 'less' | 'more';
}

export interface Subject {
  /** A line for the list of subjects. */
  readonly summary: string;
  /** @param tell says what is being measured now: it may take minutes. */
  measure(tell: (what: string) => void): Promise<readonly Row[]>;
}

export type Verdict = 'as wanted' | 'enough' | 'missed';

/** @returns `undefined` for a figure that has no target. */
export function judge({ value, must, wanted, better = 'less' }: Row): Verdict | undefined {
  const reaches = (target: number) => (better === 'less' ? value <= target : value >= target);
  if (wanted !== undefined && reaches(wanted)) return 'as wanted';
  if (must !== undefined) return reaches(must) ? 'enough' : 'missed';
  return wanted === undefined ? undefined : 'missed';
}
