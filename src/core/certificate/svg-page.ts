import type { Face } from './svg-text.ts';
import { renderText } from './svg-text.ts';

/** A4 across, four units a millimetre. */
export const page = { width: 1188, height: 840 };
export const margin = 84;
export const middle = page.width / 2;
export const inner = page.width - 2 * margin;

export const ink = { dark: '#17324a', text: '#2b3a45', faint: '#5d6a73', accent: '#1f7a55' };

/** What was drawn, and where it ends. */
export interface Drawn {
  readonly parts: readonly string[];
  readonly end: number;
}

/** Two lines around the page; the inner one leaves its corners free. */
export function renderFrame(): string[] {
  const { width, height } = page;
  const [outer, inset, corner] = [26, 35, 16];
  const [right, low] = [width - inset, height - inset];
  const arc = (x: number, y: number) => `a${corner} ${corner} 0 0 0 ${x * corner} ${y * corner}`;
  const notched = [
    ...[`M${inset + corner} ${inset}`, `H${right - corner}`, arc(1, 1)],
    ...[`V${low - corner}`, arc(-1, 1), `H${inset + corner}`, arc(-1, -1)],
    ...[`V${inset + corner}`, arc(1, -1), 'Z'],
  ].join('');
  const size = `width="${width - 2 * outer}" height="${height - 2 * outer}"`;
  return [
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<rect x="${outer}" y="${outer}" ${size} fill="none" stroke="${ink.dark}" stroke-width="2.4"/>`,
    `<path d="${notched}" fill="none" stroke="${ink.dark}" stroke-width="0.8"/>`,
  ];
}

export function centred(
  content: string,
  y: number,
  size: number,
  fill: string,
  face: Face = 'plain',
): string {
  const look = { x: middle, y, size, fill, face, room: inner } as const;
  return renderText(content, { ...look, anchor: 'middle' });
}
