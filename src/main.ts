import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from './commands/program.ts';
import { CurriculumError } from './commands/session.ts';
import { printable } from './core/text/printable.ts';
import { type Instant, parseInstant } from './core/time/instant.ts';
import { Cancelled, type ExitCode, exitCode, UserError } from './failure.ts';
import { listenForTheEnd } from './stop.ts';
import { lookAtTerminal } from './terminal/facts.ts';
import { wrap } from './terminal/layout.ts';
import { makeTheme } from './terminal/theme.ts';
import type { World } from './world.ts';

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
  const manifest = readFileSync(join(programFolder, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const fixed = env['MLOPS_PATH_NOW'];
  const { watch, ...end } = listenForTheEnd(process, (reason) => {
    void explain(reason, world).then((exit) => process.exit(exit));
  });
  const world: World = {
    ...{ argv: argv.slice(2), env, cwd: process.cwd(), pid },
    get stdin() {
      return watch(process.stdin);
    },
    get stdout() {
      return watch(process.stdout);
    },
    get stderr() {
      return watch(process.stderr);
    },
    ...{ programFolder, version, nodeVersion: process.version },
    now: () => (fixed ? fixedInstant(fixed) : systemInstant()),
    ...end,
    // 12 random bytes: a clash among a billion events has a chance of about one in 10¹¹.
    // Loaded when it is needed: reading verbs make no ids.
    newId: () => process.getBuiltinModule('node:crypto').randomBytes(12).toString('base64url'),
  };
  return world;
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

/** Says on stderr what went wrong and what to do. */
async function explain(error: unknown, world: World): Promise<ExitCode> {
  const theme = makeTheme(
    lookAtTerminal(
      { ...world, stdout: world.stderr },
      { plain: world.argv.includes('--plain') || undefined },
    ),
  );
  const say = (lines: readonly string[]) => world.stderr.write(`${lines.join('\n')}\n`);

  if (error instanceof Cancelled) {
    say(['', 'Stopped. Everything you answered is saved.']);
    return error.exit;
  }
  if (error instanceof UserError) {
    if (error instanceof CurriculumError) {
      const { renderDiagnostics } = await import('./terminal/views/diagnostics.ts');
      say(renderDiagnostics(error.diagnostics, theme));
    }
    const symbol = theme.plain ? 'Error: ' : `${theme.bad(theme.symbols.wrong)} `;
    const hint = error.hint ? wrap(printable(error.hint), theme.width, '  ') : [];
    say([...wrap(printable(error.message), theme.width, '  ', symbol), ...hint]);
    return error.exit;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say([
    `${theme.bad('This is a mistake in mlops-path, not yours.')} Your progress is safe.`,
    'Please report it with the lines below, and what you did:',
    '',
    `mlops-path ${world.version}, Node ${world.nodeVersion}, ${process.platform}`,
    printable(stack).replaceAll(world.programFolder, '…'),
  ]);
  return exitCode.bug;
}
