import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { environment, executable, node } from './program.ts';

export const key = {
  enter: '\r',
  up: '\x1b[A',
  down: '\x1b[B',
  space: ' ',
  ctrlC: '\x03',
  ctrlD: '\x04',
} as const;

export interface Screen {
  /** What a person sees now, without trailing space. */
  text(): string;
  /** Everything since the start, also what has scrolled away. */
  history(): string;
  /** The bytes as the program wrote them, so far as the screen shows them. */
  raw(): string;
  type(keys: string): void;
  resize(columns: number, rows: number): void;
  /** Sends the program, or what stands before it, a signal. */
  kill(signal: string): void;
  /** Takes the terminal itself away, as when its window is closed. */
  hangUp(): void;
  /** Waits until the screen shows it. Fails with the screen when it does not. */
  waitFor(wanted: string | RegExp, where?: 'text' | 'history'): Promise<void>;
  /** Waits until something is so. Fails with its name and the screen when it is not. */
  waitUntil(condition: () => boolean, name?: string): Promise<void>;
  /** Waits for the end. @returns the exit code. */
  exit(): Promise<number>;
}

/** For what never comes: a machine may be slow. */
const patienceMs = 60_000;

export interface ScreenOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the program in a real pseudo-terminal, and reads the screen that a person would see. */
export function openScreen(
  home: string,
  args: readonly string[],
  options: ScreenOptions = {},
): Screen {
  return openTerminal([node, executable, ...args], home, options);
}

/** Runs any command in the same way. */
export function openTerminal(
  [command = '', ...args]: readonly string[],
  home: string,
  { columns = 80, rows = 24, env = {} }: ScreenOptions = {},
): Screen {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    scrollback: 5000,
    allowProposedApi: true,
  });
  const child = spawn(command, args, {
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    env: environment(home, { TERM: 'xterm-256color', ...env }),
  });
  let raw = '';
  let exitCode: number | undefined;
  child.onData((data) => {
    // The emulator takes its time; what is read of both has to belong together.
    terminal.write(data, () => {
      raw += data;
    });
  });
  child.onExit((status) => {
    exitCode = status.signal ? 128 + status.signal : status.exitCode;
  });
  onTestFinished(() => {
    if (exitCode === undefined) child.kill('SIGKILL');
    terminal.dispose();
  });

  const lines = (from: number): string => {
    const buffer = terminal.buffer.active;
    const all: string[] = [];
    for (let row = from; row < buffer.length; row++) {
      all.push(buffer.getLine(row)?.translateToString(true) ?? '');
    }
    return all.join('\n').trimEnd();
  };
  const ended = () => (exitCode === undefined ? '' : ` (it ended with ${exitCode})`);
  const screen = {
    text: () => lines(terminal.buffer.active.baseY),
    history: () => lines(0),
    raw: () => raw,
    type: (keys: string) => child.write(keys),
    kill: (signal: string) => child.kill(signal),
    // Of node-pty, and in none of its types: it closes our end.
    hangUp: () => Reflect.get(child, 'destroy').call(child),
    resize(newColumns: number, newRows: number) {
      child.resize(newColumns, newRows);
      terminal.resize(newColumns, newRows);
    },
    async waitFor(wanted: string | RegExp, where: 'text' | 'history' = 'text') {
      const found = () => {
        const text = screen[where]();
        return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
      };
      await until(
        found,
        () => `The screen does not show ${String(wanted)}${ended()}:\n${screen.text()}`,
      );
    },
    waitUntil: (condition: () => boolean, name = 'what is awaited') =>
      until(condition, () => `The screen does not come to ${name}${ended()}:\n${screen.text()}`),
    async exit() {
      await until(
        () => exitCode !== undefined,
        () => `The program does not end:\n${screen.text()}`,
      );
      // The last bytes may still be on their way to the emulator.
      await new Promise<void>((resolve) => terminal.write('', resolve));
      return exitCode ?? -1;
    },
  };
  return screen;
}

export async function until(
  condition: () => boolean,
  message = () => 'It does not happen.',
): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error(message());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
