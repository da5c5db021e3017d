import { DepGraph } from 'dependency-graph';
import { DirectedGraph } from 'graphology';
import { topologicalSort } from 'graphology-dag';
import toposort from 'toposort';
import { Frontier } from '../src/core/graph/frontier.ts';
import { buildGraph, type Graph } from '../src/core/graph/graph.ts';
import { topologicalOrder } from '../src/core/graph/order.ts';
import { wayTo } from '../src/core/graph/way.ts';
import { type Rows, requirements } from './made-up.ts';
import type { Row, Subject } from './subject.ts';
import { absolute, ratio, timed } from './timing.ts';

const runs = 11;
const topics = 100_000;
const edgesEach = 3;

/** How long everything that a verb may ask of the graph takes, in milliseconds. */
function timeOurs(graph: Graph): number {
  return timed(() => {
    const order = topologicalOrder(graph);
    const satisfied = new Uint8Array(graph.size);
    for (const topic of order.topics.subarray(0, graph.size / 2)) satisfied[topic] = 1;
    const frontier = new Frontier(graph, satisfied);
    let open = 0;
    for (let topic = 0; topic < graph.size; topic++) if (frontier.isUnlocked(topic)) open++;
    const goal = order.topics.at(-1) as number;
    return [open, wayTo(graph, satisfied, [goal], () => 1)];
  });
}

/** The same requirements in each package's own words, built before the clock starts. */
const others: Readonly<Record<string, (rows: Rows) => () => unknown>> = {
  'graphology-dag': (rows) => {
    const graph = new DirectedGraph();
    for (const topic of rows.keys()) graph.addNode(topic);
    rows.forEach((row, topic) => {
      for (const other of row) graph.addEdge(other, topic);
    });
    return () => topologicalSort(graph);
  },
  toposort: (rows) => {
    const nodes = [...rows.keys()].map(String);
    const edges = rows.flatMap((row, topic) =>
      row.map((other): [string, string] => [`${other}`, `${topic}`]),
    );
    return () => toposort.array(nodes, edges);
  },
  'dependency-graph': (rows) => {
    const graph = new DepGraph();
    for (const topic of rows.keys()) graph.addNode(`${topic}`);
    rows.forEach((row, topic) => {
      for (const other of row) graph.addDependency(`${topic}`, `${other}`);
    });
    return () => graph.overallOrder();
  },
};

export const resolver: Subject = {
  summary: `order, what is open, and a way: ${topics} topics, ${topics * edgesEach} requirements, in no order`,

  async measure(tell) {
    const rows: Row[] = [];
    const requires = requirements(topics, edgesEach);
    const graph = buildGraph(requires);
    tell('ours');
    const build = await absolute(() => timed(() => buildGraph(requires)), runs);
    rows.push({ what: 'ours: building the graph', ...build, unit: 'ms' });
    const all = await absolute(() => timeOurs(graph), runs);
    rows.push({ what: 'ours: order, what is open, and a way', ...all, unit: 'ms' });
    for (const [name, prepare] of Object.entries(others)) {
      tell(name);
      const sort = prepare(requires);
      const times = await ratio(
        () => timed(sort),
        () => timeOurs(graph),
        runs,
      );
      const target = name === 'graphology-dag' && { must: 10, wanted: 20 };
      const what = `${name}: its topological sort alone, against all of ours`;
      rows.push({ what, ...times, unit: '×', better: 'more', ...target });
    }
    for (const size of [1_000, 10_000, 1_000_000]) {
      tell(`${size} topics`);
      const other = buildGraph(requirements(size, edgesEach));
      const figure = await absolute(() => timeOurs(other), runs);
      rows.push({ what: `ours with ${size} topics`, ...figure, unit: 'ms' });
    }
    return rows;
  },
};
