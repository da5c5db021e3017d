import { describeAchievement } from '../../progress/achievement.ts';
import { escapeXml } from '../../text/escape.ts';
import { type Certificate, countOf, endingNames, endings, headlineOf } from '../certificate.ts';
import { type Column, gap, heightOf } from '../columns.ts';
import { describeOrigin } from '../origin.ts';
import { type Line, outlineOf } from '../outline.ts';
import { colours, outline, renderMark } from '../svg-mark.ts';
import { renderText, round, widthOf } from '../svg-text.ts';

/** A4 across, four units a millimetre. */
const page = { width: 1188, height: 840 };
const margin = 84;
const middle = page.width / 2;
const inner = page.width - 2 * margin;
const bottom = 738;

const ink = { dark: '#17324a', text: '#2b3a45', faint: '#66737c', accent: '#1f7a55' };
const sans = `'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', sans-serif`;
const serif = `font-family="Georgia, 'Times New Roman', 'DejaVu Serif', serif"`;

/** One page that needs no other file, and prints well on white paper. */
export function renderSvg(certificate: Certificate): string {
  const title = `${headlineOf(certificate)}: ${certificate.scope.title}`;
  const head = renderHead(certificate);
  const summary = renderSummary(certificate, head.end + 30);
  const attributes = [
    `xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm"`,
    `viewBox="0 0 ${page.width} ${page.height}"`,
    `font-family="${sans}" role="img" aria-labelledby="title"`,
  ];
  return `${[
    `<svg ${attributes.join(' ')}>`,
    `<title id="title">${escapeXml(title)}</title>`,
    ...renderFrame(),
    ...head.parts,
    ...summary.parts,
    ...renderBody(certificate, summary.end + 34),
    ...describeOrigin(certificate).map((line, i) => centred(line, 766 + i * 17, 10.5, ink.faint)),
    '</svg>',
  ].join('\n')}\n`;
}

/** What was drawn, and where it ends. */
interface Drawn {
  readonly parts: readonly string[];
  readonly end: number;
}

function renderFrame(): string[] {
  const frame = (inset: number, width: number) => {
    const size = `width="${page.width - 2 * inset}" height="${page.height - 2 * inset}"`;
    return `<rect x="${inset}" y="${inset}" ${size} fill="none" stroke="${ink.dark}" stroke-width="${width}"/>`;
  };
  const paper = `<rect width="${page.width}" height="${page.height}" fill="#ffffff"/>`;
  return [paper, frame(28, 2.4), frame(36, 0.8)];
}

function renderHead(certificate: Certificate): Drawn {
  const { curriculum, scope, learner } = certificate;
  const headline = headlineOf(certificate).toUpperCase();
  const from = `${curriculum.title}, ${curriculum.id} ${curriculum.version}`;
  const parts = [
    centred(headline, 94, 15, ink.accent, 'font-weight="bold" letter-spacing="5"'),
    centred(scope.title, 140, 36, ink.dark, `font-weight="bold" ${serif}`),
    centred(from, 168, 12.5, ink.faint),
  ];
  if (learner === undefined) return { parts, end: 168 };
  const name = centred(learner, 216, 28, ink.dark, `font-style="italic" ${serif}`);
  const rule = `<line x1="${middle - 190}" y1="230" x2="${middle + 190}" y2="230" stroke="${ink.dark}" stroke-width="0.8"/>`;
  return { parts: [...parts, name, rule], end: 230 };
}

/** How the topics ended as a bar and in numbers, and what was done for it. */
function renderSummary({ achievement }: Certificate, y: number): Drawn {
  const used = endingNames
    .map((ending) => ({ ending, n: countOf(achievement, ending) }))
    .filter(({ n }) => n > 0);
  const parts: string[] = [];
  const unit = inner / Math.max(1, achievement.topics);
  let x = margin;
  for (const { ending, n } of used) {
    const place = `x="${round(x)}" y="${round(y)}" width="${round(n * unit)}" height="9"`;
    parts.push(`<rect ${place} fill="${colours[ending]}"/>`);
    x += n * unit;
  }
  const edge = `x="${margin}" y="${round(y)}" width="${inner}" height="9"`;
  parts.push(`<rect ${edge} fill="none" stroke="${outline}" stroke-width="0.8"/>`);

  const size = 11.5;
  const words = used.map(({ ending, n }) => ({ ending, label: `${n} ${endings[ending].name}` }));
  const widths = words.map(({ label }) => 18 + widthOf(label) * size + 20);
  x = middle - widths.reduce((sum, width) => sum + width, -20) / 2;
  for (const [i, { ending, label }] of words.entries()) {
    parts.push(renderMark(ending, x + 5, y + 31, 5));
    parts.push(renderText(label, { x: x + 18, y: y + 35, size, fill: ink.text }));
    x += widths[i] ?? 0;
  }
  const [, ...work] = describeAchievement(achievement);
  parts.push(centred(work.join(' '), y + 62, 12.5, ink.text));
  return { parts, end: y + 62 };
}

const columnGap = 40;
/** At the size that the text is drawn for; less is on a page that has room. */
const lineHeight = 17;
const largest = 1.35;

function renderBody(certificate: Certificate, top: number): string[] {
  const most = (bottom - top) / lineHeight;
  const columns = outlineOf(certificate, [Math.min(12, most), most, most]);
  const highest = Math.max(1, ...columns.map(heightOf));
  const scale = Math.min(largest, (bottom - top) / (highest * lineHeight));
  // A single column across the whole page would be hard to follow.
  const width =
    columns.length === 1
      ? inner * 0.6
      : (inner - columnGap * (columns.length - 1)) / columns.length;
  const left = middle - (columns.length * (width + columnGap) - columnGap) / 2;
  return columns.flatMap((column, i) =>
    renderColumn(column, left + i * (width + columnGap), top, width, scale),
  );
}

function renderColumn(
  column: Column<Line>,
  x: number,
  top: number,
  width: number,
  scale: number,
): string[] {
  let y = top;
  return column.flatMap((block) => {
    const parts = block.flatMap((line) => {
      y += lineHeight * scale;
      return renderLine(line, x, y, width, scale);
    });
    y += gap * lineHeight * scale;
    return parts;
  });
}

function renderLine(line: Line, x: number, y: number, width: number, scale: number): string[] {
  const { look, left, right, ending } = line;
  const heading = look === 'heading';
  const indent = ending ? 16 * scale : 0;
  const size = (heading ? 12 : look === 'item' ? 11 : 9.5) * scale;
  const fill = heading ? ink.dark : look === 'item' ? ink.text : ink.faint;
  const rightSize = 9.5 * scale;
  const taken = right === '' ? 0 : widthOf(right) * rightSize + 10;
  const room = width - indent - taken;
  const more = heading ? 'font-weight="bold"' : '';
  const under = `<line x1="${round(x)}" y1="${round(y + 4 * scale)}" x2="${round(x + width)}" y2="${round(y + 4 * scale)}" stroke="${colours.skipped}" stroke-width="0.8"/>`;
  return [
    ...(ending ? [renderMark(ending, x + 5 * scale, y - 3.8 * scale, 4.2 * scale)] : []),
    renderText(left, { x: x + indent, y, size, fill, room, more }),
    ...(right === ''
      ? []
      : [renderText(right, { x: x + width, y, size: rightSize, fill: ink.faint, anchor: 'end' })]),
    ...(heading ? [under] : []),
  ];
}

function centred(content: string, y: number, size: number, fill: string, more = ''): string {
  return renderText(content, {
    ...{ x: middle, y, size, fill, more },
    anchor: 'middle',
    room: inner,
  });
}
