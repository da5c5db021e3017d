import type { DoneHow, KnownEvent } from '../journal/event.ts';
import { DueCalendar } from '../memory/due-calendar.ts';
import {
  afterCredit,
  afterReview,
  type Credit,
  hurried,
  type KeptMemory,
  knownBefore,
  learnt,
} from '../memory/kept-memory.ts';
import type { Grade } from '../memory/memory.ts';
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

type Done = Extract<KnownEvent, { kind: 'topic-done' }>;
type Reviewed = Extract<KnownEvent, { kind: 'topic-reviewed' }>;
type CardReviewed = Extract<KnownEvent, { kind: 'card-reviewed' }>;

/** What marks and reviews do to the memories of all topics; it knows how full each day is. */
export class Recollection {
  readonly #topics: ReadonlyMap<string, Remembered>;
  readonly #calendar = new DueCalendar();

  constructor(topics: ReadonlyMap<string, Remembered>) {
    this.#topics = topics;
    for (const topic of topics.values()) this.#enter(topic);
  }

  forget(topic: Remembered): void {
    this.#leave(topic);
    topic.memory = undefined;
    topic.cards = [];
  }

  done(topic: Remembered, { how, grade }: Done, day: Day): void {
    this.#change(topic, (calendar) => {
      const learntAnew = topic.memory && topic.memory.lapses > 0;
      if (topic.memory && !learntAnew) return topic.memory;
      const begun = firstGrade(how, grade);
      if (!begun) return topic.memory ?? knownBefore(day, calendar);
      return topic.memory
        ? afterReview(topic.memory, begun, day, calendar)
        : learnt(begun, day, calendar);
    });
  }

  reviewed(topic: Remembered, { grade }: Reviewed, day: Day): void {
    this.#change(topic, (calendar) =>
      topic.memory ? afterReview(topic.memory, grade, day, calendar) : learnt(grade, day, calendar),
    );
  }

  cardReviewed(topic: Remembered, { question, grade }: CardReviewed, day: Day): void {
    const before = keptCard(topic, question);
    this.#leave(topic);
    const kept = before
      ? afterReview(before, grade, day, this.#calendar)
      : learnt(grade, day, this.#calendar);
    const others = topic.cards.filter((card) => card.question !== question);
    topic.cards = [...others, { question, kept }];
    this.#enter(topic);
  }

  /** What was practised with it; only what is remembered can be practised. */
  practised(credit: Credit, ids: readonly string[], day: Day): void {
    for (const topic of this.#known(ids)) {
      this.#change(
        topic,
        (calendar) => topic.memory && afterCredit(topic.memory, credit, day, calendar),
      );
    }
  }

  hurry(ids: readonly string[], day: Day): void {
    for (const topic of this.#known(ids)) {
      this.#change(topic, () => topic.memory && hurried(topic.memory, day));
    }
  }

  #known(ids: readonly string[]): Remembered[] {
    return ids.flatMap((id) => this.#topics.get(id) ?? []);
  }

  #change(topic: Remembered, change: (calendar: DueCalendar) => KeptMemory | undefined): void {
    if (topic.memory) this.#calendar.remove(topic.memory.due);
    topic.memory = change(this.#calendar);
    if (topic.memory) this.#calendar.add(topic.memory.due);
  }

  #enter({ memory, cards }: Remembered): void {
    if (memory) this.#calendar.add(memory.due);
    for (const { kept } of cards) this.#calendar.add(kept.due);
  }

  #leave({ memory, cards }: Remembered): void {
    if (memory) this.#calendar.remove(memory.due);
    for (const { kept } of cards) this.#calendar.remove(kept.due);
  }
}

/** A card that was never reviewed is remembered like its topic on the day that was learnt. */
export function keptCard({ memory, cards }: Remembered, question: string): KeptMemory | undefined {
  const card = cards.find((other) => other.question === question);
  if (card || !memory) return card?.kept;
  return { ...memory, due: memory.firstDue, reviews: 0, lapses: 0 };
}

/** Without a grade: what the tutor saw was learnt well, what it was told was known before. */
function firstGrade(how: DoneHow, grade: Grade | undefined): Grade | undefined {
  if (grade) return grade;
  return how === 'marked' || how === 'tested-out' ? undefined : 'good';
}
