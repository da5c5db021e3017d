import { unreachable } from '../../failure.ts';
import {
  type DoneHow,
  type ExerciseHelp,
  type JournalEvent,
  type KnownEvent,
  type TopicEvent,
  topicsOf,
} from '../journal/event.ts';
import { findUndone, isReversal } from '../journal/history.ts';
import { isAfter, moveTo, type Position, startPosition } from '../journal/position.ts';
import type { KeptMemory } from '../memory/kept-memory.ts';
import { type Day, dayOf } from '../time/day.ts';
import { type Instant, parseInstant } from '../time/instant.ts';
import { type CardMemory, Recollection } from './recollection.ts';

/**
 * What is known about a learner and one curriculum: a pure fold of the events, small enough to be
 * kept as a snapshot. Single answers are not in it: `answersTo` reads them from the events.
 */
export interface Progress {
  /** By topic id. Topics nobody touched are not in it; ids the curriculum does not know may be. */
  readonly topics: ReadonlyMap<string, TopicProgress>;
  /** How many events of this curriculum there are, taken back or not. */
  readonly events: number;
  /** Events that are taken back although they have not arrived yet: another device's are still to come. */
  readonly awaited: readonly string[];
  /** The last day with reviews, and how many there were. */
  readonly reviews: { readonly day: Day; readonly count: number } | undefined;
  /** Where in the journal it stands: what comes later can be added without folding anew. */
  readonly position: Position;
}

export interface TopicProgress {
  readonly mark: Mark | undefined;
  readonly started: Instant | undefined;
  readonly lessonRead: Instant | undefined;
  /** The last time that anything happened to it. */
  readonly touched: Instant;
  /** Since it was last reopened. */
  readonly answers: { readonly given: number; readonly right: number };
  readonly exercise: ExerciseProgress;
  /** When it was put aside, until something happens to it again. */
  readonly aside: Instant | undefined;
  /** From the day it was done: how well it is remembered, and when to look at it again. */
  readonly memory: KeptMemory | undefined;
  readonly cards: readonly CardMemory[];
}

/** How far the learner is with the exercise of a topic, since it was last reopened. */
export interface ExerciseProgress {
  readonly state: 'open' | 'passed' | 'left-out';
  /** How many hints were shown before it passed. */
  readonly hints: number;
  /** The solution was shown before it passed. */
  readonly solution: boolean;
}

export const openExercise: ExerciseProgress = { state: 'open', hints: 0, solution: false };

/** What takes a topic out of the way. */
type Mark =
  | { readonly kind: 'done'; readonly how: DoneHow; readonly at: Instant }
  | { readonly kind: 'skipped'; readonly at: Instant };

/**
 * The ids that a topic has now: its own, the one it was renamed to, or those it was split into.
 * What happened to the old topic counts for all of them.
 */
export type CurrentIds = (topic: string) => readonly string[];

export const unchangedIds: CurrentIds = (topic) => [topic];

/** @param events all of them, in merged order. Linear in their number. */
export function foldProgress(
  events: readonly JournalEvent[],
  curriculum: string,
  currentIds: CurrentIds = unchangedIds,
): Progress {
  const undone = findUndone(events.filter((event) => event.curriculum === curriculum));
  const arrived = new Set(undone.size > 0 ? events.map(({ id }) => id) : []);
  const awaited = [...undone].filter((id) => !arrived.has(id));
  const draft: Draft = {
    ...{ topics: new Map(), events: 0, awaited, reviews: undefined },
    position: startPosition,
  };
  return add(draft, events, curriculum, currentIds, undone);
}

/**
 * The same progress as if the later events had been folded with the others, or `undefined` when that
 * cannot be had without folding anew: an event comes before the position, or takes others back.
 */
export function advance(
  progress: Progress,
  later: readonly JournalEvent[],
  curriculum: string,
  currentIds: CurrentIds = unchangedIds,
): Progress | undefined {
  let position = progress.position;
  for (const event of later) {
    if (event.curriculum === curriculum && isReversal(event)) return undefined;
    if (!isAfter(event, position) || progress.awaited.includes(event.id)) return undefined;
    position = moveTo(position, event);
  }
  const topics = new Map([...progress.topics].map(([id, topic]) => [id, { ...topic }]));
  return add({ ...progress, topics }, later, curriculum, currentIds, new Set());
}

/** Progress while the fold is at work: the only time that it changes. */
interface Draft {
  readonly topics: Map<string, TopicDraft>;
  events: number;
  readonly awaited: readonly string[];
  reviews: Progress['reviews'];
  position: Position;
}

