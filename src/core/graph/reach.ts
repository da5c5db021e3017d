import { at, type Edges, type Graph, neighbours } from './graph.ts';

/** Everything that must come before `topic`, directly or not, in the author's order. */
export function prerequisitesOf(graph: Graph, topic: number): number[] {
  return reach(graph.requires, topic);
}

/** Everything that needs `topic`, directly or not, in the author's order. */
export function dependentsOf(graph: Graph, topic: number): number[] {
  return reach(graph.unlocks, topic);
}

/** The topics that can be reached along `edges`, without `from` unless a way leads back. */
function reach(edges: Edges, from: number): number[] {
  const size = edges.starts.length - 1;
  const reached = new Uint8Array(size);
  const queue = new Int32Array(size);
  let end = 0;
  const visit = (topic: number): void => {
    for (const next of neighbours(edges, topic)) {
      if (reached[next]) continue;
      reached[next] = 1;
      queue[end++] = next;
    }
  };
  visit(from);
  for (let head = 0; head < end; head++) visit(at(queue, head));
  return [...queue.subarray(0, end).sort()];
}
