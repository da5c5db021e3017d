import { type Block, joinBlocks, paginate, renderBlocks } from '../terminal/markdown.ts';
import { type Desk, type Left, leaveKey, left } from './desk.ts';

/** Rows that the prompt below a page needs. */
const promptRows = 6;

/** Reads a lesson page by page, forwards and back. */
export async function readLesson(desk: Desk, markdown: string): Promise<'read' | Left> {
  // The title stands above the topic already.
  const text = markdown.replace(/^# .*\n+/, '');
  let pages = layOut(desk, text);
  // Where the page begins, counted in blocks: pages change with the size of the terminal, blocks do not.
  let start = 0;
  for (;;) {
    const page = pageAt(pages, start);
    desk.show(['', ...joinBlocks(pages[page] ?? []), '']);
    const isLast = page === pages.length - 1;
    const forward = { value: 1, label: isLast ? 'To the questions' : 'Go on' };
    const back = { value: -1, label: 'Back a page' };
    const step = await desk.ask.choose({
      message: `Page ${page + 1} of ${pages.length}`,
      choices: page === 0 ? [forward] : [forward, back],
      keys: [leaveKey],
    });
    if (step === left) return left;
    if (isLast && step > 0) return 'read';
    const next = startOf(pages, page + step);
    pages = layOut(desk, text);
    start = next;
  }
}

function layOut(desk: Desk, text: string): Block[][] {
  const blocks = renderBlocks(text, desk.theme, desk.theme.margin);
  return paginate(blocks, Math.max(8, desk.rows - promptRows));
}

/** The page that holds the block. */
function pageAt(pages: readonly (readonly Block[])[], block: number): number {
  let first = 0;
  const found = pages.findIndex((page) => {
    first += page.length;
    return block < first;
  });
  return Math.max(0, found);
}

function startOf(pages: readonly (readonly Block[])[], page: number): number {
  return pages.slice(0, page).reduce((sum, { length }) => sum + length, 0);
}
