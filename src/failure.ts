/** The closed set of things that may go wrong and are not our fault. Anything else is a bug. */

export const exitCode = {
  done: 0,
  /** A check, a gate, the content or the learner says no. */
  refused: 1,
  /** The command line is wrong. */
  usage: 2,
  /** Ours. */
  bug: 70,
  /** SIGHUP: the terminal is gone. */
  hungUp: 129,
  /** Ctrl+C. */
  interrupted: 130,
  /** SIGTERM. */
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** What the user can mend. `hint` says how, as a sentence or a command. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly hint: string | undefined;
  readonly exit: ExitCode;

  constructor(code: string, message: string, hint?: string, exit: ExitCode = exitCode.refused) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.exit = exit;
  }
}

/** The user left at a prompt, or the program was told to end. What was answered before is on the disk. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  readonly exit: ExitCode;

  constructor(exit: ExitCode = exitCode.interrupted) {
    super('Cancelled');
    this.exit = exit;
  }
}

/** Closes a switch: adding a case to the union makes the compiler name every place that forgot it. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(value)}`);
}
