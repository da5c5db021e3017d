import { expect, it } from 'vitest';
import { type Line, outlineOf } from '../../../src/core/certificate/outline.ts';
import { certificateOf, everyEnding, gridOf } from '../../support/certificate.ts';
import { marked, skipped } from '../../support/standing.ts';

/** As on an A4 page. */
const limits = [12, 20, 20];

function brief(line: Line): string {
  if (line.look === 'more') return line.left;
  if (line.look !== 'counts') return `${line.left} | ${line.right}`;
  return `${line.counts.map(({ ending, n }) => `${n} ${ending}`).join(', ')} | ${line.right}`;
}

const linesOf = (...args: Parameters<typeof certificateOf>) =>
  outlineOf(certificateOf(...args), limits)
    .flat(2)
    .map(brief);

it('names every topic with its short title, and when it was done', () => {
  expect(linesOf(gridOf(1, 2, 3), everyEnding)).toEqual([
    '1 Step 1 | 3 of 3 done',
    'Topic 1 | 2 Jan 2026',
    'Topic 2 | 1 Mar 2026',
    'Topic 3 | 2 Mar 2026',
    '2 Step 2 | 1 of 2 done',
    'Topic 4 | 20 Nov 2026',
    'Topic 5 | skipped',
    'Topic 6 | open',
  ]);
});

it('does not repeat the title of a step that it is about', () => {
  const scope = { id: 's1', title: 'Step 1' };
  const [heading] = linesOf(gridOf(1, 2, 3), [], { scope, ids: ['t1', 't2', 't3'] });
  expect(heading).toBe('Topics | 0 of 3 done');
});

it('does not count what was skipped altogether', () => {
  const all = ['t1', 't2'].map(skipped);
  expect(linesOf(gridOf(1, 1, 2), all)[0]).toBe('1 Step 1 | skipped');
});

it('names every step when there is no room for the topics', () => {
  expect(linesOf(gridOf(2, 2, 30), everyEnding)).toEqual([
    'Phase 1 | 4 of 59 done',
    '1 Step 1 | 4 of 29 done',
    '1 mastered, 1 without-exercise, 1 tested-out, 1 marked, 1 skipped, 25 open | 31 Dec 2025 to 22 Nov 2026',
    '2 Step 2 | 0 of 30 done',
    '30 open | ',
    'Phase 2 | 0 of 60 done',
    '3 Step 3 | 0 of 30 done',
    '30 open | ',
    '4 Step 4 | 0 of 30 done',
    '30 open | ',
  ]);
});

it.each([
  ['one day', ['2026-11-20', '2026-11-20'], '20 Nov 2026'],
  ['days of one year', ['2026-11-20', '2026-11-21'], '20 Nov to 21 Nov 2026'],
  ['days of two years', ['2025-11-20', '2026-11-21'], '20 Nov 2025 to 21 Nov 2026'],
])('says when: %s', (_, [first, last], dates) => {
  const done = [
    { ...marked('t1'), at: `${first}T08:00:00+01:00` },
    { ...marked('t2'), at: `${last}T09:00:00+01:00` },
  ];
  expect(linesOf(gridOf(1, 1, 100), done)[2]).toMatch(new RegExp(`\\| ${dates}$`));
});

it('names every phase when there is no room for the steps', () => {
  const lines = linesOf(gridOf(3, 20, 3), [marked('t1')]);
  expect(lines.slice(0, 3)).toEqual([
    'Phase 1 | 1 of 60 done',
    '1 marked, 59 open | 23 Nov 2026',
    'Phase 2 | 0 of 60 done',
  ]);
  expect(lines).toHaveLength(6);
});

it('names as many phases as there is room for, and says how many it left out', () => {
  const lines = linesOf(gridOf(50, 2, 2), []);
  const left = 50 - (lines.length - 1) / 2;
  expect(left).toBeGreaterThan(1);
  expect(lines.at(-1)).toBe(`and ${left} more phases`);
  const phases = lines.filter((line) => line.startsWith('Phase'));
  expect(phases).toEqual(phases.map((_, i) => `Phase ${i + 1} | 0 of 4 done`));
});
