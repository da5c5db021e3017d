import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ended, StopReason } from '../../../core/exercises/verdict.ts';
import { onWindows } from '../../platform.ts';
import { findProgram } from '../../programs/programs.ts';
import { makeEnvironment } from './environment.ts';
import { endEverything } from './family.ts';
import { collect } from './kept-output.ts';
import { launcher } from './launcher.ts';
import { watchLimits } from './limit-watch.ts';
import { explain, type Limits, usualMemoryBytes, usualOutputBytes } from './limits.ts';

export interface Job extends Limits {
  /** A Python program. */
  readonly script: string;
  readonly cwd: string;
  /** From `withPrivateFolder`: home, temporary files, and the mark by which processes are found. */
  readonly folder: string;
}

export interface Finished {
  readonly ended: Ended;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a Python program within its limits, and ends everything that it started. Nothing of the user's
 * environment but PATH reaches it. Never throws for what the program does.
 */
export async function runContained(job: Job): Promise<Finished> {
  const python = findProgram('python3', job.env);
  if (python === undefined || job.signal?.aborted) {
    const reason = python === undefined ? 'missing-program' : 'cancelled';
    return { ended: explain(stopped(reason), job), stdout: '', stderr: '' };
  }
  const child = launch(python, job);
  const closed = once(child, 'close').catch(() => {});
  const { ended, stdout, stderr } = await follow(child, job);
  await endEverything(child, job.folder, ended.kind === 'stopped');
  await Promise.race([closed, sleep(1000, undefined, { ref: false })]);
  child.stdout.destroy();
  child.stderr.destroy();
  child.stdin.destroy();
  return { ended: explain(ended, job), stdout: stdout(), stderr: stderr() };
}

function launch(python: string, job: Job): ChildProcessWithoutNullStreams {
  const memory = String(job.memoryBytes ?? usualMemoryBytes);
  const child = spawn(python, ['-I', '-S', '-c', launcher, memory, job.script], {
    cwd: job.cwd,
    env: makeEnvironment(job.folder, job),
    stdio: 'pipe',
    detached: !onWindows,
    windowsHide: true,
  });
  child.stdin.on('error', () => {});
  return child;
}

/** Waits until the program ends or passes a limit. What it printed may still grow afterwards. */
async function follow(child: ChildProcessWithoutNullStreams, job: Job) {
  const most = job.outputBytes ?? usualOutputBytes;
  let stdout = () => '';
  let stderr = () => '';
  let clear = () => {};
  const ended = await new Promise<Ended>((done) => {
    const stop = (reason: StopReason) => done(stopped(reason));
    child.once('error', () => stop('missing-program'));
    child.once('exit', (status, signal) =>
      done(signal ? { kind: 'killed', signal } : { kind: 'exited', status: status ?? 1 }),
    );
    stdout = collect(child.stdout, most, most, () => stop('flooded'));
    // A learner may print a lot while searching: it is cut, and only a flood ends the run.
    stderr = collect(child.stderr, most, most * 64, () => stop('flooded'));
    clear = watchLimits(child.pid, job, stop);
  });
  clear();
  return { ended, stdout, stderr };
}

function stopped(reason: StopReason): Ended {
  return { kind: 'stopped', reason, detail: '' };
}
