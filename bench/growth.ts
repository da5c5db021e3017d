import { homeWith } from './learner.ts';
import { madeUpCurriculum } from './made-up.ts';
import { shippedTopics, timeVerb } from './program.ts';
import type { Row, Subject } from './subject.ts';
import { ratio } from './timing.ts';

interface Size {
  readonly count: number;
  readonly runs: number;
  readonly targets?: Pick<Row, 'must' | 'wanted'>;
}

/** Few runs where no target hangs on it. */
const events: readonly Size[] = [
  { count: 0, runs: 5 },
  { count: 1000, runs: 5 },
  { count: 100_000, runs: 11, targets: { must: 1.5, wanted: 1.2 } },
  { count: 1_000_000, runs: 1 },
];
const topics: readonly Size[] = [
  { count: 73, runs: 5 },
  { count: 1000, runs: 5 },
  { count: 10_000, runs: 11, targets: { must: 2, wanted: 1.5 } },
  { count: 100_000, runs: 1 },
];

/** What a long history and a large curriculum add to a start that has been made before. */
export const growth: Subject = {
  summary: '`next` with more events and more topics, against few of them',

  async measure(tell) {
    const ids = shippedTopics();
    const few = homeWith(ids, 100);
    const rows: Row[] = [];
    const measure = async (
      what: string,
      unit: string,
      { count, runs, targets }: Size,
      next: () => number,
    ) => {
      tell(`${count.toLocaleString('en')} ${unit}s, the first start`);
      const first = next();
      tell(`${count.toLocaleString('en')} ${unit}s, later starts`);
      const figure = await ratio(next, () => timeVerb(['next'], few), runs);
      rows.push({
        what: `next, ${count.toLocaleString('en')} ${what}`,
        ...figure,
        unit: '×',
        ...targets,
      });
      const said = `the first start with ${count.toLocaleString('en')} ${unit}s`;
      rows.push({ what: said, value: first, unit: 'ms' });
      // The same for each where the cost grows no faster than the number.
      if (count >= 1000) {
        rows.push({ what: `${said}, for each`, value: (1000 * first) / count, unit: 'µs' });
      }
    };
    for (const size of events) {
      const home = homeWith(ids, size.count);
      await measure('events, against 100', 'event', size, () => timeVerb(['next'], home));
    }
    for (const size of topics) {
      const file = madeUpCurriculum(size.count);
      const home = homeWith([], 0);
      const words = ['--curriculum', file, 'next'];
      const what = 'topics, compiled, against the shipped curriculum';
      await measure(what, 'topic', size, () => timeVerb(words, home));
    }
    return rows;
  },
};
