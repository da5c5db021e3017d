import { Lexer, lexer, type Token, type Tokens } from 'marked';
import { printable } from '../core/text/printable.ts';
import { highlight } from './highlight.ts';
import { padEnd, widthOf, wrap, wrapCode } from './layout.ts';
import type { Theme } from './theme.ts';

/** Part of a text that is not torn apart at the end of a page. */
export interface Block {
  readonly lines: readonly string[];
  /** A heading stays with what follows it, and begins a page of its own where there is room. */
  readonly heading: boolean;
}

/** Markdown as lines for this terminal. What a terminal cannot show (images, HTML) stays as written. */
export function renderMarkdown(markdown: string, theme: Theme, indent = ''): string[] {
  return joinBlocks(renderBlocks(markdown, theme, indent));
}

export function renderBlocks(markdown: string, theme: Theme, indent = ''): Block[] {
  return lexer(markdown).flatMap((token) => {
    const lines = renderBlock(token, theme, indent);
    return lines.length > 0 ? [{ lines, heading: token.type === 'heading' }] : [];
  });
}

export function joinBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ lines }, i) => (i === 0 ? lines : ['', ...lines]));
}

/** One line of Markdown: what stands in a choice or a sentence of feedback. */
export function renderInline(markdown: string, theme: Theme): string {
  return inline(Lexer.lexInline(markdown.replaceAll('\n', ' ')), theme);
}

/** Blocks on as few pages as hold them; a new section begins a new page. */
export function paginate(blocks: readonly Block[], rows: number): Block[][] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  let used = 0;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    used = 0;
  };
  blocks.forEach((block, i) => {
    const following = block.heading ? (blocks[i + 1]?.lines.length ?? 0) : 0;
    const isFull = used + block.lines.length + following + 1 > rows;
    const isOnlyHeadings = page.every(({ heading }) => heading);
    if ((isFull || block.heading) && !isOnlyHeadings) turn();
    page.push(block);
    used += block.lines.length + 1;
  });
  turn();
  return pages;
}

function renderBlock(token: Token, theme: Theme, indent: string): string[] {
  const { width } = theme;
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const text = inline(tokens, theme);
      if (theme.plain) return wrap(`${'#'.repeat(depth)} ${text}`, width, indent);
      return wrap(depth <= 2 ? theme.title(theme.accent(text)) : theme.title(text), width, indent);
    }
    case 'paragraph':
    case 'text':
      return wrap(inline((token as Tokens.Paragraph).tokens ?? [token], theme), width, indent);
    case 'code':
      return renderCode(token as Tokens.Code, theme, indent);
    case 'list':
      return renderList(token as Tokens.List, theme, indent);
    case 'blockquote': {
      const inner = { ...theme, width: width - widthOf(indent) - 2 };
      const blocks = (token as Tokens.Blockquote).tokens.map((t) => renderBlock(t, inner, ''));
      if (theme.plain) return framed('Quote', blocks.flat(), indent);
      return blocks.flat().map((line) => `${indent}${theme.dim('│')} ${line}`);
    }
    case 'table':
      return renderTable(token as Tokens.Table, theme, indent);
    case 'hr':
      return theme.plain ? [] : [`${indent}${theme.dim(theme.symbols.rule.repeat(8))}`];
    case 'space':
    case 'def':
      return [];
    default:
      return wrap(token.raw.trimEnd(), width, indent);
  }
}

function renderCode({ text, lang }: Tokens.Code, theme: Theme, indent: string): string[] {
  const language = (lang ?? '').split(/\s/, 1)[0] ?? '';
  const lines = highlight(text, language, theme).split('\n');
  if (theme.plain) {
    const name = language === '' || language === 'text' ? 'Text' : `Code, ${language}`;
    return framed(name, lines, indent);
  }
  const inner = `${indent}    `;
  return lines.flatMap((line) => wrapCode(line, theme.width, inner));
}

/** Where nothing is drawn, what belongs together has a beginning and an end in words. */
function framed(name: string, lines: readonly string[], indent: string): string[] {
  return [`${indent}${name}:`, ...lines.map((line) => `${indent}  ${line}`), `${indent}End.`];
}

function renderList(list: Tokens.List, theme: Theme, indent: string): string[] {
  const start = Number(list.start) || 1;
  const items = list.items.map((item, i) => {
    const marker = list.ordered ? `${start + i}. ` : `${theme.symbols.bullet} `;
    const inner = indent + ' '.repeat(widthOf(marker));
    const lines = item.tokens.flatMap((token) => renderBlock(token, theme, inner));
    const [first = ''] = lines;
    return [`${indent}${marker}${first.slice(inner.length)}`, ...lines.slice(1)];
  });
  return items.flatMap((lines, i) => (list.loose && i > 0 ? ['', ...lines] : lines));
}

function renderTable({ header, rows }: Tokens.Table, theme: Theme, indent: string): string[] {
  const text = (cell: Tokens.TableCell) => inline(cell.tokens, theme);
  const table = [header, ...rows].map((row) => row.map(text));
  const [head = [], ...body] = table;
  const widths = head.map((_, i) => Math.max(...table.map((row) => widthOf(row[i] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width + 3, 0) - 1 + widthOf(indent);
  if (theme.plain || total > theme.width) {
    // Too wide for columns, and columns mean nothing to a screen reader: each row by itself.
    return body.flatMap((row, i) => {
      const cells = row.flatMap((cell, c) => (cell === '' ? [] : [`${head[c]}: ${cell}`]));
      return [...(i > 0 ? [''] : []), ...cells.flatMap((cell) => wrap(cell, theme.width, indent))];
    });
  }
  const line = (row: readonly string[]) =>
    `${indent} ${row.map((cell, i) => padEnd(cell, widths[i] ?? 0)).join('   ')}`.trimEnd();
  const under = widths.map((width) => theme.symbols.rule.repeat(width)).join('   ');
  return [theme.strong(line(head)), `${indent} ${theme.dim(under)}`, ...body.map(line)];
}

function inline(tokens: readonly Token[], theme: Theme): string {
  return tokens.map((token) => inlineToken(token, theme)).join('');
}

/** An entity (`&#27;`) becomes its character only here: what a curriculum says is checked before. */
function inlineToken(token: Token, theme: Theme): string {
  switch (token.type) {
    case 'strong':
      return theme.strong(inline((token as Tokens.Strong).tokens, theme));
    case 'em':
      return theme.emphasis(inline((token as Tokens.Em).tokens, theme));
    case 'codespan': {
      const text = printable((token as Tokens.Codespan).text);
      // Without colour, code needs another sign that it is code.
      return theme.color ? theme.code(text) : `\`${text}\``;
    }
    case 'link': {
      const { href, tokens, text } = token as Tokens.Link;
      return text === href ? printable(href) : `${inline(tokens, theme)} (${printable(href)})`;
    }
    case 'br':
      return '\n';
    case 'escape':
      return printable((token as Tokens.Escape).text);
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens ? inline(tokens, theme) : printable(text).replaceAll('\n', ' ');
    }
    default:
      return token.raw;
  }
}
