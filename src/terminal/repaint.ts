import { widthOf } from './layout.ts';

/** What a prompt has painted. The cursor stands in its last line. */
export interface Frame {
  readonly text: string;
  /** Of the terminal when it was painted. */
  readonly columns: number;
}

/**
 * When a terminal gets narrower it wraps what stands there, and a frame becomes higher than it was
 * painted. This erases the surplus from below, so that the rest can be painted over as if nothing had
 * happened. A terminal that does not wrap loses a row of what stood above.
 */
export function eraseSurplus({ text, columns }: Frame, now: number): string {
  const surplus = rowsOf(text, now) - rowsOf(text, columns);
  return '\u001b[2K\u001b[1A'.repeat(Math.max(0, surplus));
}

/** Room for the frame below what the shell has written meanwhile. */
export function makeRoom({ text, columns }: Frame): string {
  return '\n'.repeat(rowsOf(text, columns));
}

/** What a prompt paints last that shall leave nothing behind; Inquirer ends it with a line feed. */
export const emptyLine = ' ';

/** Goes back to the line that `emptyLine` has left, so that the next prompt begins there. */
export const takeBack = '\u001b[1A';

function rowsOf(text: string, columns: number): number {
  const rows = text.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line) / columns)));
  return rows.reduce((sum, row) => sum + row, 0);
}
