import { at, type Edges, type Graph } from './graph.ts';

/** Everything that must come before `topic`, directly or not, in the author's order. */
export function prerequisitesOf(graph: Graph, topic: number): number[] {
  return reach(graph.requires, topic);
}

/** Everything that needs `topic`, directly or not, in the author's order. */
export function dependentsOf(graph: Graph, topic: number): number[] {
  return reach(graph.unlocks, topic);
}

/** The topics that can be reached along `edges`, without `from` unless a way leads back. */
function reach({ starts, targets }: Edges, from: number): number[] {
  const size = starts.length - 1;
  const reached = new Uint8Array(size);
  const queue = new Int32Array(size);
  let [topic, head, end] = [from, 0, 0];
  for (;;) {
    for (let e = at(starts, topic); e < at(starts, topic + 1); e++) {
      const next = at(targets, e);
      if (reached[next]) continue;
      reached[next] = 1;
      queue[end++] = next;
    }
    if (head === end) return [...queue.subarray(0, end).sort()];
    topic = at(queue, head++);
  }
}
