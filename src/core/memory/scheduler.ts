import { addDays, type Day, toDay } from '../time/day.ts';
import { DueCalendar } from './due-calendar.ts';
import type { Credit, KeptMemory } from './kept-memory.ts';
import {
  firstMemory,
  type Grade,
  intervalOf,
  longestIntervalDays,
  type Memory,
  practised,
  reviewed,
  wantedRecall,
} from './memory.ts';

/** How reviews are spaced. The program knows one way; the benchmarks compare it with others. */
export interface Spacing {
  /** The recall at which something is due, 0 to 1. */
  readonly recall: number;
  /** The guard: the intervals that credit may stretch to, by what its weight is worth. */
  readonly patience: { readonly stated: number; readonly assumed: number };
}

export const usualSpacing: Spacing = {
  recall: wantedRecall,
  patience: { stated: 2.5, assumed: 2 },
};

/** Below this interval a day more or less matters too much to be moved. */
const shortestMovedDays = 4;
const movedBy = 0.1;

/** When what is known on the learner's word, or from a test, is looked at for the first time. */
const firstLookDays = { from: 7, to: 28 };

/** Decides when what is remembered is looked at again; it knows how full each day is. */
export class Scheduler {
  readonly #calendar = new DueCalendar();
  readonly #spacing: Spacing;

  constructor(spacing: Spacing = usualSpacing) {
    this.#spacing = spacing;
  }

  /** Takes a day up: what is scheduled after it makes room for it. */
  enter({ due }: KeptMemory): void {
    this.#calendar.add(due);
  }

  leave({ due }: KeptMemory): void {
    this.#calendar.remove(due);
  }

  /** What was learnt here and now: due when FSRS says so. */
  learnt(grade: Grade, day: Day): KeptMemory {
    const memory = firstMemory(grade, day);
    return this.#begin(memory, this.#dueAfter(this.#intervalOf(memory), day));
  }

  /**
   * What was known before it was ever asked: as stable as an easy answer, and spread over three weeks,
   * so that a day of many marks does not become a day of many reviews.
   */
  knownBefore(day: Day): KeptMemory {
    const first = addDays(day, firstLookDays.from);
    const due = this.#calendar.emptiest(first, addDays(day, firstLookDays.to), first);
    return this.#begin(firstMemory('easy', day), due);
  }

  reviewed(before: KeptMemory, grade: Grade, day: Day): KeptMemory {
    const memory = reviewed(before.memory, grade, day);
    const own = reviewed(before.own, grade, day);
    const interval = Math.min(this.#intervalOf(memory), before.patience * this.#intervalOf(own));
    return {
      ...before,
      ...{ memory, own, due: this.#dueAfter(interval, day) },
      ...{ reviews: before.reviews + 1, lapses: grade === 'again' ? before.lapses + 1 : 0 },
    };
  }

  /** After it was practised by another topic. */
  practised(before: KeptMemory, { weight, stated }: Credit, day: Day): KeptMemory {
    const memory = practised(before.memory, weight, day);
    const { patience } = this.#spacing;
    const after = { ...before, memory, patience: stated ? patience.stated : patience.assumed };
    const latest = before.own.last + after.patience * this.#intervalOf(before.own);
    const wanted = Math.round(Math.min(memory.last + this.#intervalOf(memory), latest));
    // Credit only ever gives time.
    if (wanted <= before.due) return after;
    return { ...after, due: this.#dueAfter(wanted - day, day) };
  }

  /** What leans on a topic that was forgotten is looked at within a week; its memory is not blamed. */
  hurried(before: KeptMemory, day: Day): KeptMemory {
    const soon = addDays(day, 7);
    return soon < before.due ? { ...before, due: soon } : before;
  }

  #begin(memory: Memory, due: Day): KeptMemory {
    const patience = this.#spacing.patience.stated;
    return { memory, own: memory, patience, due, reviews: 0, lapses: 0 };
  }

  #intervalOf(memory: Memory): number {
    return intervalOf(memory, this.#spacing.recall);
  }

  #dueAfter(intervalDays: number, day: Day): Day {
    const exact = addDays(day, intervalDays);
    if (intervalDays < shortestMovedDays) return exact;
    const most = Math.floor(intervalDays * movedBy);
    const last = Math.min(exact + most, day + longestIntervalDays);
    return this.#calendar.emptiest(addDays(exact, -most), toDay(last), exact);
  }
}
