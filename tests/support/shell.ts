import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { executable, node } from './program.ts';
import { openTerminal, type Screen, type ScreenOptions } from './screen.ts';

/** What a shell would find when the program has given the terminal back. */
export interface Shell extends Screen {
  /** Sends the program itself a signal. */
  signal(name: NodeJS.Signals): void;
  readonly pid: number;
  /** Whether the terminal does what it did before: echo, lines, signals. Known after the end. */
  isRestored(): boolean;
}

/** Notes the settings of the terminal before and after, and the number of the program's process. */
const script = `trap : INT HUP TERM
stty -g >"$0.before"
sh -c 'echo $$ >"$0.pid"; exec "$@"' "$0" "$@"
code=$?
stty -g >"$0.after"
exit $code`;

let count = 0;

/** Runs the program as a shell does: the terminal is still there when it has ended. */
export function openInShell(
  home: string,
  args: readonly string[],
  options: ScreenOptions = {},
): Shell {
  const notes = join(home, `shell-${++count}`);
  const screen = openTerminal(
    ['sh', '-c', script, notes, node, executable, ...args],
    home,
    options,
  );
  const note = (name: string) => readFileSync(`${notes}.${name}`, 'utf8').trim();
  return {
    ...screen,
    get pid() {
      return Number(note('pid'));
    },
    signal: (name) => process.kill(Number(note('pid')), name),
    isRestored: () => existsSync(`${notes}.after`) && note('after') === note('before'),
  };
}

/** Living processes with this text in their environment (Linux). */
export function processesWith(mark: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark);
    } catch {
      return false;
    }
  });
}
