/** Lines that belong together, and are not parted by the end of a column. */
export type Block<T> = readonly T[];
export type Column<T> = readonly Block<T>[];

/** So much of a line is left free between two blocks. */
export const gap = 0.6;

/** How many lines a column takes, with its gaps. */
export function heightOf(column: Column<unknown>): number {
  const lines = column.reduce((sum, block) => sum + block.length, 0);
  return lines + gap * Math.max(0, column.length - 1);
}

/**
 * The blocks in their order in the columns that waste the least room; of equals in the fewest.
 * @param limits how many lines a column may have when there is one of them, when there are two …
 * @returns `undefined` when they do not fit.
 */
export function intoColumns<T>(
  blocks: readonly Block<T>[],
  limits: readonly number[],
): readonly Column<T>[] | undefined {
  const all = limits.flatMap((limit, i) => {
    const columns = lowest(blocks, i + 1, limit);
    if (!columns) return [];
    return [{ columns, room: columns.length * Math.max(0, ...columns.map(heightOf)) }];
  });
  return all.sort((a, b) => a.room - b.room)[0]?.columns;
}

/** In at most so many columns, none of them higher than need be. */
function lowest<T>(
  blocks: readonly Block<T>[],
  most: number,
  limit: number,
): readonly Column<T>[] | undefined {
  // Said at once of what is far too much.
  if (blocks.reduce((sum, block) => sum + block.length, 0) > most * limit) return undefined;
  const heights = Array.from({ length: Math.floor(limit) }, (_, i) => i + 1);
  return heights
    .map((height) => fill(blocks, height))
    .find((columns) => {
      return columns.length <= most && columns.every((column) => heightOf(column) <= limit);
    });
}

function fill<T>(blocks: readonly Block<T>[], height: number): Column<T>[] {
  const columns: Block<T>[][] = [];
  for (const block of blocks) {
    const last = columns.at(-1);
    if (last && heightOf([...last, block]) <= height) last.push(block);
    else columns.push([block]);
  }
  return columns;
}
