import { at, type Graph, neighbours } from './graph.ts';

/**
 * Which topics are open, kept up to date one change at a time: a change costs the neighbours of the
 * topic, not the size of the graph.
 */
export class Frontier {
  readonly #graph: Graph;
  readonly #satisfied: Uint8Array;
  readonly #missing: Int32Array;

  /** @param satisfied 1 for topics that count as learnt. Copied. */
  constructor(graph: Graph, satisfied: Uint8Array) {
    this.#graph = graph;
    this.#satisfied = satisfied.slice();
    this.#missing = new Int32Array(graph.size);
    const { starts, targets } = graph.requires;
    for (let topic = 0; topic < graph.size; topic++) {
      let missing = 0;
      for (let e = at(starts, topic); e < at(starts, topic + 1); e++) {
        if (!satisfied[at(targets, e)]) missing++;
      }
      this.#missing[topic] = missing;
    }
  }

  isSatisfied(topic: number): boolean {
    return this.#satisfied[topic] === 1;
  }

  /** All prerequisites are satisfied, whether the topic itself is or not. */
  isUnlocked(topic: number): boolean {
    return this.#missing[topic] === 0;
  }

  /** The direct prerequisites that are still open, in the author's order. */
  missing(topic: number): number[] {
    return [...neighbours(this.#graph.requires, topic)]
      .filter((prerequisite) => !this.#satisfied[prerequisite])
      .sort((a, b) => a - b);
  }

  /** Marks `topic` as learnt. @returns the topics that this unlocks, in the author's order. */
  satisfy(topic: number): number[] {
    if (this.#satisfied[topic]) return [];
    this.#satisfied[topic] = 1;
    return this.#shift(topic, -1, 0);
  }

  /** Takes the mark back. @returns the topics that this locks, in the author's order. */
  revoke(topic: number): number[] {
    if (!this.#satisfied[topic]) return [];
    this.#satisfied[topic] = 0;
    return this.#shift(topic, 1, 1);
  }

  #shift(topic: number, by: -1 | 1, crossing: number): number[] {
    const changed: number[] = [];
    for (const dependent of neighbours(this.#graph.unlocks, topic)) {
      const missing = at(this.#missing, dependent) + by;
      this.#missing[dependent] = missing;
      if (missing === crossing) changed.push(dependent);
    }
    return changed.sort((a, b) => a - b);
  }
}
