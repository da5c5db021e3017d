import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/core/graph/graph.ts';
import { wayTo } from '../../../src/core/graph/way.ts';
import {
  acyclicRows,
  anyRows,
  chainRows,
  distances,
  manyAcyclicRows,
  type Rows,
} from '../../support/graph.ts';

type Case = readonly [rows: Rows, satisfied: Uint8Array, goals: readonly number[]];

const withLearner = (rows: fc.Arbitrary<Rows>): fc.Arbitrary<Case> =>
  rows.chain((drawn) => {
    const flags = fc.uint8Array({ max: 1, minLength: drawn.length, maxLength: drawn.length });
    const goals = fc.array(fc.nat(drawn.length - 1), { minLength: 1, maxLength: 4 });
    return fc.tuple(fc.constant(drawn), flags, goals);
  });

const one = () => 1;
/** Costs that differ from topic to topic, whole so that sums are exact. */
const hours = (topic: number) => 1 + ((topic * 3) % 5);

/** The open goals and what they reach in a graph from which everything learnt has been cut away. */
function missingByHand([rows, satisfied, goals]: Case): number[] {
  const cut = rows.map((row, topic) => (satisfied[topic] ? [] : row.filter((p) => !satisfied[p])));
  const open = goals.filter((goal) => !satisfied[goal]);
  const far = distances(cut);
  const isNeeded = (topic: number) =>
    open.some((goal) => goal === topic || far[goal]?.[topic] !== Infinity);
  return [...rows.keys()].filter(isNeeded);
}

describe('wayTo', () => {
  it.each<[string, Rows, number[], number[], number[]]>([
    ['a topic that needs nothing', [[], []], [0, 0], [1], [1]],
    ['a topic that is learnt', [[], [0]], [0, 1], [1], []],
    ['a topic behind learnt ones', [[], [0], [1]], [0, 1, 0], [2], [2]],
    ['a topic that comes before what it needs', [[2], [], []], [0, 0, 0], [0], [2, 0]],
    ['the same topic twice', [[], [0]], [0, 0], [1, 1], [0, 1]],
    ['no topic', [[]], [0], [], []],
  ])('to %s', (_, rows, satisfied, goals, topics) => {
    const way = wayTo(buildGraph(rows), Uint8Array.from(satisfied), goals, one);
    expect(way).toEqual({ topics, cost: topics.length });
  });

  it('does not ask again for what lies behind a learnt topic, though it was never marked', () => {
    const graph = buildGraph([[], [0], [1]]);
    expect(wayTo(graph, Uint8Array.of(0, 1, 0), [2], one).topics).toEqual([2]);
  });

  it('still asks for it where another way leads there', () => {
    const graph = buildGraph([[], [0], [1, 0]]);
    expect(wayTo(graph, Uint8Array.of(0, 1, 0), [2], one).topics).toEqual([0, 2]);
  });

  it('holds exactly what is missing, once, on any graph', () => {
    fc.assert(
      fc.property(withLearner(anyRows()), ([rows, satisfied, goals]) => {
        const { topics } = wayTo(buildGraph(rows), satisfied, goals, one);
        const expected = missingByHand([rows, satisfied, goals]);
        expect(topics.toSorted((a, b) => a - b)).toEqual(expected);
      }),
    );
  });

  it('is in an order that can be learnt, and its cost adds up', () => {
    fc.assert(
      fc.property(withLearner(acyclicRows()), ([rows, satisfied, goals]) => {
        const { topics, cost } = wayTo(buildGraph(rows), satisfied, goals, hours);
        const early = topics.filter((topic, i) =>
          topics.slice(i).some((later) => rows[topic]?.includes(later)),
        );
        expect(early).toEqual([]);
        expect(cost).toBe(topics.map(hours).reduce((a, b) => a + b, 0));
      }),
    );
  });

  it('ends with its goal', () => {
    fc.assert(
      fc.property(withLearner(acyclicRows()), ([rows, satisfied, [goal = 0]]) => {
        const { topics } = wayTo(buildGraph(rows), satisfied, [goal], one);
        expect(topics.at(-1)).toBe(satisfied[goal] ? undefined : goal);
      }),
    );
  });

  it('walks a chain of 100,000 topics', () => {
    const way = wayTo(buildGraph(chainRows(100_000)), new Uint8Array(100_000), [0], one);
    expect([way.cost, way.topics[0], way.topics.at(-1)]).toEqual([100_000, 99_999, 0]);
  });

  it('crosses 100,000 topics with 300,000 edges', () => {
    const rows = manyAcyclicRows(100_000, 300_000);
    const way = wayTo(buildGraph(rows), new Uint8Array(100_000), [...rows.keys()], one);
    const place = new Map(way.topics.map((topic, i) => [topic, i]));
    const isBroken = (topic: number, i: number) =>
      rows[topic]?.some((p) => (place.get(p) ?? i) >= i);
    expect(way.cost).toBe(100_000);
    expect(way.topics.filter(isBroken)).toEqual([]);
  });
});
