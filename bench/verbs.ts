import { entries } from '../src/commands/index.ts';

/** Verbs that want more than their name, or would do real work; the others are run as they are. */
const words: Readonly<Record<string, readonly string[]>> = {
  show: ['show', 'git-snapshots'],
  why: ['why', 'kubernetes-rollouts'],
  search: ['search', 'snapshot'],
  learn: ['learn', '--help'],
  study: ['study', '--help'],
  quiz: ['quiz', '--help'],
  practice: ['practice', '--help'],
  export: ['export'],
  import: ['import', '--help'],
  reset: ['reset', '--help'],
  doctor: ['doctor', '--help'],
  curriculum: ['curriculum', 'list'],
  done: ['done', '--help'],
  skip: ['skip', '--help'],
  reopen: ['reopen', '--help'],
  undo: ['undo', '--help'],
  redo: ['redo', '--help'],
};

/** A command line for each verb, and for the program without one. */
export const commandLines: readonly (readonly string[])[] = [
  ...[['--version'], ['--help']],
  ...entries.map(({ name }) => words[name] ?? [name]),
];
