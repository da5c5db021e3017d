import { isForgetting } from '../progress/progress.ts';
import type { Day } from '../time/day.ts';
import type { TimedEvent } from './timed-event.ts';

/** A review as a test of what had been predicted. */
export interface Prediction {
  /** The ids that its topic has now. */
  readonly topics: readonly string[];
  /** Predicted, 0 to 1. */
  readonly recall: number;
  readonly passed: boolean;
  /** Since it was last learnt or reviewed; at least one. */
  readonly elapsedDays: number;
  /** Which time it was, of learning it and of all its reviews: 2 for the first review. */
  readonly place: number;
  /** How many of its reviews had failed before. */
  readonly lapses: number;
}

/** What went before in a topic or in a card of it. */
interface Past {
  readonly day: Day;
  readonly place: number;
  readonly lapses: number;
  /** At the last review. */
  readonly passed: boolean;
}

/**
 * The reviews that say something about the predictions, oldest first. One on the day of the last is
 * left out, as in the benchmark of FSRS: nobody forgets within the hour.
 */
export function predictionsOf(timed: readonly TimedEvent[]): Prediction[] {
  const pasts = new Pasts();
  return timed.flatMap(({ event, day, topics }): Prediction[] => {
    if (event.kind === 'topic-done') pasts.learn(topics, day);
    else if (isForgetting(event)) pasts.forget(topics);
    if (event.kind !== 'topic-reviewed' && event.kind !== 'card-reviewed') return [];

    const { recall, grade } = event;
    const passed = grade !== 'again';
    const past = pasts.review(topics, 'question' in event ? event.question : '', day, passed);
    if (!past || day <= past.day) return [];
    const { place, lapses } = past;
    return [{ topics, recall, passed, elapsedDays: day - past.day, place: place + 1, lapses }];
  });
}

class Pasts {
  /** By topic, and in it by card; the topic itself has no name. */
  readonly #topics = new Map<string, Map<string, Past>>();

  learn(topics: readonly string[], day: Day): void {
    for (const topic of topics) {
      const pasts = this.#of(topic);
      const past = pasts.get('');
      if (!past) pasts.set('', { day, place: 1, lapses: 0, passed: true });
      // Once more after it was forgotten; what is done and known is not learnt by saying so again.
      else if (!past.passed) pasts.set('', { ...past, day, passed: true });
    }
  }

  /** @returns what went before it. */
  review(topics: readonly string[], card: string, day: Day, passed: boolean): Past | undefined {
    const before = topics.map((topic) => {
      const pasts = this.#of(topic);
      const learnt = pasts.get('');
      // A card that was never reviewed is remembered like its topic.
      const past = pasts.get(card) ?? (learnt && { ...learnt, place: 1, lapses: 0 });
      const lapses = (past?.lapses ?? 0) + (passed ? 0 : 1);
      pasts.set(card, { day, place: (past?.place ?? 0) + 1, lapses, passed });
      return past;
    });
    return before[0];
  }

  forget(topics: readonly string[]): void {
    for (const topic of topics) this.#topics.delete(topic);
  }

  #of(topic: string): Map<string, Past> {
    const pasts = this.#topics.get(topic) ?? new Map<string, Past>();
    this.#topics.set(topic, pasts);
    return pasts;
  }
}
