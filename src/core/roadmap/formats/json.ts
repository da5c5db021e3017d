import { formatInstant } from '../../time/instant.ts';
import type { Roadmap, RoadmapTopic } from '../roadmap.ts';

/** The shape is promised in docs/json-output.md. */
export function renderJson({ curriculum, tally, phases }: Roadmap): string {
  const showTopic = ({ at, missing, how, ...topic }: RoadmapTopic) => ({
    ...topic,
    ...(how && { how }),
    ...(at && { at: formatInstant(at) }),
    missing: missing.map(({ id }) => id),
  });
  const document = {
    version: 1,
    kind: 'roadmap',
    curriculum,
    tally,
    phases: phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map((step) => ({ ...step, topics: step.topics.map(showTopic) })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
