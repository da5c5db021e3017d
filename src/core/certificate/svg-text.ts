import { escapeXml } from '../text/escape.ts';
import { graphemes } from '../text/graphemes.ts';

/** How a text is written: lengths in units of the page. */
export interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly face?: Face;
  /** Where `x` is: at its beginning, its middle or its end. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** How wide it may be; a text that is wider is cut. */
  readonly room?: number;
}

export type Face = 'plain' | 'bold' | 'caps' | 'title' | 'name';

const serif = `font-family="Georgia, 'Times New Roman', 'DejaVu Serif', serif"`;

/** What is said of a face, and how much wider than the plain one it is. */
const faces: Readonly<Record<Face, { readonly said: string; readonly share: number }>> = {
  plain: { said: '', share: 1 },
  bold: { said: ' font-weight="bold"', share: 1.14 },
  caps: { said: ' font-weight="bold" letter-spacing="5"', share: 1.7 },
  title: { said: ` font-weight="bold" ${serif}`, share: 1.14 },
  name: { said: ` font-style="italic" ${serif}`, share: 1.04 },
};

export function renderText(content: string, look: TextLook): string {
  const { x, y, size, fill, face = 'plain', anchor = 'start', room = Infinity } = look;
  const { said, share } = faces[face];
  const shown = cut(content, room / (size * share));
  const place = `x="${round(x)}" y="${round(y)}"`;
  const style = `font-size="${round(size)}" fill="${fill}" text-anchor="${anchor}"${said}`;
  return `<text ${place} ${style}>${escapeXml(shown)}</text>`;
}

/** The size at which a text fits into a room: the given one, or less, down to a smallest. */
export function sizeInto(
  room: number,
  content: string,
  face: Face,
  { size, smallest }: { readonly size: number; readonly smallest: number },
): number {
  const wanted = Math.max(1, widthOf(content) * faces[face].share);
  return Math.max(smallest, Math.min(size, room / wanted));
}

/** @param room in ems. */
function cut(content: string, room: number): string {
  if (widthOf(content) <= room) return content;
  let kept = '';
  let width = widthOf('…');
  for (const segment of graphemes(content)) {
    width += widthOf(segment);
    if (width > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * About how wide a text is, in ems: a page cannot ask the fonts that it will be shown in. The widths
 * are those of DejaVu Sans, which is wider than most, so that text is rather too short than too long.
 */
export function widthOf(content: string): number {
  let sum = 0;
  for (const character of content) sum += widthOfOne(character);
  return sum;
}

const widths = new Map(
  Object.entries({
    ...{ "'": 28, ' ,.IJijl': 32, '-/:;\\f|': 36, '!()[]rt"': 42, '*_`sz–': 52, '?Lc': 56 },
    ...{ FPTYaekovxy: 62, '$0123456789EKSbdghnpqu{}': 65, ABCRVXZ: 70, DGHNU: 77 },
    ...{ '&OQw': 81, '#+<=>M^~': 85, '%m': 97, '@W—…': 100 },
  }).flatMap(([characters, width]) => [...characters].map((one) => [one, width / 100] as const)),
);

function widthOfOne(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  if (/\p{Mark}|\u200d/u.test(character)) return 0;
  // Chinese, Japanese, Korean and pictures are as wide as they are high.
  if (/[\u1100-\u11ff\u2e80-\uffff]|\p{Extended_Pictographic}/u.test(character)) return 1.05;
  return /[\u00a0-\u024f]/.test(character) ? 0.7 : 0.9;
}

/** To a tenth: finer than any printer, and the same on every machine. */
export function round(length: number): number {
  return Math.round(length * 10) / 10;
}
