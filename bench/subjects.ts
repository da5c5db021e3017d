import type { Subject } from './subject.ts';

/** The table of all subjects, by the name of their group. */
export const subjects: Readonly<Record<string, () => Promise<Subject>>> = {
  'start-up': async () => (await import('./start-up.ts')).startUp,
  nodes: async () => (await import('./nodes.ts')).nodes,
  loading: async () => (await import('./loading.ts')).loading,
  peers: async () => (await import('./peers.ts')).peers,
  growth: async () => (await import('./growth.ts')).growth,
  'every-verb': async () => (await import('./every-verb.ts')).everyVerb,
  compile: async () => (await import('./compile.ts')).compile,
  resolver: async () => (await import('./resolver.ts')).resolver,
  journal: async () => (await import('./journal.ts')).journal,
  memory: async () => (await import('./memory.ts')).memory,
  size: async () => (await import('./size.ts')).size,
  mastery: async () => (await import('./mastery.ts')).mastery,
  review: async () => (await import('./review.ts')).review,
};
