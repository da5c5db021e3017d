import { at, type Graph, neighbours } from './graph.ts';
import { topologicalOrder } from './order.ts';

/** What is left to learn before a goal is reached. */
export interface Way {
  /** The missing topics in the order in which to learn them; the goal itself comes last. */
  readonly topics: readonly number[];
  /** The sum of what each of them costs. */
  readonly cost: number;
}

/**
 * The way to all of `goals`. Every prerequisite is needed, so it is the only minimal one: nothing on
 * it can be left out. What lies behind a satisfied topic is not asked for again.
 *
 * @param satisfied 1 for topics that count as learnt.
 * @param cost of a topic: its hours, or 1 to count topics.
 */
export function wayTo(
  graph: Graph,
  satisfied: Uint8Array,
  goals: readonly number[],
  cost: (topic: number) => number,
): Way {
  const missing = new Set<number>();
  const stack = goals.filter((goal) => !satisfied[goal]);
  for (let topic = stack.pop(); topic !== undefined; topic = stack.pop()) {
    if (missing.has(topic)) continue;
    missing.add(topic);
    for (const prerequisite of neighbours(graph.requires, topic)) {
      if (!satisfied[prerequisite]) stack.push(prerequisite);
    }
  }
  const topics = inOrder(graph, missing);
  return { topics, cost: topics.reduce((sum, topic) => sum + cost(topic), 0) };
}

function inOrder(graph: Graph, topics: ReadonlySet<number>): number[] {
  const sorted = [...topics].sort((a, b) => a - b);
  const early = sorted.some((topic) =>
    neighbours(graph.requires, topic).some((prerequisite) => prerequisite > topic),
  );
  if (!early) return sorted;
  const order = topologicalOrder(graph).topics;
  const place = new Int32Array(graph.size).fill(graph.size);
  order.forEach((topic, i) => {
    place[topic] = i;
  });
  return sorted.sort((a, b) => at(place, a) - at(place, b));
}
