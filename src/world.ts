import type { Instant } from './core/time/instant.ts';

/** Where text goes: Node's streams are such, and only a terminal has a size. */
export interface Output extends Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'rows'>> {
  write(text: string): unknown;
}

/**
 * Everything outside that the program depends on. It comes in through here and nowhere else, so that
 * a test can give it another clock or another terminal.
 */
export interface World {
  /** Without the executable and the script. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly pid: number;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: Output;
  readonly stderr: NodeJS.WriteStream;
  /** The program's own folder: where `dist` and `curriculum` are. */
  readonly programFolder: string;
  readonly version: string;
  readonly nodeVersion: string;
  now(): Instant;
  /**
   * Aborted when the program has to end: by Ctrl+C, SIGTERM or SIGHUP, or by an error that nobody
   * caught. Its reason is what is thrown then. Whatever waits, waits for this as well.
   */
  readonly stop: AbortSignal;
  /** Runs `work` while another program has the terminal: Ctrl+C is meant for that one. */
  lendTerminal<T>(work: () => Promise<T>): Promise<T>;
  /** 16 letters and digits that nobody else has. */
  newId(): string;
}
