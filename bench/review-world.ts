import type { Curriculum, Topic } from '../src/core/curriculum/curriculum.ts';
import { creditsOf } from '../src/core/memory/credit.ts';
import {
  firstMemory,
  type Grade,
  type Memory,
  practised,
  recallOn,
  reviewed,
} from '../src/core/memory/memory.ts';
import { type Chance, chanceFrom, normal, oneOf } from './chance.ts';

/** How much a topic practises of others, by id. */
type Weights = NonNullable<Topic['encompasses']>;

/** The same curriculum with other weights. */
export function weighed(
  curriculum: Curriculum,
  weights: (topic: Topic) => Weights | undefined,
): Curriculum {
  const topics = curriculum.topics.map((topic) => {
    // A topic reads what it requires from its curriculum: a copy would not have it.
    const { requires } = topic;
    return { ...topic, requires, encompasses: weights(topic) };
  });
  return { ...curriculum, topics };
}

/** Weights, and how often authors give them. */
type Shares = readonly (readonly [weight: number, share: number])[];

/** The author of the simulations that the rules were chosen by: a quarter of requirements have none. */
const usualWeights: Shares = [
  [0, 0.25],
  [0.25, 0.25],
  [0.5, 0.3],
  [0.8, 0.2],
];

/** The weights of the topics that state any, those they leave out as 0. */
export function weightsSoFar({ topics }: Curriculum): Shares {
  return topics.flatMap(({ encompasses, requires }) =>
    encompasses ? requires.map((id) => [encompasses[id] ?? 0, 1] as const) : [],
  );
}

/** Every topic states its weights: as shipped where it does, made up for the others. */
export function authored(curriculum: Curriculum, shares: Shares = usualWeights): Curriculum {
  const chance = chanceFrom('author');
  return weighed(
    curriculum,
    ({ encompasses, requires }) =>
      encompasses ??
      Object.fromEntries(requires.map((id): [string, number] => [id, oneOf(chance, shares)])),
  );
}

/** By how much the author may be wrong about a weight. */
const authorError = 0.15;
/** How much faster or slower than FSRS says people and topics are forgotten: deviations of a logarithm. */
const spread = { learner: 0.3, topic: 0.3 };

/**
 * What a simulated learner really remembers, which no policy sees: FSRS, with a pace of forgetting of
 * their own for each topic, and weights that are near to what the author says.
 */
export class TrueMemory {
  readonly #memories: (Memory | undefined)[];
  readonly #paces: readonly number[];
  readonly #luck: readonly Chance[];
  /** For each topic the places that are practised with it, and how much. */
  readonly #practises: readonly (readonly (readonly [place: number, weight: number])[])[];

  /** @param isTrue whether topics practise what they require at all. */
  constructor(curriculum: Curriculum, learner: number, isTrue: boolean) {
    const chance = chanceFrom(`learner ${learner}`);
    const { topics, indexOf } = curriculum;
    const own = spread.learner * normal(chance);
    this.#memories = topics.map(() => undefined);
    this.#paces = topics.map(() => Math.exp(own + spread.topic * normal(chance)));
    this.#luck = topics.map((_, place) => chanceFrom(`luck ${learner} ${place}`));
    const truth = weighed(curriculum, ({ encompasses = {} }) => nearTo(encompasses, chance));
    this.#practises = topics.map((_, place) =>
      isTrue
        ? creditsOf(truth, place, 'good').map(({ topic, weight }) => [
            indexOf.get(topic) ?? -1,
            weight,
          ])
        : [],
    );
  }

  learn(place: number, day: number): void {
    const memory = firstMemory('good', day);
    const stability = memory.stability * (this.#paces[place] ?? 1);
    this.#memories[place] = { ...memory, stability };
    this.#practise(place, day);
  }

  /** @returns how it went: remembered or not. */
  review(place: number, day: number): Grade {
    const memory = this.#memories[place];
    if (!memory) throw new Error('Only what was learnt is reviewed.');
    const isRemembered = (this.#luck[place]?.() ?? 0) < recallOn(memory, day);
    const grade = isRemembered ? 'good' : 'again';
    this.#memories[place] = reviewed(memory, grade, day);
    if (isRemembered) this.#practise(place, day);
    return grade;
  }

  /** The recall of everything that was learnt, 0 to 1. */
  recalls(day: number): number[] {
    return this.#memories.flatMap((memory) => (memory ? [recallOn(memory, day)] : []));
  }

  #practise(place: number, day: number): void {
    for (const [other, weight] of this.#practises[place] ?? []) {
      const memory = this.#memories[other];
      if (memory) this.#memories[other] = practised(memory, weight, day);
    }
  }
}

function nearTo(weights: Weights, chance: Chance): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([id, weight]) => {
      const off = authorError * (2 * chance() - 1);
      return [id, Math.min(1, Math.max(0, weight + off))];
    }),
  );
}
