import { addDays, type Day } from '../time/day.ts';
import type { DueCalendar } from './due-calendar.ts';
import { firstMemory, type Grade, intervalOf, type Memory, practised, reviewed } from './memory.ts';

/** The memory of a topic or of a card, and when to look at it again. */
export interface KeptMemory {
  /** With what reviews of other topics practised of it. */
  readonly memory: Memory;
  /** As its own reviews alone made it. */
  readonly own: Memory;
  /** How many of its own intervals may pass between its own reviews, whatever was credited. */
  readonly patience: number;
  readonly due: Day;
  /** When it was due for the first time: its cards begin then, too. */
  readonly firstDue: Day;
  /** How many reviews of its own it had. */
  readonly reviews: number;
  /** How many of them failed in a row, up to the last. */
  readonly lapses: number;
}

/** Practice of a topic by a review of another one. */
export interface Credit {
  readonly topic: string;
  /** How much of a review of its own it counts for, 0 to 1. */
  readonly weight: number;
  /** The curriculum's author said so; otherwise it is an assumption about every prerequisite. */
  readonly stated: boolean;
}

/** The guard: the intervals that credit may stretch to, by what its weight is worth. */
const patience = { stated: 3, assumed: 2 };

/** Below this interval a day more or less matters too much to be moved. */
const shortestMovedDays = 4;
const movedBy = 0.1;

/** What was learnt here and now: due when FSRS says so. */
export function learnt(grade: Grade, day: Day, calendar: DueCalendar): KeptMemory {
  const memory = firstMemory(grade, day);
  const due = dueAfter(intervalOf(memory), day, calendar);
  return begin(memory, due);
}

/** When what is known on the learner's word, or from a test, is looked at for the first time. */
const firstLookDays = { from: 7, to: 28 };

/**
 * What was known before it was ever asked: as stable as an easy answer, and spread over three weeks,
 * so that a day of many marks does not become a day of many reviews.
 */
export function knownBefore(day: Day, calendar: DueCalendar): KeptMemory {
  const memory = firstMemory('easy', day);
  const first = addDays(day, firstLookDays.from);
  const due = calendar.emptiest(first, addDays(day, firstLookDays.to), first);
  return begin(memory, due);
}

function begin(memory: Memory, due: Day): KeptMemory {
  const none = { reviews: 0, lapses: 0 };
  return { memory, own: memory, patience: patience.stated, due, firstDue: due, ...none };
}

export function afterReview(
  before: KeptMemory,
  grade: Grade,
  day: Day,
  calendar: DueCalendar,
): KeptMemory {
  const memory = reviewed(before.memory, grade, day);
  const own = reviewed(before.own, grade, day);
  const interval = Math.min(intervalOf(memory), before.patience * intervalOf(own));
  return {
    ...before,
    ...{ memory, own, due: dueAfter(interval, day, calendar) },
    ...{ reviews: before.reviews + 1, lapses: grade === 'again' ? before.lapses + 1 : 0 },
  };
}

/** After it was practised by another topic. */
export function afterCredit(
  before: KeptMemory,
  { weight, stated }: Credit,
  day: Day,
  calendar: DueCalendar,
): KeptMemory {
  const memory = practised(before.memory, weight, day);
  const after = { ...before, memory, patience: stated ? patience.stated : patience.assumed };
  const latest = before.own.last + after.patience * intervalOf(before.own);
  const wanted = Math.round(Math.min(memory.last + intervalOf(memory), latest));
  // Credit only ever gives time.
  if (wanted <= before.due) return after;
  return { ...after, due: dueAfter(wanted - day, day, calendar) };
}

/** What leans on a topic that was forgotten is looked at within a week; its memory is not blamed. */
export function hurried(before: KeptMemory, day: Day): KeptMemory {
  const soon = addDays(day, 7);
  return soon < before.due ? { ...before, due: soon } : before;
}

function dueAfter(intervalDays: number, day: Day, calendar: DueCalendar): Day {
  const exact = addDays(day, intervalDays);
  if (intervalDays < shortestMovedDays) return exact;
  const most = Math.floor(intervalDays * movedBy);
  return calendar.emptiest(addDays(exact, -most), addDays(exact, most), exact);
}
