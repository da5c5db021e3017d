import { dirname } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { runProgram } from './commands/program.ts';
import { printable } from './core/text/printable.ts';
import { type Instant, parseInstant } from './core/time/instant.ts';
import { type ExitCode, UserError } from './failure.ts';
import { openStdout } from './stdout.ts';
import { listenForTheEnd } from './stop.ts';
import type { Output, World } from './world.ts';

/** Runs this process's command line. @returns its exit code; nobody but `bin` sets it. */
export async function runProcess(): Promise<ExitCode> {
  const world = lookAround();
  try {
    const exit = await runProgram(world);
    world.stop.throwIfAborted();
    return exit;
  } catch (error) {
    // What is thrown after that follows from it.
    return explain(world.stop.aborted ? world.stop.reason : error, world);
  }
}

function lookAround(): World {
  const { argv, env, pid } = process;
  const programFolder = dirname(import.meta.dirname);
  const fixed = env['MLOPS_PATH_NOW'];
  const { watch, fail, ...end } = listenForTheEnd(process, (reason) => {
    void explain(reason, world).then((exit) => process.exit(exit));
  });
  let stdout: Output | undefined;
  const world: World = {
    ...{ argv: argv.slice(2), env, cwd: process.cwd(), pid },
    get stdin() {
      return watch(process.stdin);
    },
    get stdout() {
      stdout ??= openStdout(() => watch(process.stdout), fail);
      return stdout;
    },
    get stderr() {
      return watch(process.stderr);
    },
    ...{ programFolder, version: manifest.version, nodeVersion: process.version },
    now: () => (fixed ? fixedInstant(fixed) : systemInstant()),
    ...end,
    newId,
  };
  return world;
}

/**
 * 12 random bytes. Node seeds each process's generator with 64 bits of the system's own, so that among
 * a million processes of one learner two begin alike with a chance of about 3 in 10⁸. `node:crypto`
 * would be no safer in use, and takes a fifteenth of a bare start to load.
 */
function newId(): string {
  const bytes = Buffer.alloc(12);
  for (const at of [0, 6]) bytes.writeUIntBE(Math.floor(Math.random() * 2 ** 48), at, 6);
  return bytes.toString('base64url');
}

function systemInstant(): Instant {
  const now = new Date();
  return { ms: now.getTime(), offsetMinutes: -now.getTimezoneOffset() };
}

function fixedInstant(text: string): Instant {
  const instant = parseInstant(text);
  if (instant) return instant;
  const hint = 'Write it like 2026-11-23T10:15:00+01:00, or unset it.';
  throw new UserError(
    'bad-clock',
    `MLOPS_PATH_NOW is "${printable(text)}", which is no time.`,
    hint,
  );
}

/** What goes wrong is rare: the words for it are loaded when it has. */
async function explain(error: unknown, world: World): Promise<ExitCode> {
  const explanation = await import('./explanation.ts');
  return explanation.explain(error, world);
}
