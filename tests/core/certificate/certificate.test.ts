import { describe, expect, it } from 'vitest';
import {
  countsOf,
  describeSource,
  type Ending,
  headlineOf,
} from '../../../src/core/certificate/certificate.ts';
import { lapsesToForget } from '../../../src/core/memory/kept-memory.ts';
import { certificateOf, everyEnding, gridOf } from '../../support/certificate.ts';
import {
  daysAfter,
  type Happening,
  marked,
  mastered,
  reopened,
  reviewed,
  skipped,
  started,
} from '../../support/standing.ts';

const two = gridOf(1, 1, 2);
const six = gridOf(1, 2, 3);

const forgotten = Array.from({ length: lapsesToForget }, (_, i): Happening => {
  return { ...reviewed('t1', 'again'), at: daysAfter('2026-11-24T09:00:00+01:00', i) };
});

describe('the headline', () => {
  it.each<[what: string, happenings: Happening[], headline: string]>([
    ['nothing', [], 'So far'],
    ['one of two', [mastered('t1')], 'So far'],
    ['one, and another one begun', [mastered('t1'), started('t2')], 'So far'],
    ['everything', [mastered('t1'), mastered('t2')], 'Completed'],
    ['everything, on their word', [marked('t1'), marked('t2')], 'Completed'],
    ['everything that was not skipped', [mastered('t1'), skipped('t2')], 'Completed'],
    ['nothing, and skipped everything', [skipped('t1'), skipped('t2')], 'So far'],
    ['everything, and took one up again', [marked('t1'), marked('t2'), reopened('t2')], 'So far'],
    ['everything, and forgot one', [mastered('t1'), mastered('t2'), ...forgotten], 'So far'],
  ])('of who did %s', (_, happenings, headline) => {
    expect(headlineOf(certificateOf(two, happenings))).toBe(headline);
  });

  it('is that of the scope, whatever is beside it', () => {
    const ids = ['t2'];
    expect(headlineOf(certificateOf(two, [mastered('t2')], { ids }))).toBe('Completed');
    expect(headlineOf(certificateOf(two, [mastered('t1')], { ids }))).toBe('So far');
  });
});

describe('the topics', () => {
  const topics = certificateOf(six, everyEnding).phases.flatMap(({ steps }) =>
    steps.flatMap((step) => step.topics),
  );

  it('say how they ended', () => {
    expect(topics.map(({ ending }) => ending)).toEqual<Ending[]>([
      ...(['mastered', 'without-exercise', 'tested-out', 'marked', 'skipped', 'open'] as const),
    ]);
  });

  it('have their numbers, and a moment only when there is one', () => {
    expect(topics[0]).toMatchObject({ answers: { given: 2, right: 1 }, exercisePassed: true });
    expect(topics.map(({ at }) => at !== undefined)).toEqual([true, true, true, true, true, false]);
  });

  it('are counted where there are some', () => {
    const { achievement, phases } = certificateOf(six, everyEnding);
    expect(countsOf(achievement).map(({ n }) => n)).toEqual([1, 1, 1, 1, 1, 1]);
    const [first] = phases[0]?.steps ?? [];
    expect(first && countsOf(first.achievement)).toEqual([
      { ending: 'mastered', n: 1 },
      { ending: 'without-exercise', n: 1 },
      { ending: 'tested-out', n: 1 },
    ]);
  });

  it('of a part are its own, without steps and phases that are empty', () => {
    const { phases } = certificateOf(gridOf(2, 2, 2), [], { ids: ['t3', 't6'] });
    expect(phases.map(({ title, steps }) => [title, ...steps.map((step) => step.number)])).toEqual([
      ['Phase 1', 2],
      ['Phase 2', 3],
    ]);
  });
});

it.each([
  [{ id: 'grid', title: 'Grid' }, 'The whole curriculum (grid 1.0.0)'],
  [{ id: 'p1', title: 'Phase 1' }, 'A part of Grid (grid 1.0.0)'],
])('the source of %j is %s', (scope, source) => {
  expect(describeSource(certificateOf(two, [], { scope }))).toBe(source);
});
