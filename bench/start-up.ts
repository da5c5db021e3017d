import { spawn } from '@lydell/node-pty';
import { entries } from '../src/commands/index.ts';
import { homeWith } from './learner.ts';
import { environment, executable, node, shippedTopics, timeFloor, timeVerb } from './program.ts';
import type { Row, Subject } from './subject.ts';
import { ratio } from './timing.ts';

const runs = 21;

/** The learner that the targets speak of. */
const events = 1000;

const targets: Readonly<Record<string, Pick<Row, 'must' | 'wanted'>>> = {
  '--version': { must: 1.35, wanted: 1.2 },
  '--help': { must: 1.35, wanted: 1.2 },
  next: { must: 1.5, wanted: 1.3 },
  status: { must: 1.5, wanted: 1.3 },
  'show git-snapshots': { must: 1.5, wanted: 1.3 },
  roadmap: { must: 1.5, wanted: 1.3 },
};

/** Verbs that want more than their name, or would do real work; the others are run as they are. */
const words: Readonly<Record<string, readonly string[]>> = {
  show: ['show', 'git-snapshots'],
  why: ['why', 'kubernetes-rollouts'],
  search: ['search', 'snapshot'],
  learn: ['learn', '--help'],
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

/** Every verb against `node -e 0`, in turn. */
export const startUp: Subject = {
  summary: 'a process from its start to its end, against `node -e 0`',

  async measure(tell) {
    const topics = shippedTopics();
    const home = homeWith(topics, events);
    const rows: Row[] = [];
    const lines = [['--version'], ['--help'], ...entries.map(({ name }) => words[name] ?? [name])];
    for (const line of lines) {
      const what = line.join(' ');
      tell(what);
      const figure = await ratio(() => timeVerb(line, home), timeFloor, runs);
      rows.push({ what, ...figure, unit: '×', ...targets[what] });
    }
    tell('done, with its sync to the disk');
    rows.push({
      what: 'done, with its sync to the disk',
      ...(await markAndTakeBack(home, topics)),
      ...mark,
    });
    tell('the home screen');
    rows.push({
      what: 'the home screen, until its first frame stands',
      ...(await ratio(() => untilFirstFrame(home), timeFloor, runs)),
      ...{ unit: '×', must: 2.5, wanted: 2 },
    });
    return rows;
  },
};

const mark = { unit: '×', must: 1.7, wanted: 1.4 } as const;

/** Each mark is taken back before the next, which is not timed. */
function markAndTakeBack(home: string, topics: readonly string[]) {
  const last = topics.at(-1) as string;
  return ratio(
    () => {
      const ms = timeVerb(['done', last, '--force'], home);
      timeVerb(['undo'], home);
      // Folds anew what was taken back, so that the next mark meets a journal at rest.
      timeVerb(['next'], home);
      return ms;
    },
    timeFloor,
    runs,
  );
}

/** In a terminal, from the start of the process to the last words of the menu. */
async function untilFirstFrame(home: string): Promise<number> {
  const start = performance.now();
  const env = { ...environment(home), TERM: 'xterm-256color' };
  const terminal = spawn(node, [executable], { cols: 80, rows: 40, env });
  let seen = '';
  return new Promise((resolve) => {
    let ms = Number.NaN;
    terminal.onData((data) => {
      seen += data;
      if (!Number.isNaN(ms) || !seen.includes('Leave')) return;
      ms = performance.now() - start;
      terminal.write('q');
    });
    terminal.onExit(() => resolve(ms));
  });
}
