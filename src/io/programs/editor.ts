import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { printable } from '../../core/text/printable.ts';
import { UserError } from '../../failure.ts';
import { errorCode } from '../files/storage-error.ts';
import { type Environment, findProgram } from './programs.ts';

const howToChoose = 'Set VISUAL or EDITOR to the command of one, or open the files yourself.';

interface Editor {
  /** As the user wrote it: it may hold options. */
  readonly command: string;
  /** It takes over the terminal until it is closed. */
  readonly inTerminal: boolean;
}

/**
 * VS Code when one works in its terminal, otherwise VISUAL or EDITOR.
 * @throws UserError when none of them is set.
 */
export function chooseEditor(env: Environment): Editor {
  if (env['TERM_PROGRAM'] === 'vscode') return { command: 'code -r', inTerminal: false };
  const command = env['VISUAL'] || env['EDITOR'];
  if (!command) throw new UserError('no-editor', 'No editor is chosen.', howToChoose);
  const isWindow = /^(\S*\/)?(code|codium|subl|gedit|kate|xed|zed|idea|pycharm)\b/.test(command);
  return { command, inTerminal: !isWindow };
}

/**
 * Opens files. Returns when a terminal editor is closed, at once for one with a window.
 * @param stop closes a terminal editor, so that it leaves the terminal as it was.
 * @throws UserError when the editor could not be started.
 */
export async function openInEditor(
  { command, inTerminal }: Editor,
  files: readonly string[],
  env: Environment,
  stop: AbortSignal,
): Promise<void> {
  // Nobody waits for one with a window, so nobody would hear that it is not there.
  if (!inTerminal && !isThere(command, env)) throw notStarted(command);
  // The words of EDITOR are the user's own, as they are for git; the files are passed apart from them.
  const child = spawn('sh', ['-c', `${command} "$@"`, 'sh', ...files], {
    stdio: inTerminal ? 'inherit' : 'ignore',
    detached: !inTerminal,
  });
  const end = (): void => {
    child.kill('SIGTERM');
  };
  if (inTerminal) stop.addEventListener('abort', end, { once: true });
  else child.unref();
  try {
    const [status] = (await once(child, inTerminal ? 'close' : 'spawn')) as [number | null];
    if (status === notFound || status === notExecutable) throw notStarted(command);
  } catch (error) {
    // There is no sh, as on Windows without Git.
    throw errorCode(error) === undefined ? error : notStarted(command);
  } finally {
    stop.removeEventListener('abort', end);
  }
}

/** What a shell ends with for a command that it cannot start. */
const notExecutable = 126;
const notFound = 127;

function isThere(command: string, env: Environment): boolean {
  const [program = ''] = command.split(/\s/, 1);
  return program.includes('/') ? existsSync(program) : findProgram(program, env) !== undefined;
}

function notStarted(command: string): UserError {
  const message = `Your editor (${printable(command)}) could not be started.`;
  return new UserError('no-editor', message, howToChoose);
}
