import { topicsOf } from '../page.ts';
import type { CurriculumFile } from '../schema.ts';
import type { Path, YamlSource } from '../source.ts';
import type { Report } from './report.ts';

/** Phases, steps and topics share one set of names, so that a word on the command line is one thing. */
export function checkIds(page: CurriculumFile, source: YamlSource, report: Report): void {
  const topics = new Set([...topicsOf(page)].map(([t]) => (typeof t === 'string' ? t : t.id)));
  const seen = new Map<string, string>();
  const claim = (id: string, kind: string, path: Path): void => {
    const other = seen.get(id) ?? (topics.has(id) ? 'topic' : undefined);
    if (other) {
      const message = `The ${kind} id "${id}" is already the id of a ${other}.`;
      report('duplicate-id', source, [...path, 'id'], message, 'Ids are unique in a curriculum.');
    }
    seen.set(id, kind);
  };
  page.phases.forEach((phase, p) => {
    claim(phase.id, 'phase', ['phases', p]);
    phase.steps.forEach((step, s) => {
      claim(step.id, 'step', ['phases', p, 'steps', s]);
    });
  });
}
