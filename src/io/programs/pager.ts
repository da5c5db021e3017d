import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { errorCode } from '../files/storage-error.ts';
import type { Environment } from './programs.ts';

/**
 * Shows a text in the reader's own pager.
 * @param stop closes the pager, so that it leaves the terminal as it was.
 * @returns false when there is none: the text is then for the caller to print.
 */
export async function page(text: string, env: Environment, stop: AbortSignal): Promise<boolean> {
  const command = env['PAGER'] || 'less';
  // The words of PAGER are the user's own, as they are for git and man; the text goes through stdin.
  const child = spawn(command, {
    shell: true,
    stdio: ['pipe', 'inherit', 'pipe'],
    env: { LESS: 'FRX', LV: '-c', ...env },
  });
  child.stdin.on('error', (error) => {
    // Leaving the pager before its end closes the pipe.
    if (errorCode(error) !== 'EPIPE') throw error;
  });
  child.stdin.end(text);
  const end = (): void => {
    child.kill('SIGTERM');
  };
  stop.addEventListener('abort', end, { once: true });
  const [status] = (await once(child, 'close')) as [number | null];
  stop.removeEventListener('abort', end);
  return status !== 127;
}
