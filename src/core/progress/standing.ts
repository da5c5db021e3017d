import { type Curriculum, type Topic, topicAt } from '../curriculum/curriculum.ts';
import { Frontier } from '../graph/frontier.ts';
import { wayTo } from '../graph/way.ts';
import { lapsesToForget } from '../memory/kept-memory.ts';
import type { Progress, TopicProgress } from './progress.ts';

export type TopicState = 'locked' | 'open' | 'started' | 'done' | 'skipped';

/** Where a learner stands in a curriculum: the graph and the progress, put together. */
export interface Standing {
  readonly curriculum: Curriculum;
  readonly progress: Progress;
  state(topic: Topic): TopicState;
  of(topic: Topic): TopicProgress | undefined;
  /** The direct prerequisites that are still in the way, in the author's order. */
  missing(topic: Topic): readonly Topic[];
  /** 1 for topics that are out of the way: done, or skipped by the learner's own decision. */
  readonly satisfied: Uint8Array;
}

/** Puts the progress of a learner onto the graph: what each topic is for them follows from both. */
export function stand(curriculum: Curriculum, progress: Progress): Standing {
  const { graph, indexOf } = curriculum;
  const satisfied = new Uint8Array(graph.size);
  for (const [id, { mark }] of progress.topics) {
    const place = indexOf.get(id);
    if (place !== undefined && mark) satisfied[place] = 1;
  }
  const frontier = new Frontier(graph, satisfied);
  const of = (topic: Topic) => progress.topics.get(topic.id);
  return {
    ...{ curriculum, progress, satisfied, of },
    state(topic) {
      const known = of(topic);
      if (known?.mark) return isForgotten(known) ? 'started' : known.mark.kind;
      if (known?.started) return 'started';
      return frontier.isUnlocked(topic.number - 1) ? 'open' : 'locked';
    },
    missing: (topic) =>
      frontier.missing(topic.number - 1).map((place) => topicAt(curriculum, place)),
  };
}

/**
 * Done once, and forgotten since: it is to be learnt again, and is no progress meanwhile. What it
 * unlocked stays unlocked.
 */
export function isForgotten({ mark, memory }: TopicProgress): boolean {
  return mark?.kind === 'done' && (memory?.lapses ?? 0) >= lapsesToForget;
}

/** What is left to learn before all of the goals are reached: the topics in order, goals included. */
export function wayAhead(
  { curriculum, satisfied }: Standing,
  goals: readonly Topic[],
): { readonly topics: readonly Topic[]; readonly hours: number } {
  const places = goals.map(({ number }) => number - 1);
  const hoursOf = (place: number) => topicAt(curriculum, place).hours;
  const { topics, cost } = wayTo(curriculum.graph, satisfied, places, hoursOf);
  return { topics: topics.map((place) => topicAt(curriculum, place)), hours: cost };
}

/** How much of a set of topics is behind the learner. Skipped topics are no progress and not counted. */
export interface Tally {
  /** Topics that count: all but the skipped ones. */
  readonly topics: number;
  readonly done: number;
  readonly skipped: number;
  readonly hours: number;
  readonly hoursDone: number;
}

export function tally(standing: Standing, topics: readonly Topic[]): Tally {
  let [done, skipped, hours, hoursDone] = [0, 0, 0, 0];
  for (const topic of topics) {
    const state = standing.state(topic);
    if (state === 'skipped') {
      skipped++;
      continue;
    }
    hours += topic.hours;
    if (state === 'done') {
      done++;
      hoursDone += topic.hours;
    }
  }
  // Quarters of an hour add up exactly; tenths leave the noise of binary fractions behind.
  const round = (sum: number): number => Math.round(sum * 100) / 100;
  return {
    ...{ topics: topics.length - skipped, done, skipped },
    ...{ hours: round(hours), hoursDone: round(hoursDone) },
  };
}
