import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/core/graph/graph.ts';
import { closure, dependentsOf, prerequisitesOf, reach } from '../../../src/core/graph/reach.ts';
import {
  anyRows,
  chainRows,
  distances,
  manyAcyclicRows,
  manyRows,
  type Rows,
} from '../../support/graph.ts';

/** Any graph and some of its topics, possibly none. */
const rowsWithGoals = anyRows().chain((rows) =>
  fc.tuple(fc.constant(rows), fc.subarray([...rows.keys()])),
);

function marked(flags: Uint8Array): number[] {
  return [...flags.keys()].filter((topic) => flags[topic] === 1);
}

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
});

describe('reach', () => {
  it('from several topics is what is reached from each of them', () => {
    fc.assert(
      fc.property(rowsWithGoals, ([rows, from]) => {
        const { requires } = buildGraph(rows);
        const each = new Set(from.flatMap((topic) => marked(reach(requires, [topic]))));
        expect(marked(reach(requires, from))).toEqual([...each].sort((a, b) => a - b));
      }),
    );
  });
});

describe('closure', () => {
  it('holds the goals and what they need, and not one topic more', () => {
    fc.assert(
      fc.property(rowsWithGoals, ([rows, goals]) => {
        const far = distances(rows);
        const isNeeded = (topic: number) =>
          goals.some((goal) => goal === topic || far[goal]?.[topic] !== Infinity);
        const needed = marked(closure(buildGraph(rows), goals));
        expect(needed).toEqual([...rows.keys()].filter(isNeeded));
      }),
    );
  });

  it('is closed under prerequisites', () => {
    fc.assert(
      fc.property(rowsWithGoals, ([rows, goals]) => {
        const needed = closure(buildGraph(rows), goals);
        const open = marked(needed).flatMap((topic) => rows[topic]?.filter((p) => !needed[p]));
        expect(open).toEqual([]);
      }),
    );
  });

  it.each([
    ['an acyclic graph', manyAcyclicRows(100_000, 300_000)],
    ['a tangle', manyRows(100_000, 300_000)],
  ])('of all topics of %s of 100,000 is everything', (_, rows) => {
    const needed = closure(buildGraph(rows), [...rows.keys()]);
    expect(needed.every((flag) => flag === 1)).toBe(true);
  });
});
