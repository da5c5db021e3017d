import { escapeXml } from '../../text/escape.ts';
import { type Certificate, describeSource, headlineOf } from '../certificate.ts';
import { describeOrigin } from '../origin.ts';
import { renderBody } from '../svg-body.ts';
import { centred, type Drawn, ink, inner, middle, page, renderFrame } from '../svg-page.ts';
import { renderSummary } from '../svg-summary.ts';
import { sizeInto } from '../svg-text.ts';

const sans = `'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', sans-serif`;
/** Where the small print begins, and where what stands above it has to end. */
const [origin, bottom] = [768, 742];
/** A short page begins so much lower at most. */
const mostDown = 76;

/** One page that needs no other file, and prints well on white paper. */
export function renderSvg(certificate: Certificate): string {
  const title = `${headlineOf(certificate)}: ${certificate.scope.title}`;
  const head = renderHead(certificate);
  const summary = renderSummary(certificate.achievement, head.end + 30);
  const body = renderBody(certificate, summary.end + 24, bottom);
  const down = Math.round(Math.max(0, Math.min(mostDown, (bottom - body.end) / 3)));
  const attributes = [
    `xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm"`,
    `viewBox="0 0 ${page.width} ${page.height}"`,
    `font-family="${sans}" role="img" aria-labelledby="title"`,
  ];
  return `${[
    `<svg ${attributes.join(' ')}>`,
    `<title id="title">${escapeXml(title)}</title>`,
    ...renderFrame(),
    `<g transform="translate(0 ${down})">`,
    ...[...head.parts, ...summary.parts, ...body.parts],
    '</g>',
    ...describeOrigin(certificate).map((line, i) => centred(line, origin + i * 17, 10, ink.faint)),
    '</svg>',
  ].join('\n')}\n`;
}

function renderHead(certificate: Certificate): Drawn {
  const { scope, learner } = certificate;
  const titleSize = sizeInto(inner, scope.title, 'title', { size: 36, smallest: 24 });
  const parts = [
    centred(headlineOf(certificate).toUpperCase(), 94, 15, ink.accent, 'caps'),
    centred(scope.title, 140, titleSize, ink.dark, 'title'),
    centred(describeSource(certificate), 168, 12.5, ink.faint),
  ];
  if (learner === undefined) return { parts, end: 168 };
  const nameSize = sizeInto(inner, learner, 'name', { size: 28, smallest: 18 });
  const name = centred(learner, 216, nameSize, ink.dark, 'name');
  const rule = `<line x1="${middle - 190}" y1="230" x2="${middle + 190}" y2="230" stroke="${ink.dark}" stroke-width="0.8"/>`;
  return { parts: [...parts, name, rule], end: 230 };
}
