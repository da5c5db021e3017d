import fc from 'fast-check';
import { randomFrom } from '../../src/core/questions/shuffle.ts';

/** For each topic the topics that it requires: what a graph is built from. */
export type Rows = readonly (readonly number[])[];

/** Any small graph: circles and topics that require themselves are in it. */
export function anyRows(mostTopics = 8): fc.Arbitrary<Rows> {
  return fc.integer({ min: 1, max: mostTopics }).chain((size) => {
    const row = fc.uniqueArray(fc.nat(size - 1), { maxLength: 4 });
    return fc.array(row, { minLength: size, maxLength: size });
  });
}

/** A small graph without a circle, whose author did not care for the order. */
export function acyclicRows(mostTopics = 10): fc.Arbitrary<Rows> {
  return anyRows(mostTopics).chain((rows) =>
    fc
      .shuffledSubarray([...rows.keys()], { minLength: rows.length })
      .map((rank) => along(rows, rank)),
  );
}

/** Random edges between `size` topics, the same ones every time. */
export function manyRows(size: number, edges: number): Rows {
  const draw = numbersBelow(size);
  const rows = Array.from({ length: size }, (): Set<number> => new Set());
  for (let edge = 0; edge < edges; edge++) rows[draw()]?.add(draw());
  return rows.map((row) => [...row]);
}

/** As `manyRows`, without a circle, in an order that is none. */
export function manyAcyclicRows(size: number, edges: number): Rows {
  // A step that shares no factor with the size visits every number once: a cheap permutation.
  const rank = Array.from({ length: size }, (_, topic) => (topic * 7919 + 13) % size);
  return along(manyRows(size, edges), rank);
}

/** Each topic requires the next: the deepest graph there is. */
export function chainRows(size: number): Rows {
  return Array.from({ length: size }, (_, topic) => (topic + 1 < size ? [topic + 1] : []));
}

/** By brute force: for every pair the length of the shortest way along "requires", 1 or more. */
export function distances(rows: Rows): number[][] {
  const far = rows.map((row) => rows.map((_, to) => (row.includes(to) ? 1 : Infinity)));
  const between = (a: number, b: number): number => far[a]?.[b] ?? Infinity;
  for (const via of rows.keys()) {
    for (const [from, line] of far.entries()) {
      far[from] = line.map((known, to) => Math.min(known, between(from, via) + between(via, to)));
    }
  }
  return far;
}

/** Leaves only the edges that lead to a lower rank. */
function along(rows: Rows, rank: readonly number[]): Rows {
  return rows.map((row, topic) => row.filter((to) => (rank[to] ?? 0) < (rank[topic] ?? 0)));
}

/** A test that fails on a random graph must fail on the same one tomorrow. */
function numbersBelow(limit: number): () => number {
  const random = randomFrom('graph');
  return () => Math.floor(random() * limit);
}
