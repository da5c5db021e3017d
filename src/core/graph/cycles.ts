import { at, type Graph, neighbours } from './graph.ts';

export interface Cycles {
  /** Each cycle once, from its first topic in the author's order along "requires"; shortest first. */
  readonly cycles: readonly (readonly number[])[];
  /** False when the search stopped at its limit, on a graph that is one great tangle. */
  readonly complete: boolean;
}

/**
 * For every edge that lies on a cycle, the shortest cycle through it: together they name every edge
 * an author may have to cut, where listing all elementary cycles would take exponential time.
 *
 * @param limit edges to look at before giving up: within it, a tangle of 1,000 topics is done.
 */
export function findCycles(graph: Graph, limit = 20_000_000): Cycles {
  const component = stronglyConnected(graph);
  const found = new Map<string, number[]>();
  const parent = new Int32Array(graph.size).fill(-1);
  const seenFor = new Int32Array(graph.size).fill(-1);
  const queue = new Int32Array(graph.size);
  let looked = 0;

  for (let start = 0; start < graph.size; start++) {
    if (component[start] === -1) continue;
    if (looked > limit) return { cycles: sorted(found.values()), complete: false };
    // Breadth first from `start`, inside its component: the first way back is the shortest.
    let end = 0;
    queue[end++] = start;
    seenFor[start] = start;
    for (let head = 0; head < end; head++) {
      const topic = at(queue, head);
      for (const prerequisite of neighbours(graph.requires, topic)) {
        looked++;
        if (prerequisite === start) {
          const cycle = pathFrom(start, topic, parent);
          found.set(cycle.join(), cycle);
        } else if (
          component[prerequisite] === component[start] &&
          seenFor[prerequisite] !== start
        ) {
          seenFor[prerequisite] = start;
          parent[prerequisite] = topic;
          queue[end++] = prerequisite;
        }
      }
    }
  }
  return { cycles: sorted(found.values()), complete: true };
}

/** The topics from `start` to `last`, turned so that the first of them in the author's order leads. */
function pathFrom(start: number, last: number, parent: Int32Array): number[] {
  const path: number[] = [];
  for (let topic = last; topic !== start; topic = at(parent, topic)) path.push(topic);
  path.push(start);
  path.reverse();
  const lead = path.reduce((first, topic, i) => (topic < (path[first] ?? 0) ? i : first), 0);
  return [...path.slice(lead), ...path.slice(0, lead)];
}

function sorted(cycles: Iterable<number[]>): number[][] {
  return [...cycles].sort((a, b) => {
    if (a.length !== b.length) return a.length - b.length;
    const i = a.findIndex((topic, k) => topic !== b[k]);
    return (a[i] ?? 0) - (b[i] ?? 0);
  });
}

/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1(2), 1972) with an explicit stack.
 * @returns for each topic the number of its component, or -1 when it lies on no cycle.
 */
function stronglyConnected({ size, requires }: Graph): Int32Array {
  const component = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const edge = requires.starts.slice();
  const open = new Int32Array(size);
  const path = new Int32Array(size);
  let openEnd = 0;
  let counter = 0;
  let components = 0;

  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const topic = at(path, depth);
      if (index[topic] === -1) {
        index[topic] = counter;
        low[topic] = counter++;
        open[openEnd++] = topic;
        onStack[topic] = 1;
      }
      const e = at(edge, topic);
      if (e < at(requires.starts, topic + 1)) {
        const next = at(requires.targets, e);
        if (index[next] === -1) {
          path[++depth] = next;
          continue;
        }
        edge[topic] = e + 1;
        if (onStack[next]) low[topic] = Math.min(at(low, topic), at(low, next));
        continue;
      }
      if (low[topic] === index[topic]) {
        const first = open.lastIndexOf(topic, openEnd - 1);
        const alone = first === openEnd - 1 && !neighbours(requires, topic).includes(topic);
        for (let i = first; i < openEnd; i++) {
          onStack[at(open, i)] = 0;
          if (!alone) component[at(open, i)] = components;
        }
        openEnd = first;
        components++;
      }
      depth--;
    }
  }
  return component;
}
