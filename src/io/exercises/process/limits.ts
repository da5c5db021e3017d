import type { Ended, StopReason } from '../../../core/exercises/verdict.ts';
import { describeMissing, type Environment, howToGet } from '../../programs/programs.ts';

/** What every process that we start for an exercise is given, and may use at most. */
export interface Limits {
  readonly env: Environment;
  /** The folder with checkkit.py. */
  readonly kit: string;
  readonly limitMs: number;
  /** For each process, and for all of them together. Linux only. */
  readonly memoryBytes?: number;
  /** For stdout, and for what is kept of stderr. */
  readonly outputBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

/** How long a check may take, unless the exercise says otherwise. */
export const usualLimitS = 10;

const mebibyte = 1024 * 1024;
export const usualMemoryBytes = 1024 * mebibyte;
export const usualOutputBytes = mebibyte / 4;
export const mostProcesses = 128;

/** Says to the learner why a run was stopped. */
export function explain(ended: Ended, { limitMs, memoryBytes = usualMemoryBytes }: Limits): Ended {
  if (ended.kind !== 'stopped') return ended;
  const details: Record<StopReason, string> = {
    'timed-out': `It was stopped after ${limitMs / 1000} s. Is there a loop without an end?`,
    flooded: 'It was stopped because it printed too much. Is there a loop without an end?',
    'out-of-memory': `It was stopped because it needed more than ${Math.round(memoryBytes / mebibyte)} MiB of memory.`,
    'too-many-processes': `It was stopped because it started more than ${mostProcesses} processes.`,
    'missing-program': describeMissing([{ name: 'python3', how: howToGet('python3') }]),
    cancelled: 'You stopped it.',
  };
  return { ...ended, detail: details[ended.reason] };
}
