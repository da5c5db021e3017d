import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Environment } from './programs.ts';

export interface Editor {
  /** As the user wrote it: it may hold options. */
  readonly command: string;
  /** It takes over the terminal until it is closed. */
  readonly inTerminal: boolean;
}

/** VS Code when one works in its terminal, otherwise VISUAL or EDITOR. */
export function chooseEditor(env: Environment): Editor | undefined {
  if (env['TERM_PROGRAM'] === 'vscode') return { command: 'code -r', inTerminal: false };
  const command = env['VISUAL'] || env['EDITOR'];
  if (!command) return undefined;
  const isWindow = /^(\S*\/)?(code|codium|subl|gedit|kate|xed|zed|idea|pycharm)\b/.test(command);
  return { command, inTerminal: !isWindow };
}

/**
 * Opens files. Returns when a terminal editor is closed, at once for one with a window.
 * @param stop closes a terminal editor, so that it leaves the terminal as it was.
 * @returns false when the editor could not be started.
 */
export async function openInEditor(
  { command, inTerminal }: Editor,
  files: readonly string[],
  stop: AbortSignal,
): Promise<boolean> {
  // The words of EDITOR are the user's own, as they are for git; the files are passed apart from them.
  const child = spawn('sh', ['-c', `${command} "$@"`, 'sh', ...files], {
    stdio: inTerminal ? 'inherit' : 'ignore',
    detached: !inTerminal,
  });
  if (inTerminal) {
    const end = (): void => {
      child.kill('SIGTERM');
    };
    stop.addEventListener('abort', end, { once: true });
    const [status] = (await once(child, 'close')) as [number | null];
    stop.removeEventListener('abort', end);
    return status !== 127;
  }
  child.unref();
  return true;
}
