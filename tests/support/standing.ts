import type { Curriculum } from '../../src/core/curriculum/curriculum.ts';
import type { AnswerResult, Fact, KnownEvent } from '../../src/core/journal/event.ts';
import { foldProgress } from '../../src/core/progress/progress.ts';
import { type Standing, stand } from '../../src/core/progress/standing.ts';
import { formatInstant, type Instant, parseInstant } from '../../src/core/time/instant.ts';
import { eventOf } from './journal.ts';

/** @throws Error for what is no moment: a test with a wrong date tests nothing. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(`${text} is no moment.`);
  return parsed;
}

/** What happened, and when: a minute after the one before unless it says so. */
export type Happening = Fact & { readonly at?: string };

/** The events of one device, in their order. */
export function eventsOf(
  happenings: readonly Happening[],
  stamp: Partial<KnownEvent> = {},
): KnownEvent[] {
  return happenings.map((fact, i) => eventOf(fact, { seq: i + 1, ...stamp } as typeof stamp));
}

/** Where a learner stands to whom these things happened. */
export function standingOf(curriculum: Curriculum, happenings: readonly Happening[]): Standing {
  const events = eventsOf(happenings, { curriculum: curriculum.id });
  return stand(curriculum, foldProgress(events, curriculum.id));
}

export const started = (topic: string): Happening => ({ kind: 'topic-started', topic });
export const marked = (topic: string): Happening => ({ kind: 'topic-done', topic, how: 'marked' });
export const skipped = (topic: string): Happening => ({ kind: 'topic-skipped', topic });
export const reopened = (topic: string): Happening => ({ kind: 'topic-reopened', topic });
export const mastered = (topic: string, grade?: 'hard' | 'good'): Happening => ({
  ...{ kind: 'topic-done', topic, how: 'mastered' },
  ...(grade && { grade }),
});

/** An answer to a question of a topic. */
export const answered = (topic: string, result: AnswerResult, seconds = 60): Happening => ({
  ...{ kind: 'question-answered', topic, question: 'q', attempt: 1 },
  ...{ result, hint: false, seconds },
});

type TopicReviewed = Extract<Fact, { kind: 'topic-reviewed' }>;

/** A review, and what it did to other topics. */
export const reviewed = (
  topic: string,
  grade: TopicReviewed['grade'],
  more: Partial<Pick<TopicReviewed, 'credits' | 'recheck'>> = {},
): Happening => ({
  ...{ kind: 'topic-reviewed', topic, grade, recall: 0.9, credits: [], recheck: [] },
  ...{ algorithm: 'test', ...more },
});

export const cardReviewed = (
  topic: string,
  question: string,
  grade: TopicReviewed['grade'],
): Happening => ({
  ...{ kind: 'card-reviewed', topic, question, grade, recall: 0.9, algorithm: 'test' },
});

/** So many days after another moment. */
export function daysAfter(at: string, days: number): string {
  const { ms, offsetMinutes } = instant(at);
  return formatInstant({ ms: ms + days * 86_400_000, offsetMinutes });
}
