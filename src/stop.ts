import type { EventEmitter } from 'node:events';
import { Cancelled, exitCode } from './failure.ts';
import type { World } from './world.ts';

/** How long what is under way may take to come to its end, before it is left behind. */
const graceMs = 3000;

const signals = {
  SIGINT: exitCode.interrupted,
  SIGTERM: exitCode.terminated,
  SIGHUP: exitCode.hungUp,
} as const;

/**
 * The one place where the program is told to end. A prompt is taken back, a check is ended, a pager is
 * closed by those who wait for them; the terminal is then as it was, and the loop of Node runs empty.
 *
 * @param giveUp ends the process when something does not notice in time.
 * @returns also what is done when a stream fails, which ends the program, too; and `watch`, that a
 * failing one is noticed. Node opens a stream when it is first asked for, and that takes time, so each
 * is watched when it is.
 */
export function listenForTheEnd(
  process: NodeJS.Process,
  giveUp: (reason: unknown) => void,
): Pick<World, 'stop' | 'lendTerminal'> & {
  watch<S extends EventEmitter>(stream: S): S;
  fail(error: NodeJS.ErrnoException): void;
} {
  const stopping = new AbortController();
  let isLent = false;
  const stop = (reason: unknown): void => {
    if (stopping.signal.aborted) return;
    stopping.abort(reason);
    setTimeout(() => giveUp(reason), graceMs).unref();
  };
  for (const [signal, exit] of Object.entries(signals)) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !isLent) stop(new Cancelled(exit));
    });
  }
  process.on('uncaughtException', stop);
  const fail = (error: NodeJS.ErrnoException): void => {
    // `mlops-path roadmap | head` closes the pipe early; that is no error.
    if (error.code === 'EPIPE') process.exit(exitCode.done);
    // The terminal is gone before its SIGHUP has arrived.
    stop(error.code === 'EIO' ? new Cancelled(exitCode.hungUp) : error);
  };
  return {
    stop: stopping.signal,
    fail,
    watch(stream) {
      if (!stream.listeners('error').includes(fail)) stream.on('error', fail);
      return stream;
    },
    async lendTerminal(work) {
      isLent = true;
      try {
        return await work();
      } finally {
        isLent = false;
      }
    },
  };
}
