import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycles } from '../../../src/core/graph/cycles.ts';
import { buildGraph } from '../../../src/core/graph/graph.ts';
import {
  acyclicRows,
  anyRows,
  chainRows,
  distances,
  manyAcyclicRows,
  manyRows,
  type Rows,
} from '../../support/graph.ts';

function cyclesOf(rows: Rows, limit?: number) {
  return findCycles(buildGraph(rows), limit);
}

/** A way along "requires" back to its start, which passes nothing twice. */
function isElementary(rows: Rows, cycle: readonly number[]): boolean {
  const closes = cycle.every((topic, i) => {
    const next = cycle[(i + 1) % cycle.length] ?? -1;
    return rows[topic]?.includes(next);
  });
  return cycle.length > 0 && closes && new Set(cycle).size === cycle.length;
}

function passes(cycle: readonly number[], from: number, to: number): boolean {
  return cycle.some((topic, i) => topic === from && cycle[(i + 1) % cycle.length] === to);
}

describe('findCycles', () => {
  it.each<[Rows, number[][]]>([
    [[], []],
    [[[1], []], []],
    [[[0]], [[0]]],
    [[[1], [0]], [[0, 1]]],
    [[[2], [0], [1]], [[0, 2, 1]]],
    [[[1, 1], [0]], [[0, 1]]],
    [
      [[1], [2, 0], [0], [3]],
      [[3], [0, 1], [0, 1, 2]],
    ],
    [
      [[2], [3], [0], [1]],
      [
        [0, 2],
        [1, 3],
      ],
    ],
  ])('in %j finds %j', (rows, cycles) => {
    expect(cyclesOf(rows)).toEqual({ cycles, complete: true });
  });

  it('reports real elementary cycles, from their first topic, shortest first, none twice', () => {
    fc.assert(
      fc.property(anyRows(), (rows) => {
        const { cycles } = cyclesOf(rows);
        for (const cycle of cycles) {
          expect(isElementary(rows, cycle)).toBe(true);
          expect(cycle[0]).toBe(Math.min(...cycle));
        }
        const lengths = cycles.map((cycle) => cycle.length);
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
        expect(new Set(cycles.map(String)).size).toBe(cycles.length);
      }),
    );
  });

  it('names, for every edge on a cycle, a shortest cycle through it', () => {
    fc.assert(
      fc.property(anyRows(), (rows) => {
        const { cycles, complete } = cyclesOf(rows);
        expect(complete).toBe(true);
        const far = distances(rows);
        for (const [from, row] of rows.entries()) {
          for (const to of row) {
            const back = from === to ? 0 : (far[to]?.[from] ?? Infinity);
            const lengths = cycles.filter((c) => passes(c, from, to)).map((c) => c.length);
            expect(Math.min(...lengths)).toBe(1 + back);
          }
        }
      }),
    );
  });

  it('finds none where there is none', () => {
    fc.assert(
      fc.property(acyclicRows(), (rows) => {
        expect(cyclesOf(rows)).toEqual({ cycles: [], complete: true });
      }),
    );
  });

  it('says that it gave up at its limit, and reports what it had found', () => {
    const rows: Rows = [[1], [0], [3], [2]];
    expect(cyclesOf(rows, 1)).toEqual({ cycles: [[0, 1]], complete: false });
  });

  it('is not complete only when something is left to search', () => {
    expect(cyclesOf([[0]], 0)).toEqual({ cycles: [[0]], complete: true });
  });

  it.each([
    ['a chain', chainRows(100_000)],
    ['a random graph', manyAcyclicRows(100_000, 300_000)],
  ])('finds none in %s of 100,000 topics', (_, rows) => {
    expect(cyclesOf(rows)).toEqual({ cycles: [], complete: true });
  });

  it('closes a ring of 100,000 topics', () => {
    const rows = chainRows(100_000).with(-1, [0]);
    const { cycles } = cyclesOf(rows, 100_000);
    expect(cycles.map((cycle) => cycle.length)).toEqual([100_000]);
  });

  it('reports real cycles of a tangle of 100,000 topics', () => {
    const rows = manyRows(100_000, 300_000);
    const { cycles, complete } = cyclesOf(rows, 1_000_000);
    expect(complete).toBe(false);
    expect(cycles.length).toBeGreaterThan(0);
    expect(cycles.every((cycle) => isElementary(rows, cycle))).toBe(true);
  });
});
