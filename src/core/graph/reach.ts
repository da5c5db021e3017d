import { at, type Edges, type Graph, neighbours } from './graph.ts';

/** The topics that can be reached along `edges` from `from`, without `from` unless a way leads back. */
export function reach(edges: Edges, from: readonly number[]): Uint8Array {
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
  from.forEach(visit);
  for (let head = 0; head < end; head++) visit(at(queue, head));
  return reached;
}

/** Everything that must come before `topic`, directly or not, in the author's order. */
export function prerequisitesOf(graph: Graph, topic: number): number[] {
  return marked(reach(graph.requires, [topic]));
}

/** Everything that needs `topic`, directly or not, in the author's order. */
export function dependentsOf(graph: Graph, topic: number): number[] {
  return marked(reach(graph.unlocks, [topic]));
}

/** The goals and everything they need: closed under prerequisites, and minimal. */
export function closure(graph: Graph, goals: readonly number[]): Uint8Array {
  const needed = reach(graph.requires, goals);
  for (const goal of goals) needed[goal] = 1;
  return needed;
}

function marked(flags: Uint8Array): number[] {
  const topics: number[] = [];
  flags.forEach((flag, topic) => {
    if (flag) topics.push(topic);
  });
  return topics;
}
