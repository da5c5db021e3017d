import type { Entry } from './verb.ts';

/** The table of all verbs. */
export const entries: readonly Entry[] = [
  {
    name: 'next',
    group: 'Learn',
    summary: 'the one thing to do now, and why',
    load: async () => (await import('./next.ts')).next,
  },
  {
    name: 'learn',
    group: 'Learn',
    summary: 'lesson, questions, verdict, and on to the next topic',
    load: async () => (await import('./learn.ts')).learn,
  },
  {
    name: 'review',
    group: 'Learn',
    summary: 'what is due, before you forget it',
    load: async () => (await import('./review.ts')).review,
  },
  {
    name: 'study',
    group: 'Learn',
    summary: 'a time box of reviews, lessons and practice',
    load: async () => (await import('./study.ts')).study,
  },
  {
    name: 'quiz',
    group: 'Learn',
    summary: 'questions only: test out of what you know',
    load: async () => (await import('./quiz.ts')).quiz,
  },
  {
    name: 'practice',
    group: 'Learn',
    summary: 'the exercise of a topic, checked as you save',
    load: async () => (await import('./practice.ts')).practice,
  },
  {
    name: 'done',
    group: 'Record',
    summary: 'mark topics that you know already',
    load: async () => (await import('./mark.ts')).done,
  },
  {
    name: 'skip',
    group: 'Record',
    summary: 'leave topics out; they no longer block others',
    load: async () => (await import('./mark.ts')).skip,
  },
  {
    name: 'reopen',
    group: 'Record',
    summary: 'take topics up again, whatever they were marked',
    load: async () => (await import('./mark.ts')).reopen,
  },
  {
    name: 'undo',
    group: 'Record',
    summary: 'take back the last thing you did, or the last few',
    load: async () => (await import('./undo.ts')).undo,
  },
  {
    name: 'redo',
    group: 'Record',
    summary: 'put back what undo took',
    load: async () => (await import('./undo.ts')).redo,
  },
  {
    name: 'log',
    group: 'Record',
    summary: 'what you did, newest first',
    load: async () => (await import('./log.ts')).log,
  },
  {
    name: 'roadmap',
    group: 'Look',
    summary: 'the whole sequence with your own states',
    load: async () => (await import('./roadmap.ts')).roadmap,
  },
  {
    name: 'show',
    group: 'Look',
    summary: 'one topic: outcomes, prerequisites, what it unlocks',
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'why',
    group: 'Look',
    summary: 'what blocks a topic, and the shortest way there',
    load: async () => (await import('./why.ts')).why,
  },
  {
    name: 'search',
    group: 'Look',
    summary: 'find words in titles, outcomes and lessons',
    load: async () => (await import('./search.ts')).search,
  },
  {
    name: 'status',
    group: 'Look',
    summary: 'how far you are; one line for a shell prompt with --short',
    load: async () => (await import('./status.ts')).status,
  },
  {
    name: 'stats',
    group: 'Look',
    summary: 'time, days in a row, recall, and what is due when',
    load: async () => (await import('./stats.ts')).stats,
  },
  {
    name: 'export',
    group: 'Keep',
    summary: 'everything you did, in one file',
    load: async () => (await import('./transfer.ts')).exportProgress,
  },
  {
    name: 'import',
    group: 'Keep',
    summary: 'merge what was exported elsewhere',
    load: async () => (await import('./transfer.ts')).importProgress,
  },
  {
    name: 'reset',
    group: 'Keep',
    summary: 'start a topic, a step, a phase or everything anew',
    load: async () => (await import('./reset.ts')).reset,
  },
  {
    name: 'doctor',
    group: 'Keep',
    summary: 'look whether everything is in order, and what to do if not',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'config',
    group: 'Keep',
    summary: 'preferences of this machine',
    load: async () => (await import('./config.ts')).config,
  },
  {
    name: 'curriculum',
    group: 'Write a curriculum',
    summary: 'check, list and choose curricula',
    load: async () => (await import('./curriculum.ts')).curriculum,
  },
];
