import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../../files/storage-error.ts';
import { onLinux, onWindows } from '../../platform.ts';
import { descendants, marked } from './table.ts';

const graceMs = 500;

export async function endEverything(
  child: ChildProcess,
  folder: string,
  asked: boolean,
): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  if (asked) {
    signalGroup(pid, 'SIGTERM');
    if (isRunning(child)) {
      await Promise.race([once(child, 'exit'), sleep(graceMs, undefined, { ref: false })]);
    }
  }
  if (onLinux) {
    // Stopped at one stroke, so that nothing can fork away; the launcher, stopped too, keeps the orphans.
    signalGroup(pid, 'SIGSTOP');
    await endStragglers(child, folder);
  }
  signalGroup(pid, 'SIGKILL');
}

/** What left the group: found by its ancestry, and by the private folder in its environment. */
async function endStragglers(child: ChildProcess, folder: string): Promise<void> {
  for (let round = 0; round < 100; round++) {
    // Once the launcher has ended, its number may be somebody else's.
    const family = child.pid !== undefined && isRunning(child) ? descendants(child.pid) : [];
    const found = new Set([...family.map(({ pid }) => pid), ...marked(folder)]);
    if (child.pid !== undefined) found.delete(child.pid);
    if (found.size === 0) return;
    for (const one of found) signalOne(one, 'SIGSTOP');
    for (const one of found) signalOne(one, 'SIGKILL');
    await sleep(Math.min(5 + round, 50));
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (onWindows) spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
  else signalOne(-pid, signal);
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It has ended meanwhile; or it has become somebody else, which is not ours to end.
    if (errorCode(error) !== 'ESRCH' && errorCode(error) !== 'EPERM') throw error;
  }
}
