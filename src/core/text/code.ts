import { graphemes } from './graphemes.ts';

/**
 * How long a line of code may be: a lesson and a question on a screen of 80 columns have room for so
 * many beside their margins, and break what is longer.
 */
export const codeColumns = 74;

export interface CodeLine {
  /** Counted from 1, in the whole text. */
  readonly line: number;
  readonly text: string;
  /** Characters, with those that indent it in a list. */
  readonly columns: number;
}

const fence = /^(?:\s|>|[-*+]\s|\d+[.)]\s)*(`{3,}|~{3,})(.*)$/;

/** The lines of fenced code in a Markdown text that do not fit into `codeColumns`. */
export function wideCode(markdown: string): CodeLine[] {
  let open: string | undefined;
  return markdown.split(/\r?\n/).flatMap((text, i): CodeLine[] => {
    const [, marks = '', info = ''] = fence.exec(text) ?? [];
    if (open === undefined) {
      // Three ticks that are closed in the same line are code in a sentence.
      if (marks !== '' && !info.includes('`')) open = marks;
      return [];
    }
    if (marks.startsWith(open) && info.trim() === '') {
      open = undefined;
      return [];
    }
    if (text.length <= codeColumns) return [];
    const columns = graphemes(text).length;
    return columns > codeColumns ? [{ line: i + 1, text, columns }] : [];
  });
}
