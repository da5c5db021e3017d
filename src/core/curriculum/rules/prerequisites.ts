import { findCycles } from '../../graph/cycles.ts';
import { buildGraph } from '../../graph/graph.ts';
import { topologicalOrder } from '../../graph/order.ts';
import { prerequisitesOf } from '../../graph/reach.ts';
import { nearest } from '../../text/nearest.ts';
import type { FoundTopic, Report } from './report.ts';

/** Every requirement names a topic, once; no circle; no topic before what it requires. */
export function checkPrerequisites(
  found: readonly FoundTopic[],
  places: ReadonlyMap<string, number>,
  listed: ReadonlySet<string>,
  report: Report,
): void {
  for (const topic of found) {
    topic.file.requires.forEach((id, i) => {
      const path = [...topic.at, 'requires', i];
      // A listed topic whose file has mistakes of its own is known, though it could not be read.
      if (!listed.has(id)) {
        const [meant] = nearest(id, listed, 1);
        const hint = meant ? `Did you mean "${meant}"?` : 'Add the topic, or delete the line.';
        report('unknown-prerequisite', topic.source, path, `There is no topic "${id}".`, hint);
      } else if (topic.file.requires.indexOf(id) !== i) {
        report('bad-value', topic.source, path, `"${id}" is required twice.`, 'Keep one.');
      }
    });
    for (const id of Object.keys(topic.file.encompasses ?? {})) {
      if (listed.has(id)) continue;
      const path = [...topic.at, 'encompasses', id];
      report('unknown-prerequisite', topic.source, path, `There is no topic "${id}".`);
    }
  }

  const graph = buildGraph(
    found.map(({ file }) => file.requires.flatMap((id) => places.get(id) ?? [])),
  );
  for (const [place, { file, source, at, id }] of found.entries()) {
    if (!file.encompasses) continue;
    const before = new Set(prerequisitesOf(graph, place).map((other) => found[other]?.id));
    for (const other of Object.keys(file.encompasses)) {
      if (before.has(other) || !listed.has(other)) continue;
      const message = `"${id}" does not require "${other}", so a review of it cannot stand for it.`;
      report('bad-value', source, [...at, 'encompasses', other], message, 'Delete the line.');
    }
  }
  const name = (place: number): string => found[place]?.id ?? '';
  const { cycles, complete } = findCycles(graph);
  for (const cycle of cycles) {
    const topic = found[cycle[0] ?? 0];
    if (!topic) continue;
    const [first, ...others] = [...cycle, cycle[0] ?? 0].map(name);
    const path = `${first} requires ${others.join(', which requires ')}`;
    const next = name(cycle[1] ?? cycle[0] ?? 0);
    report(
      'cycle',
      topic.source,
      [...topic.at, 'requires', topic.file.requires.indexOf(next)],
      `These topics require each other, so none of them can ever be started: ${path}.`,
      complete
        ? 'Delete one of these requirements.'
        : 'There are more such circles than were searched.',
    );
  }
  if (cycles.length > 0 || topologicalOrder(graph).topics.every((place, i) => place === i)) return;
  for (const [place, topic] of found.entries()) {
    topic.file.requires.forEach((id, i) => {
      if ((places.get(id) ?? 0) <= place) return;
      report(
        'order',
        topic.source,
        [...topic.at, 'requires', i],
        `"${topic.id}" stands before "${id}", which it requires.`,
        `List "${id}" first; until then the tutor teaches it out of order.`,
        'warning',
      );
    });
  }
}
