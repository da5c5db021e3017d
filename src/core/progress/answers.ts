import {
  type AnswerResult,
  type JournalEvent,
  type TopicEvent,
  topicsOf,
} from '../journal/event.ts';
import { findUndone, isReversal } from '../journal/history.ts';
import { lapsesToForget } from '../memory/kept-memory.ts';
import type { Rating } from '../questions/question.ts';
import { type Instant, parseInstant } from '../time/instant.ts';
import { type CurrentIds, unchangedIds } from './progress.ts';

export interface GivenAnswer {
  readonly question: string;
  readonly result: AnswerResult;
  readonly hint: boolean;
  readonly rating?: Rating | undefined;
  readonly at: Instant;
}

/** What was said and shown about the questions of a topic, since it was reopened or forgotten. */
export interface Answers {
  /** Oldest first. */
  readonly given: readonly GivenAnswer[];
  /** The questions whose hint was shown and that were not answered since. */
  readonly helped: ReadonlySet<string>;
  /** When the topic was last done or reviewed: later answers belong to the review that is under way. */
  readonly settled: Instant | undefined;
}

/**
 * Folds the events about one topic. What was undone does not count; a review that makes it forgotten
 * clears what was given before.
 * @param events of all curricula, oldest first.
 * @param curriculum the id of the one that the topic is in.
 * @param currentIds what the ids in old events are called now.
 */
export function answersTo(
  topic: string,
  events: readonly JournalEvent[],
  curriculum: string,
  currentIds: CurrentIds = unchangedIds,
): Answers {
  const own = events.filter((event) => event.curriculum === curriculum);
  const undone = findUndone(own);
  const draft = new AnswersDraft();
  for (const event of own) {
    if ('$foreign' in event || undone.has(event.id) || isReversal(event)) continue;
    const at = parseInstant(event.at);
    if (at && topicsOf(event).flatMap(currentIds).includes(topic)) draft.add(event, at);
  }
  return draft;
}

class AnswersDraft implements Answers {
  given: GivenAnswer[] = [];
  helped = new Set<string>();
  settled: Instant | undefined;
  #lapses = 0;

  add(event: TopicEvent, at: Instant): void {
    switch (event.kind) {
      case 'topic-reopened':
      case 'progress-reset':
        this.#clear();
        this.settled = undefined;
        return;
      case 'question-helped':
        this.helped.add(event.question);
        return;
      case 'question-answered': {
        const { question, result, hint, rating } = event;
        this.helped.delete(question);
        this.given.push({ question, result, hint, at, ...(rating && { rating }) });
        return;
      }
      case 'topic-done':
        this.settled = at;
        this.#lapses = 0;
        return;
      case 'topic-reviewed':
        this.settled = at;
        this.#lapses = event.grade === 'again' ? this.#lapses + 1 : 0;
        // It is to be learnt again: what proved it before proves nothing now.
        if (this.#lapses === lapsesToForget) this.#clear();
        return;
      default:
    }
  }

  #clear(): void {
    this.given = [];
    this.helped = new Set();
    this.#lapses = 0;
  }
}
