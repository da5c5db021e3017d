import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/core/graph/graph.ts';
import { topologicalOrder } from '../../../src/core/graph/order.ts';
import {
  acyclicRows,
  anyRows,
  chainRows,
  distances,
  manyAcyclicRows,
  manyRows,
  type Rows,
} from '../../support/graph.ts';

function orderOf(rows: Rows): { topics: number[]; blocked: readonly number[] } {
  const { topics, blocked } = topologicalOrder(buildGraph(rows));
  return { topics: [...topics], blocked };
}

/** Prerequisites that do not come before the topic that requires them. */
function broken(rows: Rows, topics: readonly number[]): number {
  const place = new Map(topics.map((topic, i) => [topic, i]));
  return topics.filter((topic, i) => rows[topic]?.some((p) => (place.get(p) ?? i) >= i)).length;
}

describe('topologicalOrder', () => {
  it.each<[Rows, number[], number[]]>([
    [[], [], []],
    [[[]], [0], []],
    [[[0]], [], [0]],
    [[[], [0], [1]], [0, 1, 2], []],
    [[[3], [], [], []], [1, 2, 3, 0], []],
    [[[2, 1], [], []], [1, 2, 0], []],
    [[[2, 3], [], [], [1]], [1, 2, 3, 0], []],
    [[[], [5], [1], [], [], [3]], [0, 3, 4, 5, 1, 2], []],
    [[[1], [2], [], [2], [7], [7], [4], []], [2, 1, 0, 3, 7, 4, 6, 5], []],
    [[[], [3], [], []], [0, 2, 3, 1], []],
    [[[2], [2], []], [2, 0, 1], []],
    [[[1], [2], [1], [], [2]], [3], [0, 1, 2, 4]],
    [[[1, 1], []], [1, 0], []],
  ])('puts %j into the order %j and blocks %j', (rows, topics, blocked) => {
    expect(orderOf(rows)).toEqual({ topics, blocked });
  });

  it('never breaks a prerequisite, and holds every orderable topic exactly once', () => {
    fc.assert(
      fc.property(anyRows(), (rows) => {
        const { topics, blocked } = orderOf(rows);
        expect(broken(rows, topics)).toBe(0);
        expect([...topics, ...blocked].sort((a, b) => a - b)).toEqual([...rows.keys()]);
      }),
    );
  });

  it('blocks what lies on a cycle or behind one, and nothing else', () => {
    fc.assert(
      fc.property(anyRows(), (rows) => {
        const far = distances(rows);
        const isOnCycle = (topic: number) => far[topic]?.[topic] !== Infinity;
        const expected = [...rows.keys()].filter(
          (topic) =>
            isOnCycle(topic) || far[topic]?.some((way, to) => way !== Infinity && isOnCycle(to)),
        );
        expect(orderOf(rows).blocked).toEqual(expected);
      }),
    );
  });

  it('is the author’s order when that is topological', () => {
    fc.assert(
      fc.property(anyRows(), (any) => {
        const rows = any.map((row, topic) => row.filter((to) => to < topic));
        expect(orderOf(rows).topics).toEqual([...rows.keys()]);
      }),
    );
  });

  it('lets a topic wait only for one that it needs and that stands behind it', () => {
    fc.assert(
      fc.property(acyclicRows(), (rows) => {
        const far = distances(rows);
        const { topics } = orderOf(rows);
        for (const [i, passed] of topics.entries()) {
          for (const late of topics.slice(i + 1).filter((topic) => topic < passed)) {
            const isNeeded = (topic: number) => far[late]?.[topic] !== Infinity;
            expect([...rows.keys()].some((topic) => topic >= passed && isNeeded(topic))).toBe(true);
          }
        }
      }),
    );
  });

  it('does not depend on the order in which prerequisites are named', () => {
    fc.assert(
      fc.property(acyclicRows(), (rows) => {
        const other = rows.map((row) => [...row].reverse());
        expect(orderOf(other)).toEqual(orderOf(rows));
      }),
    );
  });

  it('walks a chain of 100,000 topics that is written back to front', () => {
    const { topics } = orderOf(chainRows(100_000));
    expect(topics.every((topic, i) => topic === 99_999 - i)).toBe(true);
  });

  it('orders 100,000 topics with 300,000 edges', () => {
    const rows = manyAcyclicRows(100_000, 300_000);
    const { topics, blocked } = orderOf(rows);
    expect(blocked).toEqual([]);
    expect(new Set(topics).size).toBe(100_000);
    expect(broken(rows, topics)).toBe(0);
  });

  it('orders what is left of a tangle of 100,000 topics', () => {
    const rows = manyRows(100_000, 300_000);
    const { topics, blocked } = orderOf(rows);
    expect(blocked.length).toBeGreaterThan(0);
    expect(topics.length + blocked.length).toBe(100_000);
    expect(broken(rows, topics)).toBe(0);
  });
});
