import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/core/graph/graph.ts';
import { TestOut } from '../../../src/core/progress/test-out.ts';
import { acyclicRows, distances, type Rows } from '../../support/graph.ts';

interface Asked {
  /** In their order. */
  readonly asked: readonly number[];
  readonly proved: readonly number[];
}

/** Tests somebody who answers by `knows`. */
function test(rows: Rows, scope: readonly number[], knows: (topic: number) => boolean): Asked {
  const test = new TestOut(buildGraph(rows), scope);
  const asked: number[] = [];
  const proved: number[] = [];
  for (let topic = test.next(); topic !== undefined; topic = test.next()) {
    asked.push(topic);
    if (knows(topic)) proved.push(...test.pass(topic));
    else test.fail(topic);
    if (asked.length > rows.length) throw new Error('It asks for ever.');
  }
  return { asked, proved };
}

// 0 ← 1 ← 2, and 3 stands on 1, too; 4 stands alone.
const rows: Rows = [[], [0], [1], [1], []];
const all = [0, 1, 2, 3, 4];

describe('a small graph', () => {
  it.each<[what: string, scope: number[], known: number[], asked: number[], proved: number[]]>([
    ['who knows all is asked what nothing stands on', all, all, [2, 3, 4], [0, 1, 2, 3, 4]],
    ['who knows nothing, down to the ground', all, [], [2, 3, 4, 1, 0], []],
    ['one of the leaves proves the rest', all, [0, 1, 2], [2, 3, 4], [0, 1, 2]],
    ['the trunk', all, [0, 1], [2, 3, 4, 1], [0, 1]],
    ['a scope of one', [1], [1], [1], [1]],
    ['what is outside of the scope is proved and not named', [2], [0, 1, 2], [2], [2]],
    ['an empty scope', [], [], [], []],
    ['a scope with a hole', [0, 2], [0, 1, 2], [2], [0, 2]],
    ['a scope with a hole, not known', [0, 2], [0], [2, 0], [0]],
  ])('%s', (_, scope, known, asked, proved) => {
    const found = test(rows, scope, (topic) => known.includes(topic));
    expect(found.asked.toSorted()).toEqual(asked.toSorted());
    expect(found.proved.toSorted()).toEqual(proved);
  });

  it('asks in the order of the author, what stands above first', () => {
    expect(test(rows, all, () => true).asked).toEqual([2, 3, 4]);
    expect(test(rows, all, () => false).asked).toEqual([2, 3, 1, 0, 4]);
  });
});

/** A graph, a scope in it, and what somebody knows: with each topic all that it requires. */
const anyTest = acyclicRows().chain((graph) => {
  const topics = [...graph.keys()];
  return fc
    .tuple(fc.subarray(topics), fc.subarray(topics))
    .map(([scope, chosen]) => ({ rows: graph, scope, known: closure(graph, chosen) }));
});

/** These and everything that they stand on. */
function closure(graph: Rows, topics: readonly number[]): ReadonlySet<number> {
  const far = distances(graph);
  const below = topics.flatMap((topic) =>
    [...graph.keys()].filter((other) => Number.isFinite(far[topic]?.[other])),
  );
  return new Set([...topics, ...below]);
}

describe('laws, on any graph and scope', () => {
  it('who knows everything is asked only what nothing else of the scope stands on', () => {
    fc.assert(
      fc.property(anyTest, ({ rows: graph, scope }) => {
        const far = distances(graph);
        const sinks = scope.filter((topic) =>
          scope.every((other) => !Number.isFinite(far[other]?.[topic])),
        );
        const { asked, proved } = test(graph, scope, () => true);
        expect(asked.toSorted((a, b) => a - b)).toEqual(sinks);
        expect(proved.toSorted((a, b) => a - b)).toEqual(scope);
      }),
    );
  });

  it('who knows nothing is asked about each once', () => {
    fc.assert(
      fc.property(anyTest, ({ rows: graph, scope }) => {
        const { asked, proved } = test(graph, scope, () => false);
        expect(asked.toSorted((a, b) => a - b)).toEqual(scope);
        expect(proved).toEqual([]);
      }),
    );
  });

  it('it finds exactly what is known, asks nothing twice and nothing that is proved', () => {
    fc.assert(
      fc.property(anyTest, ({ rows: graph, scope, known }) => {
        const machine = new TestOut(buildGraph(graph), scope);
        const settled = new Set<number>();
        const proved: number[] = [];
        for (let topic = machine.next(); topic !== undefined; topic = machine.next()) {
          expect(scope).toContain(topic);
          expect(settled).not.toContain(topic);
          settled.add(topic);
          if (known.has(topic)) {
            const more = machine.pass(topic);
            for (const other of more) settled.add(other);
            proved.push(...more);
          } else machine.fail(topic);
        }
        expect(proved.toSorted((a, b) => a - b)).toEqual(scope.filter((topic) => known.has(topic)));
        expect(new Set(proved).size).toBe(proved.length);
        expect(settled.size).toBe(scope.length);
      }),
    );
  });

  it('whatever is answered, what it proves has its prerequisites in the scope proved, too', () => {
    const answers = fc.infiniteStream(fc.boolean());
    fc.assert(
      fc.property(anyTest, answers, ({ rows: graph, scope }, stream) => {
        const { proved } = test(graph, scope, () => stream.next().value ?? false);
        const below = [...closure(graph, proved)].filter((topic) => scope.includes(topic));
        expect(below.toSorted((a, b) => a - b)).toEqual(proved.toSorted((a, b) => a - b));
      }),
    );
  });
});
