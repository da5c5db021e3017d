import { shuffled } from '../src/core/questions/shuffle.ts';

/** For each topic the topics that it requires. */
export type Rows = readonly (readonly number[])[];

/**
 * Requirements without a circle, as a careless author writes them: in no order. The same ones every
 * time.
 *
 * @param each how many a topic requires, apart from the first few.
 */
export function requirements(topics: number, each: number): Rows {
  const order = shuffled(topics, 'order');
  const draws = Array.from({ length: each }, (_, i) => shuffled(topics, `draw ${i}`));
  const rows: number[][] = Array.from({ length: topics }, () => []);
  for (const [turn, topic] of order.entries()) {
    const earlier = draws.map((draw) => order[(draw[turn] as number) % turn] as number);
    if (turn > 0) rows[topic] = [...new Set(earlier)];
  }
  return rows;
}
