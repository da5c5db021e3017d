import { joinBlocks, paginate, renderBlocks } from '../terminal/markdown.ts';
import { type Desk, type Left, leaveKey, left } from './desk.ts';

/** Rows that the prompt below a page needs. */
const promptRows = 5;

/** Reads a lesson page by page, forwards and back. */
export async function readLesson(desk: Desk, markdown: string): Promise<'read' | Left> {
  // The title stands above the topic already.
  const text = markdown.replace(/^# .*\n+/, '');
  const blocks = renderBlocks(text, desk.theme, desk.theme.plain ? '' : ' ');
  const pages = paginate(blocks, Math.max(8, desk.rows - promptRows));
  let page = 0;
  while (page < pages.length) {
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
    page += step;
  }
  return 'read';
}
