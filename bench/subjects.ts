import type { Subject } from './subject.ts';

/** The table of all subjects, by the name of their group. */
export const subjects: Readonly<Record<string, () => Promise<Subject>>> = {
  resolver: async () => (await import('./resolver.ts')).resolver,
  mastery: async () => (await import('./mastery.ts')).mastery,
  review: async () => (await import('./review.ts')).review,
  'start-up': async () => (await import('./start-up.ts')).startUp,
};
