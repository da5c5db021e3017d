import { buildGraph, type Graph, neighbours } from '../graph/graph.ts';
import type { ExerciseFile, Outcome, Question, Resource } from './schema.ts';

/**
 * A curriculum as the program uses it: what every verb needs, in the author's order. What is only
 * needed inside one topic is its `TopicContent`, read when that topic is opened.
 */
export interface Curriculum {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly about: string;
  readonly phases: readonly Phase[];
  readonly steps: readonly Step[];
  readonly topics: readonly Topic[];
  /** The place of each topic in `topics`, by id. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly graph: Graph;
  readonly renamed: Readonly<Record<string, readonly string[]>>;
  readonly retired: readonly string[];
}

export interface Phase {
  readonly id: string;
  readonly title: string;
  readonly focus: string;
  readonly why: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id: string;
  /** 1 … in the order of the whole sequence: how screens name it. */
  readonly number: number;
  readonly title: string;
  readonly why: string;
  readonly buildsOn: readonly string[];
  readonly buildsOnHow: string | undefined;
  readonly phase: Phase;
  readonly topics: readonly Topic[];
}

export interface Topic {
  readonly id: string;
  /** 1 … in the order of the whole sequence. */
  readonly number: number;
  readonly title: string;
  readonly hours: number;
  readonly requires: readonly string[];
  /** How much a review also practises of what comes before, by id; `undefined` where nobody says. */
  readonly encompasses: Readonly<Record<string, number>> | undefined;
  /** The questions that are reviewed on their own. */
  readonly cards: readonly string[];
  readonly step: Step;
}

/** What a topic holds inside. */
export interface TopicContent {
  readonly why: string;
  readonly covers: readonly string[];
  readonly asOf: string | undefined;
  readonly outcomes: readonly Outcome[];
  readonly resources: readonly Resource[];
  readonly questions: readonly Question[];
  /** Markdown; `undefined` while nobody has written it. */
  readonly lesson: string | undefined;
  readonly exercise: ExerciseFile | undefined;
}

/** The plain data that a curriculum is stored as. Numbers in `requires` are places in the order. */
export interface CurriculumData {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly about: string;
  readonly phases: readonly {
    readonly id: string;
    readonly title: string;
    readonly focus: string;
    readonly why: string;
    readonly steps: readonly {
      readonly id: string;
      readonly title: string;
      readonly why: string;
      readonly buildsOn: readonly string[];
      readonly buildsOnHow?: string | undefined;
      readonly topics: readonly TopicData[];
    }[];
  }[];
  readonly renamed: Readonly<Record<string, readonly string[]>>;
  readonly retired: readonly string[];
}

export interface TopicData {
  readonly id: string;
  readonly title: string;
  readonly hours: number;
  readonly requires: readonly number[];
  readonly encompasses?: Readonly<Record<string, number>> | undefined;
  /** Left out where there is none. */
  readonly cards?: readonly string[];
}

/** A curriculum that was read and found sound, as it is written to disk. */
export interface CompiledCurriculum {
  readonly data: CurriculumData;
  /** One for each topic, in the author's order. */
  readonly contents: readonly TopicContent[];
}

/** Links the stored data up. Linear in topics and edges. */
export function buildCurriculum(data: CurriculumData): Curriculum {
  const phases: Phase[] = [];
  const steps: Step[] = [];
  const topics: Topic[] = [];
  const indexOf = new Map<string, number>();
  const requires: (readonly number[])[] = [];

  for (const phaseData of data.phases) {
    const phaseSteps: Step[] = [];
    const phase: Phase = { ...phaseData, steps: phaseSteps };
    phases.push(phase);
    for (const stepData of phaseData.steps) {
      const stepTopics: Topic[] = [];
      const step: Step = {
        ...stepData,
        buildsOnHow: stepData.buildsOnHow,
        number: steps.length + 1,
        phase,
        topics: stepTopics,
      };
      steps.push(step);
      phaseSteps.push(step);
      for (const topicData of stepData.topics) {
        const topic = new LinkedTopic(topicData, step, topics);
        indexOf.set(topic.id, topics.length);
        topics.push(topic);
        stepTopics.push(topic);
        requires.push(topicData.requires);
      }
    }
  }

  const { id, title, version, about, renamed, retired } = data;
  return {
    ...{ id, title, version, about, phases, steps, topics, indexOf, renamed, retired },
    graph: buildGraph(requires),
  };
}

const none: readonly string[] = [];

/** A class, since every start makes one for each topic, and its names are wanted of very few. */
class LinkedTopic implements Topic {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly hours: number;
  readonly encompasses: Readonly<Record<string, number>> | undefined;
  readonly cards: readonly string[];
  readonly step: Step;
  readonly #places: readonly number[];
  readonly #topics: readonly Topic[];

  /** @param topics of the whole sequence; those before this one are there already. */
  constructor(data: TopicData, step: Step, topics: readonly Topic[]) {
    this.id = data.id;
    this.number = topics.length + 1;
    this.title = data.title;
    this.hours = data.hours;
    this.encompasses = data.encompasses;
    this.cards = data.cards ?? none;
    this.step = step;
    this.#places = data.requires;
    this.#topics = topics;
  }

  get requires(): readonly string[] {
    return this.#places.map((place) => (this.#topics[place] as Topic).id);
  }
}

/** The topics of all steps of a phase. */
export function topicsIn({ steps }: Phase): Topic[] {
  return steps.flatMap(({ topics }) => topics);
}

/** The topic at a place that is known to exist. */
export function topicAt(curriculum: Curriculum, place: number): Topic {
  return curriculum.topics[place] as Topic;
}

/** The topics that it requires, in the order in which its author named them. */
export function prerequisitesIn(curriculum: Curriculum, { number }: Topic): Topic[] {
  return topicsAt(curriculum, neighbours(curriculum.graph.requires, number - 1));
}

/** The topics that require it, in the author's order. */
export function unlockedIn(curriculum: Curriculum, { number }: Topic): Topic[] {
  return topicsAt(curriculum, neighbours(curriculum.graph.unlocks, number - 1));
}

function topicsAt(curriculum: Curriculum, places: Int32Array): Topic[] {
  return Array.from(places, (place) => topicAt(curriculum, place));
}

export function findTopic(curriculum: Curriculum, id: string): Topic | undefined {
  const place = curriculum.indexOf.get(id);
  return place === undefined ? undefined : curriculum.topics[place];
}
