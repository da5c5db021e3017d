import { homeWith } from './learner.ts';
import { madeUpCurriculum } from './made-up.ts';
import { shippedTopics, timeFloor, timeVerb } from './program.ts';
import type { Row, Subject } from './subject.ts';
import { type Measured, ratio } from './timing.ts';

/** Each verb that reads what there is, whole; the topic is one of the curriculum's. */
const linesAbout = (topic: string): readonly (readonly string[])[] => [
  ...[['next'], ['review'], ['log'], ['roadmap'], ['show', topic], ['why', topic]],
  ...[['search', 'what'], ['status'], ['stats'], ['certificate'], ['export']],
];

interface Size {
  readonly count: number;
  readonly runs: number;
}

const events: readonly Size[] = [
  { count: 0, runs: 11 },
  { count: 1000, runs: 11 },
  { count: 100_000, runs: 3 },
];
const topics: readonly Size[] = [
  { count: 73, runs: 11 },
  { count: 1000, runs: 11 },
  { count: 10_000, runs: 11 },
  { count: 100_000, runs: 3 },
];

/** Every verb with more and more events and topics, against a bare Node. */
export const everyVerb: Subject = {
  summary: 'every verb with more events and more topics, against `node -e 0`',

  async measure(tell) {
    const ids = shippedTopics();
    const rows: Row[] = [];
    const curves = new Map<string, [count: number, beyond: number][]>();
    const measure = async (unit: string, { count, runs }: Size, home: string, file?: string) => {
      const said = `${count.toLocaleString('en')} ${unit}`;
      const topic = file ? 'topic-50' : 'git-snapshots';
      const before = file ? ['--curriculum', file] : [];
      timeVerb([...before, 'status'], home);
      for (const line of linesAbout(topic)) {
        const [verb = ''] = line;
        tell(`${verb}, ${said}`);
        const figure: Measured = await ratio(
          () => timeVerb([...before, ...line], home),
          timeFloor,
          runs,
        );
        rows.push({ what: `${verb}, ${said}`, ...figure, unit: '×' });
        const curve = curves.get(`${verb} ${unit}`) ?? [];
        curves.set(`${verb} ${unit}`, [...curve, [count, figure.value - 1]]);
      }
    };
    for (const size of events) await measure('events', size, homeWith(ids, size.count));
    for (const size of topics) {
      await measure('topics', size, homeWith([], 0), madeUpCurriculum(size.count));
    }
    const growths = [...curves].map(([name, curve]) => growthOf(name, curve));
    const most = ['events', 'topics'].map((unit) => mostOf(unit, growths));
    return [...rows, ...growths, ...most];
  },
};

/**
 * What a verb costs beyond a bare Node with the largest number against the one before it, as a share of
 * what a cost that grows in step with the number would be: above 1 it grows faster.
 */
function growthOf(name: string, curve: readonly (readonly [number, number])[]): Row {
  const [[fewer, less], [more, most]] = curve.slice(-2) as [[number, number], [number, number]];
  const value = most / less / (more / fewer);
  return { what: `${name}, growth against linear`, value, unit: '×' };
}

function mostOf(unit: string, growths: readonly Row[]): Row {
  const ours = growths.filter(({ what }) => what.includes(` ${unit},`));
  const value = Math.max(...ours.map((row) => row.value));
  const what = `the verb that grows fastest with ${unit}, against linear`;
  return { what, value, unit: '×', must: 1 };
}
