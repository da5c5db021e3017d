import { at, type Graph, neighbours } from '../graph/graph.ts';
import { topologicalOrder } from '../graph/order.ts';
import { prerequisitesOf } from '../graph/reach.ts';

/**
 * Finds out with the fewest questions which topics of a scope are known. Whoever knows a topic knows
 * what it requires, so that only topics are asked that no other one of the scope stands on; where one
 * of them is not known, its prerequisites are asked in turn.
 */
export class TestOut {
  readonly #graph: Graph;
  /** 1 for a topic that is asked about, or implied by one that is. */
  readonly #inScope: Uint8Array;
  readonly #known: Uint8Array;
  readonly #failed: Uint8Array;

  /** @param topics the scope, without what is behind the learner already. */
  constructor(graph: Graph, topics: readonly number[]) {
    this.#graph = graph;
    this.#inScope = new Uint8Array(graph.size);
    for (const topic of topics) this.#inScope[topic] = 1;
    this.#known = new Uint8Array(graph.size);
    this.#failed = new Uint8Array(graph.size);
  }

  /** The first topic in the author's order that has to be asked; `undefined` when all is settled. */
  next(): number | undefined {
    const implied = this.#implied();
    for (let topic = 0; topic < this.#graph.size; topic++) {
      if (this.#isOpen(topic) && !implied[topic]) return topic;
    }
    return undefined;
  }

  /** It is known. @returns it and everything of the scope that this proves, in the author's order. */
  pass(topic: number): number[] {
    const proved = [...prerequisitesOf(this.#graph, topic), topic]
      .filter((other) => this.#inScope[other] && !this.#known[other])
      .sort((a, b) => a - b);
    for (const other of proved) this.#known[other] = 1;
    return proved;
  }

  fail(topic: number): void {
    this.#failed[topic] = 1;
  }

  #isOpen(topic: number): boolean {
    return at(this.#inScope, topic) === 1 && !this.#known[topic] && !this.#failed[topic];
  }

  /** 1 where something that stands on it, directly or not, is still to be asked, and may prove it. */
  #implied(): Uint8Array {
    const implied = new Uint8Array(this.#graph.size);
    for (const topic of topologicalOrder(this.#graph).topics.toReversed()) {
      const isAbove = [...neighbours(this.#graph.unlocks, topic)].some(
        (other) => this.#isOpen(other) || implied[other],
      );
      if (isAbove) implied[topic] = 1;
    }
    return implied;
  }
}
