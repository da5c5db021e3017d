import { nearest } from '../../text/nearest.ts';
import type { CurriculumFile } from '../schema.ts';
import type { YamlSource } from '../source.ts';
import type { Report } from './report.ts';

/** A step builds on steps that exist and come before it. */
export function checkSteps(page: CurriculumFile, source: YamlSource, report: Report): void {
  const all = new Set(page.phases.flatMap(({ steps }) => steps.map(({ id }) => id)));
  const earlier = new Set<string>();
  page.phases.forEach((phase, p) => {
    phase.steps.forEach((step, s) => {
      step.builds_on.forEach((id, b) => {
        const path = ['phases', p, 'steps', s, 'builds_on', b];
        if (!all.has(id)) {
          const [meant] = nearest(id, all, 1);
          const hint = meant ? `Did you mean "${meant}"?` : undefined;
          report('unknown-step', source, path, `There is no step "${id}".`, hint);
        } else if (!earlier.has(id)) {
          const message = `The step "${step.id}" builds on "${id}", which does not come before it.`;
          report('builds-on-order', source, path, message);
        }
      });
      earlier.add(step.id);
    });
  });
}
