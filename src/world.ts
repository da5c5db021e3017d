import type { Instant } from './core/time/instant.ts';

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
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The program's own folder: where `dist` and `curriculum` are. */
  readonly programFolder: string;
  readonly version: string;
  readonly nodeVersion: string;
  now(): Instant;
  /** Calls `handler` on Ctrl+C instead of ending the program, until what it returns is called. */
  onInterrupt(handler: () => void): () => void;
  /** 16 letters and digits that nobody else has. */
  newId(): string;
}
