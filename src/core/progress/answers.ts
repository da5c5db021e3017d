import type { AnswerResult, JournalEvent } from '../journal/event.ts';
import { findUndone } from '../journal/history.ts';
import { type Instant, parseInstant } from '../time/instant.ts';
import { type CurrentIds, unchangedIds } from './progress.ts';

export interface GivenAnswer {
  readonly question: string;
  readonly result: AnswerResult;
  readonly hint: boolean;
  readonly at: Instant;
}

/** The answers to a topic's questions since it was last reopened, oldest first. */
export function answersTo(
  topic: string,
  events: readonly JournalEvent[],
  curriculum: string,
  currentIds: CurrentIds = unchangedIds,
): GivenAnswer[] {
  const own = events.filter((event) => event.curriculum === curriculum);
  const undone = findUndone(own);
  let answers: GivenAnswer[] = [];
  for (const event of own) {
    if ('$foreign' in event || undone.has(event.id)) continue;
    if (event.kind === 'progress-reset') {
      if (event.topics.flatMap(currentIds).includes(topic)) answers = [];
    } else if (event.kind === 'topic-reopened') {
      if (currentIds(event.topic).includes(topic)) answers = [];
    } else if (event.kind === 'question-answered' && currentIds(event.topic).includes(topic)) {
      const { question, result, hint } = event;
      const at = parseInstant(event.at);
      if (at) answers.push({ question, result, hint, at });
    }
  }
  return answers;
}
