import type { Topic, TopicContent } from '../core/curriculum/curriculum.ts';
import type { Fact } from '../core/journal/event.ts';
import type { Answers } from '../core/progress/answers.ts';
import type { Standing } from '../core/progress/standing.ts';
import { count } from '../core/text/phrase.ts';
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
  /** What was said about a topic's questions since it was last reopened or forgotten. */
  answers(topic: Topic): Promise<Answers>;
  /** When it returns, the facts are saved. `action` is what they belong to. */
  record(facts: readonly Fact[], action: string): Promise<Standing>;
  /** The exercise of a topic, where it can be done; returns when it passes, or the learner leaves. */
  readonly practise?: (
    topic: Topic,
    content: TopicContent,
    standing: Standing,
    action: string,
  ) => Promise<Standing | Left>;
  /** How long the learner wants to stay. Nothing is cut off by it; it is only said. */
  readonly timeBox?: { readonly minutes: number; readonly until: Instant };
  newAction(): string;
  now(): Instant;
}

/** The learner wants to go, and everything so far is saved. */
export const left = Symbol('left');
export type Left = typeof left;

/** What a learner may do instead of answering. */
export type Move = 'hint' | 'dont-know' | Left;

export const leaveKey = { key: 'q', label: 'leave', value: left } as const;

/** Time to read what was said; and to leave, when the time that was set is over. */
export async function goOn(desk: Desk): Promise<Left | undefined> {
  desk.show(['']);
  const over = timeOver(desk);
  const keys = [leaveKey];
  if (over === undefined) {
    const choices = [{ value: undefined, label: 'Go on' }];
    return desk.ask.choose<undefined, Left>({ message: '', choices, keys });
  }
  const choices = leaveOrGoOn(true);
  const go = await desk.ask.choose<boolean, Left>({ message: over, choices, keys });
  return go === true ? undefined : left;
}

/** What is offered first is what is sensible: to leave once the time is over, before that to go on. */
export function leaveOrGoOn(isOver: boolean): readonly { value: boolean; label: string }[] {
  const on = { value: true, label: 'Go on' };
  const off = { value: false, label: 'Leave it for today' };
  return isOver ? [off, on] : [on, off];
}

/** `Your 25 minutes are over.`, once they are. */
export function timeOver({ timeBox, now }: Desk): string | undefined {
  if (!timeBox || now().ms < timeBox.until.ms) return undefined;
  return `Your ${count(timeBox.minutes, 'minute')} ${timeBox.minutes === 1 ? 'is' : 'are'} over.`;
}
