import { unreachable } from '../../failure.ts';
import type { AnswerResult, DoneHow, JournalEvent, KnownEvent } from '../journal/event.ts';
import { type History, readHistory } from '../journal/history.ts';
import { type Instant, parseInstant } from '../time/instant.ts';

/** What is known about the learner and one curriculum: a pure fold of the events. */
export interface Progress {
  /** By topic id. Topics nobody touched are not in it; ids the curriculum does not know may be. */
  readonly topics: ReadonlyMap<string, TopicProgress>;
  readonly history: History;
}

export interface TopicProgress {
  readonly mark: Mark | undefined;
  readonly started: Instant | undefined;
  readonly lessonRead: Instant | undefined;
  /** The last time that anything happened to it. */
  readonly touched: Instant;
  /** Since it was last reopened, oldest first. */
  readonly answers: readonly GivenAnswer[];
}

/** What takes a topic out of the way. */
export type Mark =
  | { readonly kind: 'done'; readonly how: DoneHow; readonly at: Instant }
  | { readonly kind: 'skipped'; readonly at: Instant };

export interface GivenAnswer {
  readonly question: string;
  readonly result: AnswerResult;
  readonly hint: boolean;
  readonly at: Instant;
}

/** @param events in merged order; those of other curricula are left out. Linear in the events. */
export function foldProgress(events: readonly JournalEvent[], curriculum: string): Progress {
  const own = events.filter((event) => event.curriculum === curriculum);
  const history = readHistory(own);
  const topics = new Map<string, Draft>();
  for (const event of own) {
    if ('foreign' in event || !('topic' in event) || history.undone.has(event.id)) continue;
    const at = parseInstant(event.at);
    if (!at) continue;
    const draft = topics.get(event.topic) ?? untouched(at);
    topics.set(event.topic, event.kind === 'topic-reopened' ? untouched(at) : draft);
    apply(event, draft, at);
    draft.touched = at;
  }
  return { topics, history };
}

/** A topic while the fold is at work: the only time that it changes. */
type Draft = { -readonly [Field in keyof TopicProgress]: TopicProgress[Field] } & {
  answers: GivenAnswer[];
};

type TopicEvent = Extract<KnownEvent, { topic: string }>;

function apply(event: TopicEvent, draft: Draft, at: Instant): void {
  switch (event.kind) {
    case 'topic-started':
      draft.started ??= at;
      return;
    case 'lesson-read':
      draft.lessonRead = at;
      return;
    case 'question-answered': {
      const { question, result, hint } = event;
      draft.answers.push({ question, result, hint, at });
      return;
    }
    case 'topic-done':
      draft.mark = { kind: 'done', how: event.how, at };
      return;
    case 'topic-skipped':
      draft.mark = { kind: 'skipped', at };
      return;
    case 'topic-reopened':
      return;
    default:
      unreachable(event);
  }
}

function untouched(at: Instant): Draft {
  return { mark: undefined, started: undefined, lessonRead: undefined, touched: at, answers: [] };
}
