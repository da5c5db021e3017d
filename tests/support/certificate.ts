import { buildCertificate, type Certificate } from '../../src/core/certificate/certificate.ts';
import { buildCurriculum, type Curriculum } from '../../src/core/curriculum/curriculum.ts';
import { answered, type Happening, instant, standingOf } from './standing.ts';

/** A curriculum of so many phases, of so many steps, of so many topics, numbered from `t1`. */
export function gridOf(phases: number, steps: number, topics: number, title = 'Grid'): Curriculum {
  const range = (n: number) => Array.from({ length: n }, (_, i) => i);
  return buildCurriculum({
    ...{ id: 'grid', title, version: '1.0.0', about: 'For tests.', renamed: {}, retired: [] },
    phases: range(phases).map((p) => ({
      ...{ id: `p${p + 1}`, title: `Phase ${p + 1}`, focus: 'Focus.', why: 'Why.' },
      steps: range(steps).map((s) => {
        const step = p * steps + s;
        return {
          ...{ id: `s${step + 1}`, title: `Step ${step + 1}`, why: 'Why.', buildsOn: [] },
          topics: range(topics).map((t) => {
            const number = step * topics + t + 1;
            return { id: `t${number}`, title: `Topic ${number}: more`, hours: 1, requires: [] };
          }),
        };
      }),
    })),
  });
}

const now = instant('2026-11-30T12:00:00+01:00');

/** The certificate of a whole curriculum, unless topics are named. */
export function certificateOf(
  curriculum: Curriculum,
  happenings: readonly Happening[],
  { scope = curriculum, learner, ids }: CertificateWishes = {},
): Certificate {
  const topics = curriculum.topics.filter(({ id }) => !ids || ids.includes(id));
  return buildCertificate(standingOf(curriculum, happenings), {
    ...{ scope: { id: scope.id, title: scope.title, topics }, learner, now },
    ...{ evidence: { events: happenings.length, digest: '0123456789abcdef' }, program: '1.2.3' },
  });
}

interface CertificateWishes {
  readonly scope?: { readonly id: string; readonly title: string };
  readonly learner?: string;
  readonly ids?: readonly string[];
}

/** Of the first six topics of a grid one for each ending, in two years; the last one is begun. */
export const everyEnding: readonly Happening[] = [
  { kind: 'topic-started', topic: 't1', at: '2025-12-31T23:30:00-05:00' },
  ...[answered('t1', 'wrong'), answered('t1', 'right')],
  { kind: 'exercise-checked', topic: 't1', passed: true, failed: [] },
  { kind: 'topic-done', topic: 't1', how: 'mastered', at: '2026-01-02T08:00:00+01:00' },
  { kind: 'topic-done', topic: 't2', how: 'without-exercise', at: '2026-03-01T08:00:00+01:00' },
  { kind: 'topic-done', topic: 't3', how: 'tested-out', at: '2026-03-02T08:00:00+01:00' },
  { kind: 'topic-done', topic: 't4', how: 'marked', at: '2026-11-20T08:00:00+01:00' },
  { kind: 'topic-skipped', topic: 't5', at: '2026-11-21T08:00:00+01:00' },
  { kind: 'topic-started', topic: 't6', at: '2026-11-22T08:00:00+01:00' },
];
