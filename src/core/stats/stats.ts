import type { Topic } from '../curriculum/curriculum.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Standing } from '../progress/standing.ts';
import { forecast } from '../review/forecast.ts';
import { remembered } from '../review/queue.ts';
import { type Day, dayOf } from '../time/day.ts';
import { type Accuracy, accuracyOf } from './accuracy.ts';
import { predictionsOf } from './prediction.ts';
import { type Streak, streakOf } from './streak.ts';
import { timeEvents } from './timed-event.ts';
import { type Totals, totalsOf } from './totals.ts';

/** What a learner did, and how well it is remembered: for looking at, and never for judging. */
export interface Stats {
  /** Nothing happened in these topics, ever. */
  readonly isEmpty: boolean;
  readonly periods: readonly Period[];
  readonly streak: Streak;
  readonly recall: {
    /** How many topics are remembered. */
    readonly topics: number;
    /** The mean of their predicted recall today, 0 to 1; `undefined` when there are none. */
    readonly predicted: number | undefined;
  };
  /** How many topics are due on each of the coming days, today first. */
  readonly forecast: readonly number[];
  readonly accuracy: Accuracy;
}

export interface Period extends Totals {
  /** How many days up to today; infinitely many for all there ever were. */
  readonly days: number;
  /** Done in these days, and still. */
  readonly topics: number;
}

const periodDays = [1, 7, 30, Number.POSITIVE_INFINITY];
const forecastDays = 14;

/**
 * @param events of all curricula, in merged order.
 * @param scope the topics that count; all of the curriculum by default.
 */
export function statsOf(
  standing: Standing,
  events: readonly JournalEvent[],
  today: Day,
  scope: readonly Topic[] = standing.curriculum.topics,
): Stats {
  const ids = new Set(scope.map(({ id }) => id));
  const isIn = ({ topics }: { readonly topics: readonly string[] }) =>
    topics.some((id) => ids.has(id));
  const timed = timeEvents(events, standing.curriculum);
  const own = timed.filter(isIn);
  return {
    isEmpty: own.length === 0,
    periods: periodDays.map((days) => {
      const within = (day: Day): boolean =>
        days === Number.POSITIVE_INFINITY || (day <= today && day > today - days);
      const totals = totalsOf(own.filter(({ day }) => within(day)));
      return { days, ...totals, topics: countDone(standing, scope, within) };
    }),
    streak: streakOf(own, today),
    recall: recallOf(standing, today, ids),
    forecast: forecast(standing, today, forecastDays, ({ id }) => ids.has(id)),
    accuracy: accuracyOf(predictionsOf(timed).filter(isIn)),
  };
}

function countDone(
  standing: Standing,
  scope: readonly Topic[],
  within: (day: Day) => boolean,
): number {
  return scope.filter((topic) => {
    const mark = standing.of(topic)?.mark;
    return mark !== undefined && standing.state(topic) === 'done' && within(dayOf(mark.at));
  }).length;
}

/** Of topics, not of their cards: a topic with many facts would count for several. */
function recallOf(standing: Standing, today: Day, ids: ReadonlySet<string>): Stats['recall'] {
  const recalls = remembered(standing, today)
    .filter(({ topic, card }) => card === undefined && ids.has(topic.id))
    .map(({ recall }) => recall);
  const sum = recalls.reduce((total, recall) => total + recall, 0);
  const topics = recalls.length;
  return { topics, predicted: topics > 0 ? sum / topics : undefined };
}
