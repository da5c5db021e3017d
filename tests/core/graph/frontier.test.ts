import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Frontier } from '../../../src/core/graph/frontier.ts';
import { buildGraph } from '../../../src/core/graph/graph.ts';
import { anyRows, chainRows, manyRows, type Rows } from '../../support/graph.ts';

type Change = readonly [verb: 'satisfy' | 'revoke', topic: number];
type Case = readonly [rows: Rows, satisfied: Uint8Array, changes: readonly Change[]];

const walks: fc.Arbitrary<Case> = anyRows().chain((rows) =>
  fc.tuple(
    fc.constant(rows),
    fc.uint8Array({ max: 1, minLength: rows.length, maxLength: rows.length }),
    fc.array(fc.tuple(fc.constantFrom('satisfy', 'revoke'), fc.nat(rows.length - 1))),
  ),
);

/** Everything that a frontier says, as a value. */
function stateOf(frontier: Frontier, { length }: Rows) {
  return Array.from({ length }, (_, topic) => ({
    satisfied: frontier.isSatisfied(topic),
    unlocked: frontier.isUnlocked(topic),
    missing: frontier.missing(topic),
  }));
}

describe('Frontier', () => {
  it('says what brute force says', () => {
    fc.assert(
      fc.property(walks, ([rows, satisfied]) => {
        const expected = rows.map((row, topic) => {
          const missing = row.filter((p) => !satisfied[p]).toSorted((a, b) => a - b);
          return { satisfied: satisfied[topic] === 1, unlocked: missing.length === 0, missing };
        });
        expect(stateOf(new Frontier(buildGraph(rows), satisfied), rows)).toEqual(expected);
      }),
    );
  });

  it('changed step by step equals one built anew, and names what a step unlocks or locks', () => {
    fc.assert(
      fc.property(walks, ([rows, satisfied, changes]) => {
        const graph = buildGraph(rows);
        const frontier = new Frontier(graph, satisfied);
        const flags = satisfied.slice();
        for (const [verb, topic] of changes) {
          const before = stateOf(frontier, rows);
          const changed = frontier[verb](topic);
          flags[topic] = verb === 'satisfy' ? 1 : 0;
          const after = stateOf(new Frontier(graph, flags), rows);
          expect(stateOf(frontier, rows)).toEqual(after);
          const crossed = [...rows.keys()].filter(
            (other) => before[other]?.unlocked !== after[other]?.unlocked,
          );
          expect(changed).toEqual(crossed);
        }
      }),
    );
  });

  it('locks with revoke exactly what satisfy unlocked', () => {
    fc.assert(
      fc.property(walks, ([rows, satisfied]) => {
        const frontier = new Frontier(buildGraph(rows), satisfied);
        const before = stateOf(frontier, rows);
        for (const topic of [...rows.keys()].filter((place) => !satisfied[place])) {
          expect(frontier.revoke(topic)).toEqual([]);
          const unlocked = frontier.satisfy(topic);
          expect(frontier.satisfy(topic)).toEqual([]);
          expect(frontier.revoke(topic)).toEqual(unlocked);
        }
        expect(stateOf(frontier, rows)).toEqual(before);
      }),
    );
  });

  it('neither keeps nor changes the marks that it was given', () => {
    const satisfied = Uint8Array.of(0, 0);
    const frontier = new Frontier(buildGraph([[], [0]]), satisfied);
    frontier.satisfy(0);
    expect([...satisfied]).toEqual([0, 0]);
    satisfied[1] = 1;
    expect(frontier.isSatisfied(1)).toBe(false);
  });

  it('unlocks a chain of 100,000 topics one by one', () => {
    const rows = chainRows(100_000);
    const frontier = new Frontier(buildGraph(rows), new Uint8Array(100_000));
    const early = [...rows.keys()].reverse().filter((topic) => {
      const [next, ...more] = frontier.satisfy(topic);
      return more.length > 0 || next !== (topic === 0 ? undefined : topic - 1);
    });
    expect(early).toEqual([]);
  });

  it('unlocks all of 100,000 topics with 300,000 edges once all is learnt', () => {
    const rows = manyRows(100_000, 300_000);
    const frontier = new Frontier(buildGraph(rows), new Uint8Array(100_000));
    const free = rows.filter((row) => row.length === 0).length;
    const unlocked = [...rows.keys()].reduce((sum, t) => sum + frontier.satisfy(t).length, free);
    expect(unlocked).toBe(100_000);
    expect([...rows.keys()].every((topic) => frontier.isUnlocked(topic))).toBe(true);
  });
});
