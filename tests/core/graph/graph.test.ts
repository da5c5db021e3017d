import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, neighbours } from '../../../src/core/graph/graph.ts';
import { anyRows, manyRows } from '../../support/graph.ts';

describe('buildGraph', () => {
  it('keeps the prerequisites of each topic as they were written', () => {
    fc.assert(
      fc.property(anyRows(), (rows) => {
        const { size, requires } = buildGraph(rows);
        expect(size).toBe(rows.length);
        expect(rows.map((_, topic) => [...neighbours(requires, topic)])).toEqual(rows);
      }),
    );
  });

  it('turns each edge round once, into the author’s order', () => {
    fc.assert(
      fc.property(anyRows(), (rows) => {
        const { unlocks } = buildGraph(rows);
        for (const topic of rows.keys()) {
          const dependents = [...rows.keys()].filter((other) => rows[other]?.includes(topic));
          expect([...neighbours(unlocks, topic)]).toEqual(dependents);
        }
      }),
    );
  });

  it('keeps an edge that is written twice twice, in both directions', () => {
    const { requires, unlocks } = buildGraph([[], [0, 0]]);
    expect([...neighbours(requires, 1)]).toEqual([0, 0]);
    expect([...neighbours(unlocks, 0)]).toEqual([1, 1]);
  });

  it('builds an empty graph', () => {
    expect(buildGraph([])).toMatchObject({ size: 0 });
  });

  it.each([[[[1]]], [[[-1]]], [[[], [0, 2]]], [[[Number.NaN]]]])('refuses %j', (rows) => {
    expect(() => buildGraph(rows)).toThrow(RangeError);
  });

  it('holds 100,000 topics with 300,000 edges', () => {
    const rows = manyRows(100_000, 300_000);
    const { requires, unlocks } = buildGraph(rows);
    const edges = rows.flatMap((row, topic) => row.map((prerequisite) => [topic, prerequisite]));
    expect(requires.starts.at(-1)).toBe(edges.length);
    expect(unlocks.starts.at(-1)).toBe(edges.length);
    const lost = edges.filter(
      ([topic = -1, prerequisite = -1]) => !neighbours(unlocks, prerequisite).includes(topic),
    );
    expect(lost).toEqual([]);
  });
});
