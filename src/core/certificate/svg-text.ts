import { escapeXml } from '../text/escape.ts';

/** How a text is written: lengths in units of the page. */
export interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  /** Where `x` is: at its beginning, its middle or its end. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Further it must not reach; a text that would is written smaller, and cut where that is not enough. */
  readonly room?: number;
  readonly more?: string;
}

/** Down to this share of its size a text is made smaller before it is cut. */
const smallest = 0.6;

export function renderText(content: string, look: TextLook): string {
  const { x, y, size, fill, anchor = 'start', room = Number.POSITIVE_INFINITY, more = '' } = look;
  const wanted = widthOf(content) * size;
  const fitting = Math.max(smallest, Math.min(1, room / wanted)) * size;
  const shown = cut(content, room / fitting);
  const place = `x="${round(x)}" y="${round(y)}"`;
  const style = `font-size="${round(fitting)}" fill="${fill}" text-anchor="${anchor}"`;
  return `<text ${place} ${style}${more && ` ${more}`}>${escapeXml(shown)}</text>`;
}

/** @param room in widths of an em. */
function cut(content: string, room: number): string {
  if (widthOf(content) <= room) return content;
  let kept = '';
  for (const character of content) {
    if (widthOf(`${kept}${character}…`) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * About how wide a text is, in ems: a page cannot ask the fonts that it will be shown in. The widths
 * are those of DejaVu Sans, which is wider than most, so that text is rather too short than too long.
 */
export function widthOf(content: string): number {
  return [...content].reduce((sum, character) => sum + widthOfOne(character), 0);
}

function widthOfOne(character: string): number {
  if (/[ijlI.,:;'|!()[\]/ft ]/.test(character)) return 0.38;
  if (/[mwMW@%–—…]/.test(character)) return 1;
  if (/[A-Z]/.test(character)) return 0.72;
  // Chinese, Japanese, Korean and pictures are as wide as they are high.
  return /[\u1100-\uffff]|\p{Extended_Pictographic}/u.test(character) ? 1.02 : 0.62;
}

/** To a tenth: finer than any printer, and the same on every machine. */
export function round(length: number): number {
  return Math.round(length * 10) / 10;
}
