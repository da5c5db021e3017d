import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/core/certificate/formats/index.ts';
import { renderMarkdown } from '../../../src/core/certificate/formats/markdown.ts';
import { renderSvg } from '../../../src/core/certificate/formats/svg.ts';
import { buildCurriculum } from '../../../src/core/curriculum/curriculum.ts';
import { findUnsafe } from '../../../src/core/text/printable.ts';
import { certificateOf, everyEnding, gridOf } from '../../support/certificate.ts';
import { sequenceData } from '../../support/sequence.ts';
import { marked } from '../../support/standing.ts';
import { readSvgs } from '../../support/xml.ts';

const golden = (name: string) => join(import.meta.dirname, '..', '..', 'golden', name);
const learner = 'Ada Lovelace';
const scope = { id: 'p1', title: 'Phase 1' };

it.each([
  ['markdown', 'certificate.md.txt'],
  ['svg', 'certificate.svg'],
])('a part of it as %s', async (format, file) => {
  const certificate = certificateOf(gridOf(1, 2, 3), everyEnding, { scope, learner });
  await expect(formats[format]?.(certificate)).toMatchFileSnapshot(golden(file));
});

it('the whole of a large one as SVG, by its steps', async () => {
  const certificate = certificateOf(gridOf(3, 3, 20), everyEnding);
  await expect(renderSvg(certificate)).toMatchFileSnapshot(golden('certificate-whole.svg'));
});

/** Everything that has a title is called so. */
const titled = (title: string) => {
  const topics = [{ id: 'a', title, hours: 1, requires: [] }];
  const steps = [{ id: 's', title, why: 'W', buildsOn: [], topics }];
  const phases = [{ id: 'p', title, focus: title, why: 'W', steps }];
  return buildCurriculum({ ...sequenceData, title, phases });
};

const hostile: readonly (readonly [what: string, text: string])[] = [
  ['tags', '</text><script>alert(1)</script>'],
  ['entities', '&lt;b&gt; &amp; &#27; &evil;'],
  ['quotes', `"' onload='x`],
  ['the end of a section', ']]> <!-- --> <?x ?> <![CDATA['],
  ['control characters', 'A\u0000\u0007\u001b[2J\u0085\u009b\u007fZ'],
  ['marks of direction', 'A\u202e\u2066\u200f\u061cZ'],
  ['what XML has no way to write', 'A\ufffe\uffffZ'],
  ['half of a pair', 'A\ud800Z'],
  ['line breaks', 'A\n# B\r\n- C\tZ'],
  ['five hundred letters', 'W'.repeat(500)],
  ['no room to break', '日'.repeat(500)],
  ['accents upon accents', `A${'\u0301'.repeat(500)}`],
];

const harmless = certificateOf(titled('A'), [marked('a')], { learner: 'A' });

describe.each(hostile)('a title and a name of %s', (_, text) => {
  const certificate = certificateOf(titled(text), [marked('a')], { learner: text });

  it('leave the SVG well-formed, and are only text', () => {
    const svg = renderSvg(certificate);
    const [texts, plain] = readSvgs([svg, renderSvg(harmless)]);
    expect(texts).toHaveLength(plain?.length ?? 0);
    expect(findUnsafe(svg)).toBe(-1);
    // The elements and their attributes, without what stands between them.
    const elements = svg.replace(/>[^<]*</g, '><');
    expect(elements).not.toMatch(/<script|<!|<\?|\son\w+=|href/);
  });

  it('leave the Markdown as many lines as it has', () => {
    const lines = renderMarkdown(certificate).split('\n');
    expect(lines).toHaveLength(renderMarkdown(harmless).split('\n').length);
  });
});

it('what fits is shown as it is', () => {
  const text = `<b> & "Łukasz" 'מ'`;
  const [texts = []] = readSvgs([
    renderSvg(certificateOf(titled(text), [marked('a')], { learner: text })),
  ]);
  // The title of the file and of the page, the name, and the topic.
  expect(texts.filter((one) => one === text)).toHaveLength(3);
  expect(texts[0]).toBe(`Completed: ${text}`);
});

describe('the SVG', () => {
  const svg = renderSvg(certificateOf(gridOf(2, 2, 4), everyEnding, { learner }));

  it('is a page of A4 that needs no other file', () => {
    expect(svg).toContain('width="297mm" height="210mm"');
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|url\(|href|@import/,
    );
  });

  it('has one size of text for what the columns say, and one for their sides', () => {
    const [, body = ''] = svg.split('1 Step 1<');
    const sizes = [...(body.split('Written by')[0]?.matchAll(/font-size="([\d.]+)"/g) ?? [])];
    expect(new Set(sizes.map(([, size]) => size)).size).toBeLessThanOrEqual(3);
  });

  it.each([
    [1, 1, 1],
    [1, 3, 7],
    [3, 4, 7],
    [5, 20, 7],
    [80, 3, 2],
  ])('of %i × %i × %i topics stays on the page, with its dates whole', (phases, steps, topics) => {
    const grid = gridOf(phases, steps, topics);
    const all = grid.topics.map(({ id }) => marked(id));
    const page = renderSvg(certificateOf(grid, all, { learner }));
    const down = Number(/translate\(0 (\d+)\)/.exec(page)?.[1]);
    const body = page.slice(page.indexOf('<g transform'), page.lastIndexOf('</g>\n'));
    const places = [...body.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)];
    expect(places.length).toBeGreaterThan(5);
    for (const [, x, y] of places) {
      expect(Number(x)).toBeGreaterThanOrEqual(84);
      expect(Number(x)).toBeLessThanOrEqual(1188 - 84);
      expect(Number(y) + down).toBeLessThan(768 - 10);
    }
    expect(page).not.toContain('…');
  });
});
