import type { StopReason } from '../../../core/exercises/verdict.ts';
import { onLinux } from '../../platform.ts';
import { type Limits, mostProcesses, usualMemoryBytes } from './limits.ts';
import { descendants, type Living, readProcess } from './table.ts';

/** Calls `stop` when a limit is passed. @returns what ends the watch. */
export function watchLimits(
  pid: number | undefined,
  { limitMs, memoryBytes = usualMemoryBytes, signal }: Limits,
  stop: (reason: StopReason) => void,
): () => void {
  const cancel = () => stop('cancelled');
  signal?.addEventListener('abort', cancel, { once: true });
  const clock = setTimeout(stop, limitMs, 'timed-out');
  const look = () => {
    const family = pid === undefined ? [] : descendants(pid);
    if (family.length > mostProcesses) stop('too-many-processes');
    else if (usesMore(family, memoryBytes)) stop('out-of-memory');
  };
  const watcher = onLinux ? setInterval(look, 100) : undefined;
  return () => {
    signal?.removeEventListener('abort', cancel);
    clearTimeout(clock);
    clearInterval(watcher);
  };
}

/** What is shared between processes is counted once, which costs time: only when it may matter. */
function usesMore(family: readonly Living[], bytes: number): boolean {
  if (family.reduce((sum, { residentBytes }) => sum + residentBytes, 0) <= bytes) return false;
  const proportional = family.map(({ pid }) => {
    return Number(/^Pss:\s*(\d+)/m.exec(readProcess(pid, 'smaps_rollup'))?.[1] ?? 0) * 1024;
  });
  return proportional.reduce((sum, part) => sum + part, 0) > bytes;
}
