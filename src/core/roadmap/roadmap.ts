import { type Step, type Topic, topicsIn } from '../curriculum/curriculum.ts';
import type { DoneHow } from '../journal/event.ts';
import { chooseNext } from '../progress/next.ts';
import { type Standing, type Tally, type TopicState, tally } from '../progress/standing.ts';
import { dueItems } from '../review/queue.ts';
import { dayOf } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';

/** A learner's own roadmap, ready to be drawn: each format is a file in `formats/`. */
export interface Roadmap {
  readonly curriculum: { readonly id: string; readonly title: string; readonly version: string };
  readonly tally: Tally;
  readonly phases: readonly RoadmapPhase[];
  readonly now: Instant;
}

interface RoadmapPhase {
  readonly id: string;
  readonly title: string;
  readonly focus: string;
  readonly tally: Tally;
  readonly steps: readonly RoadmapStep[];
}

export interface RoadmapStep {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** The numbers of the steps that it builds on. */
  readonly buildsOn: readonly number[];
  readonly tally: Tally;
  readonly topics: readonly RoadmapTopic[];
}

export interface RoadmapTopic {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly hours: number;
  readonly state: TopicState;
  /** The one that `next` names. */
  readonly isNext: boolean;
  readonly how: DoneHow | undefined;
  /** When it was marked. */
  readonly at: Instant | undefined;
  /** It was done, and is due for review. */
  readonly isDue: boolean;
  readonly missing: readonly Topic[];
}

/** @param scope the topics to show; steps and phases without any are left out. */
export function buildRoadmap(standing: Standing, now: Instant, scope: readonly Topic[]): Roadmap {
  const { curriculum } = standing;
  const wanted = new Set(scope);
  const next = chooseNext(standing, now).topic;
  const numbers = new Map(curriculum.steps.map(({ id, number }) => [id, number]));

  const due = new Set(dueItems(standing, dayOf(now)).map(({ topic }) => topic));

  const showTopic = (topic: Topic): RoadmapTopic => {
    const mark = standing.of(topic)?.mark;
    const state = standing.state(topic);
    const { id, number, title, hours } = topic;
    return {
      ...{ id, number, title, hours, state },
      ...{ isNext: topic === next, isDue: due.has(topic) },
      how: mark?.kind === 'done' ? mark.how : undefined,
      at: mark?.at,
      missing: state === 'locked' ? standing.missing(topic) : [],
    };
  };
  const showStep = (step: Step): RoadmapStep => ({
    ...{ id: step.id, number: step.number, title: step.title },
    buildsOn: step.buildsOn.flatMap((id) => numbers.get(id) ?? []),
    tally: tally(standing, step.topics),
    topics: step.topics.filter((topic) => wanted.has(topic)).map(showTopic),
  });

  const phases = curriculum.phases.map((phase) => ({
    ...{ id: phase.id, title: phase.title, focus: phase.focus },
    tally: tally(standing, topicsIn(phase)),
    steps: phase.steps.map(showStep).filter((step) => step.topics.length > 0),
  }));
  const { id, title, version } = curriculum;
  return {
    curriculum: { id, title, version },
    tally: tally(standing, curriculum.topics),
    phases: phases.filter((phase) => phase.steps.length > 0),
    now,
  };
}
