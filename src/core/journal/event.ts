import type { Credit } from '../memory/kept-memory.ts';
import type { Grade } from '../memory/memory.ts';
import type { Rating } from '../questions/question.ts';

/**
 * What the learner did or decided. Events are never changed or deleted; everything else (progress,
 * statistics, undo) is computed from them. The promise to future versions: docs/journal-format.md.
 */

/** The format that this program writes. A higher one is kept and left alone. */
export const journalVersion = 1;

/**
 * `without-exercise`: the questions were answered, the exercise was left out on purpose.
 * `tested-out`: the tutor found it known before it was taught.
 */
export type DoneHow = 'mastered' | 'without-exercise' | 'tested-out' | 'marked';

/** `dont-know` is an honest answer, and never counts for less than a wrong one. */
export type AnswerResult = 'right' | 'wrong' | 'dont-know';

export type ExerciseHelp = 'hint' | 'solution';

export type Fact =
  | { readonly kind: 'topic-started'; readonly topic: string }
  | { readonly kind: 'lesson-read'; readonly topic: string }
  | {
      readonly kind: 'question-answered';
      readonly topic: string;
      readonly question: string;
      /** 1 for the first time that this question was answered. */
      readonly attempt: number;
      readonly result: AnswerResult;
      readonly hint: boolean;
      /** From the question on the screen to the answer. */
      readonly seconds: number;
      /** Only where the learner compared for themselves. */
      readonly rating?: Rating | undefined;
    }
  /** The hint of a question was shown, and the question is not answered yet. */
  | {
      readonly kind: 'question-helped';
      readonly topic: string;
      readonly question: string;
      readonly attempt: number;
    }
  | {
      readonly kind: 'exercise-checked';
      readonly topic: string;
      readonly passed: boolean;
      /** The names of the checks that did not pass. */
      readonly failed: readonly string[];
    }
  /** Help was asked for: it lowers what passing proves. */
  | { readonly kind: 'exercise-helped'; readonly topic: string; readonly help: ExerciseHelp }
  | { readonly kind: 'exercise-left-out'; readonly topic: string }
  | {
      readonly kind: 'topic-done';
      readonly topic: string;
      readonly how: DoneHow;
      /** With what the memory of it begins, and what was practised with it; where it was taught. */
      readonly grade?: Grade | undefined;
      readonly credits?: readonly Credit[] | undefined;
    }
  /** Tried in vain for today; something else comes first. */
  | { readonly kind: 'topic-put-aside'; readonly topic: string }
  | {
      readonly kind: 'topic-reviewed';
      readonly topic: string;
      readonly grade: Grade;
      /** What recall was predicted to be, 0 to 1. */
      readonly recall: number;
      readonly credits: readonly Credit[];
      /** The topics that lean on it, where it was forgotten: they are looked at soon. */
      readonly recheck: readonly string[];
      /** What computed all of this. */
      readonly algorithm: string;
    }
  /** A question that is reviewed on its own. */
  | {
      readonly kind: 'card-reviewed';
      readonly topic: string;
      readonly question: string;
      readonly grade: Grade;
      readonly recall: number;
      readonly algorithm: string;
    }
  | { readonly kind: 'topic-skipped'; readonly topic: string }
  | { readonly kind: 'topic-reopened'; readonly topic: string }
  /** Many topics reopened at once; `scope` is what the learner called them. */
  | {
      readonly kind: 'progress-reset';
      readonly scope: string;
      readonly topics: readonly string[];
    }
  /** Take back, or put back, the events that are named. */
  | { readonly kind: 'undone'; readonly events: readonly string[] }
  | { readonly kind: 'redone'; readonly events: readonly string[] };

export type FactKind = Fact['kind'];

/** What every event carries, whatever it says. */
interface Stamp {
  readonly v: number;
  /** Unique everywhere. */
  readonly id: string;
  /** ISO 8601 with the learner's offset. */
  readonly at: string;
  readonly device: string;
  /** Counts the events of one device: its own order, whatever its clock says. */
  readonly seq: number;
  readonly curriculum: string;
  /** What belongs together: the events of one command, or of one visit to a topic. */
  readonly action: string;
}

export type KnownEvent = Stamp & Fact;

/** An event that is about topics, and not about other events. */
export type TopicEvent = Exclude<KnownEvent, { kind: 'undone' | 'redone' }>;

/** The topics that an event names, by the ids that they had then. */
export function topicsOf(event: TopicEvent): readonly string[] {
  return event.kind === 'progress-reset' ? event.topics : [event.topic];
}

/** Written by a newer program, or by another one: kept, carried along, and not understood. */
type ForeignEvent = Stamp & { readonly kind: string; readonly $foreign: true };

export type JournalEvent = KnownEvent | ForeignEvent;
