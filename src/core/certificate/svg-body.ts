import type { Certificate, EndingCount } from './certificate.ts';
import { type Column, gap, heightOf } from './columns.ts';
import { type Line, outlineOf } from './outline.ts';
import { colours, renderMark } from './svg-mark.ts';
import { type Drawn, ink, inner, middle } from './svg-page.ts';
import { type Face, renderText, round, widthOf } from './svg-text.ts';

/** Lengths at a scale of one. A page with few lines has them a little larger, all of them alike. */
const lineHeight = 18;
const columnGap = 40;
const largest = 1.1;
const [textSize, sideSize] = [11, 9.5];

/** As much of the outline as there is room for, between two heights of the page. */
export function renderBody(certificate: Certificate, top: number, bottom: number): Drawn {
  const most = (bottom - top) / lineHeight;
  const columns = outlineOf(certificate, [Math.min(12, most), most, most]);
  const highest = Math.max(0, ...columns.map(heightOf));
  const scale = Math.min(largest, most / Math.max(1, highest));
  // A single column across the whole page would be hard to follow.
  const width =
    columns.length === 1
      ? inner * 0.6
      : (inner - columnGap * (columns.length - 1)) / columns.length;
  const left = middle - (columns.length * (width + columnGap) - columnGap) / 2;
  const parts = columns.flatMap((column, i) =>
    renderColumn(column, { x: left + i * (width + columnGap), y: top, width, scale }),
  );
  return { parts, end: top + highest * lineHeight * scale };
}

/** Where a line begins, how long it may be, and how large it is drawn. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly scale: number;
}

function renderColumn(column: Column<Line>, place: Place): string[] {
  let y = place.y;
  return column.flatMap((block) => {
    const parts = block.flatMap((line) => {
      y += lineHeight * place.scale;
      return renderLine(line, { ...place, y });
    });
    y += gap * lineHeight * place.scale;
    return parts;
  });
}

function renderLine(line: Line, place: Place): string[] {
  switch (line.look) {
    case 'heading':
      return [...renderEnds(line, place, 0, ink.dark, 'bold'), renderRule(place)];
    case 'step':
      return renderEnds(line, place, 0, ink.text);
    case 'topic': {
      const { x, y, scale } = place;
      const mark = renderMark(line.ending, x + 5 * scale, y - 3.8 * scale, 4.4 * scale);
      return [mark, ...renderEnds(line, place, 16, ink.text)];
    }
    case 'counts':
      // Closer to the line above, which it belongs to.
      return renderCounts(line, { ...place, y: place.y - 1.5 * place.scale });
    case 'more':
      return renderEnds({ ...line, right: '' }, place, 0, ink.faint);
  }
}

/** The text on the right is whole; the one on the left has what that leaves. */
function renderEnds(
  { left, right }: { readonly left: string; readonly right: string },
  { x, y, width, scale }: Place,
  indent: number,
  fill: string,
  face: Face = 'plain',
): string[] {
  const taken = right === '' ? 0 : widthOf(right) * sideSize + 12;
  const room = width - (indent + taken) * scale;
  const text = { x: x + indent * scale, y, size: textSize * scale, fill, face, room };
  return [renderText(left, text), ...renderSide(right, { x, y, width, scale })];
}

function renderSide(text: string, { x, y, width, scale }: Place): string[] {
  if (text === '') return [];
  const size = sideSize * scale;
  return [renderText(text, { x: x + width, y, size, fill: ink.faint, anchor: 'end' })];
}

function renderRule({ x, y, width, scale }: Place): string {
  const at = round(y + 5 * scale);
  return `<line x1="${round(x)}" y1="${at}" x2="${round(x + width)}" y2="${at}" stroke="${colours.skipped}" stroke-width="0.8"/>`;
}

function renderCounts(
  { counts, right }: { readonly counts: readonly EndingCount[]; readonly right: string },
  place: Place,
): string[] {
  const { y, scale } = place;
  const size = sideSize * scale;
  let x = place.x;
  const parts = counts.flatMap(({ ending, n }) => {
    const label = String(n);
    const mark = renderMark(ending, x + 4 * scale, y - 3.3 * scale, 3.6 * scale);
    const text = renderText(label, { x: x + 11 * scale, y, size, fill: ink.faint });
    x += 21 * scale + widthOf(label) * size;
    return [mark, text];
  });
  const hasRoom = x + widthOf(right) * size <= place.x + place.width;
  return hasRoom ? [...parts, ...renderSide(right, place)] : parts;
}
