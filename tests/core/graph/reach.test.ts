import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/core/graph/graph.ts';
import { dependentsOf, prerequisitesOf } from '../../../src/core/graph/reach.ts';
import { anyRows, chainRows, distances, manyRows, type Rows } from '../../support/graph.ts';

describe('prerequisitesOf and dependentsOf', () => {
  it.each<[Rows, number, number[], number[]]>([
    [[[], [0], [1]], 1, [0], [2]],
    [[[], [0], [1]], 0, [], [1, 2]],
    [[[2], [0], []], 1, [0, 2], []],
    [[[0]], 0, [0], [0]],
    [[[1], [0], [1], []], 0, [0, 1], [0, 1, 2]],
  ])('in %j, of %i, are %j and %j', (rows, topic, prerequisites, dependents) => {
    const graph = buildGraph(rows);
    expect(prerequisitesOf(graph, topic)).toEqual(prerequisites);
    expect(dependentsOf(graph, topic)).toEqual(dependents);
  });

  it('are what brute force finds, in the author’s order, and inverse to each other', () => {
    fc.assert(
      fc.property(anyRows(), (rows) => {
        const graph = buildGraph(rows);
        const far = distances(rows);
        const all = [...rows.keys()];
        for (const topic of all) {
          const before = all.filter((other) => far[topic]?.[other] !== Infinity);
          const after = all.filter((other) => far[other]?.[topic] !== Infinity);
          expect(prerequisitesOf(graph, topic)).toEqual(before);
          expect(dependentsOf(graph, topic)).toEqual(after);
        }
      }),
    );
  });

  it('walk a chain of 100,000 topics in both directions', () => {
    const graph = buildGraph(chainRows(100_000));
    expect(prerequisitesOf(graph, 0)).toHaveLength(99_999);
    expect(dependentsOf(graph, 99_999)).toHaveLength(99_999);
  });

  it('cross a tangle of 100,000 topics with 300,000 edges', () => {
    const rows = manyRows(100_000, 300_000);
    const graph = buildGraph(rows);
    const before = new Set(prerequisitesOf(graph, 0));
    expect(before.size).toBeGreaterThan(50_000);
    const open = [...before].filter((topic) => rows[topic]?.some((other) => !before.has(other)));
    expect(open).toEqual([]);
  });
});
