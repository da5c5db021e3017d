import { addDays, type Day } from '../time/day.ts';
import type { TimedEvent } from './timed-event.ts';

export interface Streak {
  /** The days of study in a row up to today. */
  readonly days: number;
  /** All days of study there ever were. */
  readonly all: number;
}

/** Of so many days in a row one may be free. */
export const freeDayIn = 7;

/**
 * Days on which something was learnt or reviewed: an answer, a check, a review, a topic done by more
 * than the learner's word. A row of them goes on over one free day in any seven, which is not counted;
 * and today is never missed before it is over.
 */
export function streakOf(timed: readonly TimedEvent[], today: Day): Streak {
  const studied = new Set(timed.filter(isStudy).map(({ day }) => day));
  let days = 0;
  let free: Day | undefined;
  for (let day = studied.has(today) ? today : addDays(today, -1); ; day = addDays(day, -1)) {
    if (studied.has(day)) days++;
    else if (free !== undefined && free - day < freeDayIn) break;
    else free = day;
  }
  return { days, all: studied.size };
}

function isStudy({ event }: TimedEvent): boolean {
  switch (event.kind) {
    case 'question-answered':
    case 'exercise-checked':
    case 'topic-reviewed':
    case 'card-reviewed':
      return true;
    case 'topic-done':
      return event.how !== 'marked';
    default:
      return false;
  }
}