type TopicDraft = { -readonly [Field in keyof TopicProgress]: TopicProgress[Field] };

function add(
  draft: Draft,
  events: readonly JournalEvent[],
  curriculum: string,
  currentIds: CurrentIds,
  undone: ReadonlySet<string>,
): Progress {
  const recollection = new Recollection(draft.topics);
  for (const event of events) {
    draft.position = moveTo(draft.position, event);
    if (event.curriculum !== curriculum) continue;
    draft.events++;
    if ('$foreign' in event || undone.has(event.id)) continue;
    apply(event, draft, currentIds, recollection);
  }
  return draft;
}

function apply(
  event: KnownEvent,
  draft: Draft,
  currentIds: CurrentIds,
  recollection: Recollection,
): void {
  const at = parseInstant(event.at);
  if (!at || isReversal(event)) return;
  const day = dayOf(at);
  for (const id of new Set(topicsOf(event).flatMap(currentIds))) {
    const topic = draft.topics.get(id) ?? untouched(at);
    topic.touched = at;
    topic.aside = undefined;
    draft.topics.set(id, topic);
    applyTo(topic, event, at);
    remember(topic, event, day, recollection);
  }
  if (event.kind === 'topic-reviewed' || event.kind === 'card-reviewed') {
    const before = draft.reviews?.day === day ? draft.reviews.count : 0;
    draft.reviews = { day, count: before + 1 };
  }
  if ('credits' in event) {
    for (const credit of event.credits ?? []) {
      recollection.practised(credit, currentIds(credit.topic), day);
    }
  }
  if ('recheck' in event) recollection.hurry(event.recheck.flatMap(currentIds), day);
}

/** What happens to the memory of the topic itself. */
function remember(
  topic: TopicDraft,
  event: TopicEvent,
  day: Day,
  recollection: Recollection,
): void {
  if (event.kind === 'topic-done') recollection.done(topic, event, day);
  else if (event.kind === 'topic-reviewed') recollection.reviewed(topic, event, day);
  else if (event.kind === 'card-reviewed') recollection.cardReviewed(topic, event, day);
  else if (isForgetting(event)) recollection.forget(topic);
}

/** What was reopened begins anew, and what is skipped need not be remembered. */
export function isForgetting({ kind }: TopicEvent): boolean {
  return kind === 'topic-reopened' || kind === 'progress-reset' || kind === 'topic-skipped';
}

function applyTo(topic: TopicDraft, event: TopicEvent, at: Instant): void {
  switch (event.kind) {
    case 'topic-started':
      topic.started ??= at;
      return;
    case 'lesson-read':
      topic.lessonRead = at;
      return;
    case 'question-answered': {
      const { given, right } = topic.answers;
      const isRight = event.result === 'right';
      topic.answers = { given: given + 1, right: right + (isRight ? 1 : 0) };
      return;
    }
    case 'exercise-checked':
      topic.started ??= at;
      if (event.passed) topic.exercise = { ...topic.exercise, state: 'passed' };
      return;
    case 'exercise-helped':
      topic.started ??= at;
      topic.exercise = helped(topic.exercise, event.help);
      return;
    case 'exercise-left-out':
      if (topic.exercise.state === 'open')
        topic.exercise = { ...topic.exercise, state: 'left-out' };
      return;
    case 'topic-done':
      topic.mark = { kind: 'done', how: event.how, at };
      return;
    case 'topic-skipped':
      topic.mark = { kind: 'skipped', at };
      return;
    case 'topic-put-aside':
      topic.aside = at;
      return;
    case 'topic-reopened':
    case 'progress-reset': {
      const { memory, cards } = topic;
      Object.assign(topic, untouched(at), { memory, cards });
      return;
    }
    case 'question-helped':
    case 'topic-reviewed':
    case 'card-reviewed':
      return;
    default:
      unreachable(event);
  }
}

/** Help counts only as long as it helps: afterwards one may look at everything. */
function helped(exercise: ExerciseProgress, help: ExerciseHelp): ExerciseProgress {
  if (exercise.state === 'passed') return exercise;
  if (help === 'solution') return { ...exercise, solution: true };
  return { ...exercise, hints: exercise.hints + 1 };
}

function untouched(at: Instant): TopicDraft {
  return {
    ...{ mark: undefined, started: undefined, lessonRead: undefined, touched: at },
    answers: { given: 0, right: 0 },
    ...{ exercise: openExercise, aside: undefined, memory: undefined, cards: [] },
  };
}
