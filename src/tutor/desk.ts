import type { Topic, TopicContent } from '../core/curriculum/curriculum.ts';
import type { Fact } from '../core/journal/event.ts';
import type { GivenAnswer } from '../core/progress/answers.ts';
import type { Standing } from '../core/progress/standing.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Ask } from '../terminal/ask.ts';
import type { Theme } from '../terminal/theme.ts';

/** What a conversation works with. It asks, shows and records; it knows neither screen nor disk. */
export interface Desk {
  readonly ask: Ask;
  readonly theme: Theme;
  /** Lines that fit on the screen as it is now. */
  readonly rows: number;
  show(lines: readonly string[]): void;
  /** The answers to a topic's questions since it was last reopened, oldest first. */
  answers(topic: Topic): Promise<readonly GivenAnswer[]>;
  /** When it returns, the facts are saved. `action` is what they belong to. */
  record(facts: readonly Fact[], action: string): Promise<Standing>;
  /** The exercise of a topic, where it can be done; returns when it passes, or the learner leaves. */
  readonly practise?: (
    topic: Topic,
    content: TopicContent,
    standing: Standing,
    action: string,
  ) => Promise<Standing | Left>;
  newAction(): string;
  now(): Instant;
}

/** The learner wants to go, and everything so far is saved. */
export const left = Symbol('left');
export type Left = typeof left;

/** What a learner may do instead of answering. */
export type Move = 'hint' | 'dont-know' | Left;

export const leaveKey = { key: 'q', label: 'leave', value: left } as const;
