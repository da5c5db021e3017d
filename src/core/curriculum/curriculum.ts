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

/** The plain data that a curriculum is made of. What topics require may be known as a graph instead. */
export interface CurriculumData<T extends TopicFacts = TopicData> {
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
      readonly topics: readonly T[];
    }[];
  }[];
  readonly renamed: Readonly<Record<string, readonly string[]>>;
  readonly retired: readonly string[];
}

export interface TopicFacts {
  readonly id: string;
  readonly title: string;
  readonly hours: number;
  readonly encompasses?: Readonly<Record<string, number>> | undefined;
  /** Left out where there is none. */
  readonly cards?: readonly string[];
}

export interface TopicData extends TopicFacts {
  /** Places in the author's order. */
  readonly requires: readonly number[];
}

/** A curriculum that was read and found sound, as it is written to disk. */
export interface CompiledCurriculum {
  readonly data: CurriculumData;
  /** One for each topic, in the author's order. */
  readonly contents: readonly TopicContent[];
}

/** Links the data up. Linear in topics and edges. */
export function buildCurriculum(data: CurriculumData): Curriculum {
  return linkCurriculum(data, graphOf(data));
}

/** The prerequisites that are stated topic by topic. */
export function graphOf({ phases }: CurriculumData): Graph {
  const steps = phases.flatMap((phase) => phase.steps);
  return buildGraph(steps.flatMap(({ topics }) => topics.map(({ requires }) => requires)));
}

/** @param graph of the same topics. */
export function linkCurriculum(data: CurriculumData<TopicFacts>, graph: Graph): Curriculum {
  const phases: Phase[] = [];
  const steps: Step[] = [];
  const topics: Topic[] = [];
  const indexOf = new Map<string, number>();
  const { id, title, version, about, renamed, retired } = data;
  const curriculum: Curriculum = {
    ...{ id, title, version, about, phases, steps, topics, indexOf, graph, renamed, retired },
  };

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
      for (const facts of stepData.topics) {
        const topic = new LinkedTopic(facts, step, curriculum);
        indexOf.set(topic.id, topics.length);
        topics.push(topic);
        stepTopics.push(topic);
      }
    }
  }
  return curriculum;
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
  readonly #curriculum: Curriculum;

  /** @param curriculum that holds the topics before this one. */
  constructor(facts: TopicFacts, step: Step, curriculum: Curriculum) {
    this.id = facts.id;
    this.number = curriculum.topics.length + 1;
    this.title = facts.title;
    this.hours = facts.hours;
    this.encompasses = facts.encompasses;
    this.cards = facts.cards ?? none;
    this.step = step;
    this.#curriculum = curriculum;
  }

  get requires(): readonly string[] {
    return prerequisitesIn(this.#curriculum, this).map(({ id }) => id);
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
