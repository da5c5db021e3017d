import { type SuperMemoItem, supermemo } from 'supermemo';
import { type Curriculum, topicAt } from '../src/core/curriculum/curriculum.ts';
import { creditsOf } from '../src/core/memory/credit.ts';
import type { Grade } from '../src/core/memory/memory.ts';
import type { Spacing } from '../src/core/memory/scheduler.ts';
import { Recollection, type Remembered } from '../src/core/progress/recollection.ts';
import { expectedGain, isDue } from '../src/core/review/queue.ts';
import { type Day, toDay } from '../src/core/time/day.ts';

/** When to review what: it sees the grades, and nothing of what is truly remembered. */
export interface Policy {
  learn(place: number, day: number): void;
  review(place: number, grade: Grade, day: number): void;
  /** The most worthwhile first. */
  due(day: number): readonly number[];
  isDue(place: number, day: number): boolean;
}

/** The program's own memory of topics, with or without credit for what is practised. */
export class OwnPolicy implements Policy {
  readonly #curriculum: Curriculum;
  readonly #topics = new Map<string, Remembered>();
  readonly #recollection: Recollection;
  readonly #givesCredit: boolean;

  constructor(curriculum: Curriculum, spacing: Spacing, givesCredit: boolean) {
    this.#curriculum = curriculum;
    this.#recollection = new Recollection(this.#topics, spacing);
    this.#givesCredit = givesCredit;
  }

  learn(place: number, count: number): void {
    const [topic, day]: [Remembered, Day] = [{ memory: undefined, cards: [] }, toDay(count)];
    this.#topics.set(topicAt(this.#curriculum, place).id, topic);
    this.#recollection.done(topic, { how: 'mastered', grade: 'good' }, day);
    this.#credit(place, 'good', day);
  }

  review(place: number, grade: Grade, count: number): void {
    const topic = this.#remembered(place);
    if (topic) this.#recollection.reviewed(topic, { grade }, toDay(count));
    this.#credit(place, grade, toDay(count));
  }

  due(count: number): readonly number[] {
    const day = toDay(count);
    return [...this.#topics]
      .flatMap(([id, { memory }]) =>
        memory && isDue(memory, day) ? [{ id, gain: expectedGain(memory, day) }] : [],
      )
      .sort((a, b) => b.gain - a.gain)
      .map(({ id }) => this.#curriculum.indexOf.get(id) ?? -1);
  }

  isDue(place: number, count: number): boolean {
    const memory = this.#remembered(place)?.memory;
    return memory !== undefined && isDue(memory, toDay(count));
  }

  #remembered(place: number): Remembered | undefined {
    return this.#topics.get(topicAt(this.#curriculum, place).id);
  }

  #credit(place: number, grade: Grade, day: Day): void {
    if (!this.#givesCredit) return;
    for (const credit of creditsOf(this.#curriculum, place, grade)) {
      this.#recollection.practised(credit, [credit.topic], day);
    }
  }
}

/** SM-2, the old standard: each topic for itself. It knows no recall to aim at, only its ease. */
export class SuperMemoPolicy implements Policy {
  readonly #items = new Map<number, SuperMemoItem & { readonly due: number }>();
  /** Every interval is so many times as long: how Anki lets one ask for more or less recall. */
  readonly #modifier: number;

  constructor(modifier: number) {
    this.#modifier = modifier;
  }

  learn(place: number, day: number): void {
    this.#items.set(place, { interval: 0, repetition: 0, efactor: 2.5, due: day });
    this.review(place, 'good', day);
  }

  review(place: number, grade: Grade, day: number): void {
    const before = this.#items.get(place);
    if (!before) return;
    // Right after some hesitation leaves the ease as it is.
    const after = supermemo(before, grade === 'again' ? 1 : 4);
    const interval = Math.max(1, Math.round(after.interval * this.#modifier));
    this.#items.set(place, { ...after, interval, due: day + interval });
  }

  due(day: number): readonly number[] {
    return [...this.#items.keys()].filter((place) => this.isDue(place, day));
  }

  isDue(place: number, day: number): boolean {
    return (this.#items.get(place)?.due ?? day + 1) <= day;
  }
}
