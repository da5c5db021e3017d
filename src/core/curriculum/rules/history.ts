import { nearest } from '../../text/nearest.ts';
import { currentIds } from '../renamed.ts';
import type { CurriculumFile } from '../schema.ts';
import type { YamlSource } from '../source.ts';
import type { Report } from './report.ts';

/** `renamed` and `retired` keep old marks in place: their names must lead somewhere, and stay unused. */
export function checkHistory(
  page: CurriculumFile,
  source: YamlSource,
  listed: ReadonlySet<string>,
  report: Report,
): void {
  const renamed = page.renamed ?? {};
  const names = Object.fromEntries(
    Object.entries(renamed).map(([old, target]) => [old, [target].flat()]),
  );
  const retired = new Set(page.retired ?? []);
  const gone = new Set([...Object.keys(renamed), ...retired]);
  for (const id of gone) {
    if (!listed.has(id)) continue;
    const at = page.retired?.indexOf(id) ?? -1;
    const path = at < 0 ? ['renamed', id] : ['retired', at];
    const message = `"${id}" is an old id and may not be used for a topic again.`;
    report('reused-id', source, path, message, 'Ids are never reused: give the new topic another.');
  }
  for (const [old, target] of Object.entries(renamed)) {
    for (const [i, id] of [target].flat().entries()) {
      if (listed.has(id) || (gone.has(id) && id !== old)) continue;
      const [meant] = nearest(id, listed, 1);
      const hint = meant ? `Did you mean "${meant}"?` : undefined;
      const path = ['renamed', old, ...(Array.isArray(target) ? [i] : [])];
      report('unknown-topic', source, path, `There is no topic "${id}".`, hint);
    }
    const ends = currentIds({ renamed: names, indexOf: listed }, old);
    if (ends.every((id) => listed.has(id) || retired.has(id) || !gone.has(id))) continue;
    const message = `"${old}" is renamed in a circle, and leads to no topic.`;
    report('unknown-topic', source, ['renamed', old], message, 'Let it end at a topic.');
  }
}
