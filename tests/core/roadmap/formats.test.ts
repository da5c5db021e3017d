import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCurriculum } from '../../../src/core/curriculum/curriculum.ts';
import { formats } from '../../../src/core/roadmap/formats/index.ts';
import { renderJson } from '../../../src/core/roadmap/formats/json.ts';
import { renderMarkdown } from '../../../src/core/roadmap/formats/markdown.ts';
import { buildRoadmap, type Roadmap } from '../../../src/core/roadmap/roadmap.ts';
import { sequence, sequenceData } from '../../support/sequence.ts';
import { instant, marked, skipped, standingOf, started } from '../../support/standing.ts';

const golden = (name: string) => join(import.meta.dirname, '..', '..', 'golden', name);
const now = instant('2026-11-23T12:00:00+01:00');

/** Every state, a mark of this year and one of the last, and a title full of marks. */
const roadmap = buildRoadmap(
  standingOf(sequence, [
    { ...marked('python-core'), at: '2025-12-31T23:30:00-05:00' },
    { ...skipped('git-snapshots'), at: '2026-11-20T08:00:00+01:00' },
    started('pandas'),
  ]),
  now,
  sequence.topics,
);

it.each([
  ['markdown', 'roadmap.md.txt'],
  ['json', 'roadmap.json.txt'],
])('as %s', async (format, file) => {
  await expect(formats[format]?.(roadmap)).toMatchFileSnapshot(golden(file));
});

it('the JSON is one document, and says what it is', () => {
  const document = JSON.parse(renderJson(roadmap));
  expect(document).toMatchObject({ version: 1, kind: 'roadmap', curriculum: { id: 'sequence' } });
  const [, , pandas] = sequence.topics;
  const shown = document.phases[0].steps[1].topics[0];
  expect(shown).toEqual({
    ...{ id: 'pandas', number: 3, title: pandas?.title, hours: 2.5 },
    ...{ state: 'started', isNext: true, isDue: false, missing: [] },
  });
});

describe('as Markdown', () => {
  /** A sequence of one topic with this title. */
  const titled = (title: string): Roadmap => {
    const topics = [{ id: 'a', title, hours: 1, requires: [] }];
    const steps = [{ id: 's', title, why: 'W', buildsOn: [], topics }];
    const phases = [{ id: 'p', title, focus: title, why: 'W', steps }];
    const curriculum = buildCurriculum({ ...sequenceData, title, phases });
    return buildRoadmap(standingOf(curriculum, []), now, curriculum.topics);
  };
  /** Backslashes taken out: what a reader sees. */
  const plain = (text: string) => text.replace(/\\(.)/g, '$1');
  const items = (text: string) => text.split('\n').filter((line) => /^\s*[-+*] /.test(line));

  it.each(['*a*', '_a_', '`a`', '[a](b)', '<b>', '# a', 'a | b', '~~a~~', String.raw`a\*b`])(
    'the title %s is text',
    (title) => {
      const text = renderMarkdown(titled(title));
      expect(plain(items(text)[0] ?? '')).toContain(`[ ] ${title} (`);
      // Every mark has its backslash.
      const bare = text.replace(/\\./g, '').split('\n').slice(3).join('\n');
      expect(bare.replace(/^#+ |^- \[ \] |\*\*next\*\*/gm, '')).not.toMatch(/[*_`[\]<>|~]/);
    },
  );

  // Reported: a line break in a title makes a second entry, or ends the heading.
  it('a title of two lines is one entry', () => {
    expect(items(renderMarkdown(titled('Git\n- [x] Docker')))).toHaveLength(1);
  });

  // Reported: 0.30000000000000004 of 9.8 h.
  it('hours are rounded, those that are done as well', () => {
    const done = ['python-core', 'git-snapshots'].map(marked);
    const text = renderMarkdown(buildRoadmap(standingOf(sequence, done), now, sequence.topics));
    expect(text).toContain('0.3 of 9.8 h');
  });
});
