import { CurriculumError } from './commands/curriculum-error.ts';
import { printable } from './core/text/printable.ts';
import { Cancelled, type ExitCode, exitCode, UserError } from './failure.ts';
import { lookAtTerminal } from './terminal/facts.ts';
import { wrap } from './terminal/layout.ts';
import { makeTheme } from './terminal/theme.ts';
import type { World } from './world.ts';

/** Says on stderr what went wrong and what to do. @returns the exit code that stands for it. */
export async function explain(error: unknown, world: World): Promise<ExitCode> {
  const theme = await makeTheme(
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
