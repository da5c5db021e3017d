import type { Day } from '../time/day.ts';
import type { Memory } from './memory.ts';

/** The memory of a topic or of a card, and when to look at it again. */
export interface KeptMemory {
  /** With what reviews of other topics practised of it. */
  readonly memory: Memory;
  /** As its own reviews alone made it. */
  readonly own: Memory;
  /** How many of its own intervals may pass between its own reviews, whatever was credited. */
  readonly patience: number;
  readonly due: Day;
  /** How many reviews of its own it had. */
  readonly reviews: number;
  /** How many of them failed in a row, up to the last. */
  readonly lapses: number;
}

/** Practice of a topic by a review of another one. */
export interface Credit {
  readonly topic: string;
  /** How much of a review of its own it counts for, 0 to 1. */
  readonly weight: number;
  /** The curriculum's author said so; otherwise it is an assumption about every prerequisite. */
  readonly stated: boolean;
}

/** So many reviews in a row have to fail before something is to be learnt again. */
export const lapsesToForget = 2;
