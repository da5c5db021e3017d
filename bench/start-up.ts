import { spawn } from '@lydell/node-pty';
import { homeWith } from './learner.ts';
import { environment, executable, node, shippedTopics, timeFloor, timeVerb } from './program.ts';
import type { Row, Subject } from './subject.ts';
import { ratio } from './timing.ts';
import { commandLines } from './verbs.ts';

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

/** Every verb against `node -e 0`, in turn. */
export const startUp: Subject = {
  summary: 'a process from its start to its end, against `node -e 0`',

  async measure(tell) {
    const topics = shippedTopics();
    const home = homeWith(topics, events);
    const rows: Row[] = [];
    for (const line of commandLines) {
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

/**
 * What `done` costs against a bare Node. Each mark is taken back before the next, which is not timed.
 *
 * @param program the Node that is measured.
 */
export function markAndTakeBack(home: string, topics: readonly string[], program = node) {
  const last = topics.at(-1) as string;
  return ratio(
    () => {
      const ms = timeVerb(['done', last, '--force'], home, program);
      timeVerb(['undo'], home, program);
      // Folds anew what was taken back, so that the next mark meets a journal at rest.
      timeVerb(['next'], home, program);
      return ms;
    },
    () => timeFloor(program),
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
