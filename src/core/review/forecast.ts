import type { Topic } from '../curriculum/curriculum.ts';
import type { Standing } from '../progress/standing.ts';
import { addDays, type Day } from '../time/day.ts';
import { isDue, remembered } from './queue.ts';

/**
 * How many topics are due on each of the coming days; what is overdue counts for today.
 * @param counts which topics; all of them by default.
 */
export function forecast(
  standing: Standing,
  today: Day,
  days: number,
  counts: (topic: Topic) => boolean = () => true,
): number[] {
  const due = Array.from({ length: days }, () => new Set<string>());
  for (const { topic, kept } of remembered(standing, today)) {
    if (!counts(topic)) continue;
    const day = isDue(kept, today) ? today : kept.due;
    due[day - today]?.add(topic.id);
  }
  return due.map(({ size }) => size);
}

/** The next day on which something is due, after today; `undefined` when nothing is remembered. */
export function nextDueDay(standing: Standing, today: Day): Day | undefined {
  const later = remembered(standing, today).flatMap(({ kept }) =>
    isDue(kept, today) ? [] : [kept.due],
  );
  return later.sort((a, b) => a - b)[0];
}

/** The days of the coming week with something due, nearest first. */
export function comingDue(standing: Standing, today: Day): { day: Day; topics: number }[] {
  return forecast(standing, today, 8).flatMap((topics, i) =>
    i > 0 && topics > 0 ? [{ day: addDays(today, i), topics }] : [],
  );
}
