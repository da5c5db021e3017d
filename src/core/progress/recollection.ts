import type { DoneHow, KnownEvent } from '../journal/event.ts';
import { type Credit, type KeptMemory, lapsesToForget } from '../memory/kept-memory.ts';
import type { Grade } from '../memory/memory.ts';
import { Scheduler, type Spacing } from '../memory/scheduler.ts';
import type { Day } from '../time/day.ts';

/** A question that is reviewed on its own. It begins with its topic, and is kept once it was reviewed. */
export interface CardMemory {
  readonly question: string;
  readonly kept: KeptMemory;
}

/** The part of a topic's progress that is memory. */
export interface Remembered {
  memory: KeptMemory | undefined;
  cards: readonly CardMemory[];
}

type Done = Pick<Extract<KnownEvent, { kind: 'topic-done' }>, 'how' | 'grade'>;
type Reviewed = Pick<Extract<KnownEvent, { kind: 'topic-reviewed' }>, 'grade'>;
type CardReviewed = Pick<Extract<KnownEvent, { kind: 'card-reviewed' }>, 'question' | 'grade'>;

/** What marks and reviews do to the memories of all topics. */
export class Recollection {
  readonly #topics: ReadonlyMap<string, Remembered>;
  readonly #scheduler: Scheduler;

  constructor(topics: ReadonlyMap<string, Remembered>, spacing?: Spacing) {
    this.#topics = topics;
    this.#scheduler = new Scheduler(spacing);
    for (const topic of topics.values()) this.#enter(topic);
  }

  forget(topic: Remembered): void {
    this.#leave(topic);
    topic.memory = undefined;
    topic.cards = [];
  }

  done(topic: Remembered, { how, grade }: Done, day: Day): void {
    this.#change(topic, (scheduler) => {
      const { memory } = topic;
      const begun = firstGrade(how, grade);
      if (!memory) return begun ? scheduler.learnt(begun, day) : scheduler.knownBefore(day);
      if (memory.lapses === 0) return memory;
      if (begun) return scheduler.reviewed(memory, begun, day);
      // On the learner's word, what was forgotten is known again.
      return memory.lapses < lapsesToForget ? memory : scheduler.knownBefore(day);
    });
  }

  reviewed(topic: Remembered, { grade }: Reviewed, day: Day): void {
    this.#change(topic, (scheduler) =>
      topic.memory ? scheduler.reviewed(topic.memory, grade, day) : scheduler.learnt(grade, day),
    );
  }

  cardReviewed(topic: Remembered, { question, grade }: CardReviewed, day: Day): void {
    const before = keptCard(topic, question);
    this.#leave(topic);
    const kept = before
      ? this.#scheduler.reviewed(before, grade, day)
      : this.#scheduler.learnt(grade, day);
    const others = topic.cards.filter((card) => card.question !== question);
    topic.cards = [...others, { question, kept }];
    this.#enter(topic);
  }

  /** What was practised with it; only what is remembered can be practised. */
  practised(credit: Credit, ids: readonly string[], day: Day): void {
    for (const topic of this.#known(ids)) {
      this.#change(
        topic,
        (scheduler) => topic.memory && scheduler.practised(topic.memory, credit, day),
      );
    }
  }

  hurry(ids: readonly string[], day: Day): void {
    for (const topic of this.#known(ids)) {
      this.#change(topic, (scheduler) => topic.memory && scheduler.hurried(topic.memory, day));
    }
  }

  #known(ids: readonly string[]): Remembered[] {
    return ids.flatMap((id) => this.#topics.get(id) ?? []);
  }

  #change(topic: Remembered, change: (scheduler: Scheduler) => KeptMemory | undefined): void {
    if (topic.memory) this.#scheduler.leave(topic.memory);
    topic.memory = change(this.#scheduler);
    if (topic.memory) this.#scheduler.enter(topic.memory);
  }

  #enter({ memory, cards }: Remembered): void {
    if (memory) this.#scheduler.enter(memory);
    for (const { kept } of cards) this.#scheduler.enter(kept);
  }

  #leave({ memory, cards }: Remembered): void {
    if (memory) this.#scheduler.leave(memory);
    for (const { kept } of cards) this.#scheduler.leave(kept);
  }
}

/** A card that was never reviewed is remembered like its topic, and due with it. */
export function keptCard({ memory, cards }: Remembered, question: string): KeptMemory | undefined {
  const card = cards.find((other) => other.question === question);
  if (card || !memory) return card?.kept;
  return { ...memory, reviews: 0, lapses: 0 };
}

/** Without a grade: what the tutor saw was learnt well, what it was told was known before. */
function firstGrade(how: DoneHow, grade: Grade | undefined): Grade | undefined {
  if (grade) return grade;
  return how === 'marked' || how === 'tested-out' ? undefined : 'good';
}
