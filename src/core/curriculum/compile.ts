import { count, hours } from '../text/phrase.ts';
import type { CompiledCurriculum, TopicData } from './curriculum.ts';
import type { FoundTopic } from './rules/report.ts';
import type { CurriculumFile } from './schema.ts';

/** Turns what was read and found sound into what the program uses. */
export function compile(
  page: CurriculumFile,
  found: readonly FoundTopic[],
  places: ReadonlyMap<string, number>,
): CompiledCurriculum {
  const compileTopic = ({ id, file }: FoundTopic): TopicData => {
    const cards = (file.questions ?? []).filter(({ card }) => card).map((question) => question.id);
    return {
      ...{ id, title: file.title, hours: file.hours },
      requires: file.requires.flatMap((other) => places.get(other) ?? []),
      ...(file.encompasses && { encompasses: file.encompasses }),
      ...(cards.length > 0 && { cards }),
    };
  };
  const byId = new Map(found.map((topic) => [topic.id, topic]));
  const phases = page.phases.map(({ steps, ...phase }) => ({
    ...phase,
    steps: steps.map(({ builds_on, builds_on_how, topics, ...step }) => ({
      ...step,
      buildsOn: builds_on,
      buildsOnHow: builds_on_how,
      topics: topics.flatMap((topic) => {
        const known = byId.get(typeof topic === 'string' ? topic : topic.id);
        return known ? [compileTopic(known)] : [];
      }),
    })),
  }));
  const { id, title, version, about, retired = [] } = page;
  const renamed = Object.fromEntries(
    Object.entries(page.renamed ?? {}).map(([old, target]) => [old, [target].flat()]),
  );
  return {
    data: { id, title, version, about, phases, renamed, retired },
    contents: found.map(({ file, lesson }) => ({
      why: file.why,
      covers: file.covers ?? [],
      asOf: file.as_of,
      outcomes: file.outcomes,
      resources: file.resources ?? [],
      questions: file.questions ?? [],
      lesson,
      exercise: file.exercise,
    })),
  };
}

/** `73 topics in 11 steps and 3 phases, 204 h`. */
export function summarise({ data }: CompiledCurriculum): string {
  const steps = data.phases.flatMap((phase) => phase.steps);
  const topics = steps.flatMap((step) => step.topics);
  const sum = topics.reduce((total, topic) => total + topic.hours, 0);
  return `${count(topics.length, 'topic')} in ${count(steps.length, 'step')} and ${count(data.phases.length, 'phase')}, ${hours(sum)}`;
}
