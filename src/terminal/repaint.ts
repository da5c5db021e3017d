import { widthOf } from './layout.ts';

/** What a prompt has painted: `body` down to the line with the cursor, `below` under it. */
export interface Frame {
  readonly body: string;
  readonly below: string;
  /** Of the terminal when it was painted. */
  readonly columns: number;
}

const csi = '\u001b[';
const up = (rows: number): string => (rows > 0 ? `${csi}${rows}A` : '');
const down = (rows: number): string => (rows > 0 ? `${csi}${rows}B` : '');

/**
 * When a terminal gets narrower it wraps what stands there, and a frame becomes higher than it was
 * painted. This erases the surplus from below, so that the rest can be painted over as if nothing had
 * happened. A terminal that does not wrap loses a row of what stood above.
 */
export function eraseSurplus({ body, below, columns }: Frame, now: number): string {
  const painted = rowsOf(body, columns) + rowsOf(below, columns);
  const surplus = rowsOf(body, now) + rowsOf(below, now) - painted;
  if (surplus <= 0) return '';
  const erased = Array.from({ length: surplus }, () => `${csi}2K${up(1)}`).join('');
  return `${down(rowsOf(below, now))}${erased}${up(rowsOf(below, columns))}`;
}

/** Room for the frame below what the shell has written meanwhile. */
export function makeRoom({ body, below, columns }: Frame): string {
  const rows = rowsOf(below, columns);
  return `${'\n'.repeat(rowsOf(body, columns) + rows)}${up(rows)}`;
}

function rowsOf(text: string, columns: number): number {
  if (text === '') return 0;
  const rows = text.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line) / columns)));
  return rows.reduce((sum, row) => sum + row, 0);
}
