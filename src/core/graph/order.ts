import { at, type Graph } from './graph.ts';

export interface Order {
  /** Every topic that can be reached at all, each after all of its prerequisites. */
  readonly topics: Int32Array;
  /** Topics on a cycle, or behind one, in the author's order. */
  readonly blocked: readonly number[];
}

/**
 * The stable topological order: the author's own wherever that is one already; a topic that stands
 * too early waits until its prerequisites have had their turn, and nothing else moves.
 * Linear in topics and edges; no recursion.
 */
export function topologicalOrder(graph: Graph): Order {
  if (isAuthorOrderTopological(graph)) {
    return { topics: Int32Array.from({ length: graph.size }, (_, i) => i), blocked: [] };
  }
  const placed = findBlocked(graph);
  const blocked: number[] = [];
  placed.forEach((isBlocked, topic) => {
    if (isBlocked) blocked.push(topic);
  });

  const { starts, targets } = graph.unlocks;
  const topics = new Int32Array(graph.size - blocked.length);
  let free = topics.length;
  // Depth first and from the end, so that a topic is put in front of all that require it. The walk has
  // its own stack; `edge` is behind the next dependent to look at, a topic.
  const stack = new Int32Array(graph.size);
  const edge = starts.slice(1);
  for (let root = graph.size - 1; root >= 0; root--) {
    if (placed[root]) continue;
    let depth = 0;
    stack[0] = root;
    while (depth >= 0) {
      const topic = at(stack, depth);
      const e = at(edge, topic) - 1;
      if (e >= at(starts, topic)) {
        edge[topic] = e;
        const dependent = at(targets, e);
        if (!placed[dependent]) stack[++depth] = dependent;
      } else {
        depth--;
        placed[topic] = 1;
        topics[--free] = topic;
      }
    }
  }
  return { topics, blocked };
}

function isAuthorOrderTopological({ size, requires }: Graph): boolean {
  for (let topic = 0; topic < size; topic++) {
    for (let e = at(requires.starts, topic); e < at(requires.starts, topic + 1); e++) {
      if (at(requires.targets, e) >= topic) return false;
    }
  }
  return true;
}

/** 1 for every topic that no order can reach: what remains of Kahn's algorithm. */
function findBlocked({ size, requires, unlocks }: Graph): Uint8Array {
  const missing = new Int32Array(size);
  const blocked = new Uint8Array(size).fill(1);
  const queue = new Int32Array(size);
  let end = 0;
  for (let topic = 0; topic < size; topic++) {
    missing[topic] = at(requires.starts, topic + 1) - at(requires.starts, topic);
    if (missing[topic] === 0) queue[end++] = topic;
  }
  for (let head = 0; head < end; head++) {
    const topic = at(queue, head);
    blocked[topic] = 0;
    for (let e = at(unlocks.starts, topic); e < at(unlocks.starts, topic + 1); e++) {
      const dependent = at(unlocks.targets, e);
      const left = at(missing, dependent) - 1;
      missing[dependent] = left;
      if (left === 0) queue[end++] = dependent;
    }
  }
  return blocked;
}
