import type { Topic } from '../core/curriculum/curriculum.ts';
import type { Standing } from '../core/progress/standing.ts';
import { formatInstant } from '../core/time/instant.ts';

/** A topic as every JSON output shows it: docs/json-output.md. */
export function topicJson(standing: Standing, topic: Topic): object {
  const mark = standing.of(topic)?.mark;
  return {
    id: topic.id,
    number: topic.number,
    title: topic.title,
    hours: topic.hours,
    phase: topic.step.phase.id,
    step: topic.step.id,
    requires: topic.requires,
    state: standing.state(topic),
    ...(mark?.kind === 'done' && { how: mark.how }),
    ...(mark && { at: formatInstant(mark.at) }),
  };
}
