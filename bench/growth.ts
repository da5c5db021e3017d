import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeWith } from './learner.ts';
import { curriculumText } from './made-up.ts';
import { shippedTopics, temporaryFolder, timeVerb } from './program.ts';
import type { Row, Subject } from './subject.ts';
import { ratio } from './timing.ts';

const runs = 11;

const targets: Readonly<Record<number, Pick<Row, 'must' | 'wanted'>>> = {
  100000: { must: 1.5, wanted: 1.2 },
};
const topicTargets: Readonly<Record<number, Pick<Row, 'must' | 'wanted'>>> = {
  10000: { must: 2, wanted: 1.5 },
};

/** What a long history and a large curriculum add to a start that has been made before. */
export const growth: Subject = {
  summary: '`next` with more events and more topics, against few of them',

  async measure(tell) {
    const rows: Row[] = [];
    const ids = shippedTopics();
    const few = homeWith(ids, 100);
    for (const count of [0, 1000, 100_000, 1_000_000]) {
      tell(`${count} events`);
      const home = homeWith(ids, count);
      const first = timeVerb(['next'], home);
      const figure = await ratio(
        () => timeVerb(['next'], home),
        () => timeVerb(['next'], few),
        runs,
      );
      const what = `next, ${count.toLocaleString('en')} events against 100`;
      rows.push({ what, ...figure, unit: '×', ...targets[count] });
      rows.push({
        what: `${what}: the first start, which folds them all`,
        value: first,
        unit: 'ms',
      });
    }
    for (const count of [73, 1000, 10_000, 100_000]) {
      tell(`${count} topics`);
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'curriculum.yaml'), curriculumText(count));
      const words = ['--curriculum', join(folder, 'curriculum.yaml'), 'next'];
      const home = homeWith([], 0);
      const first = timeVerb(words, home);
      const figure = await ratio(
        () => timeVerb(words, home),
        () => timeVerb(['next'], few),
        runs,
      );
      const what = `next, ${count.toLocaleString('en')} topics, compiled, against the shipped curriculum`;
      rows.push({ what, ...figure, unit: '×', ...topicTargets[count] });
      rows.push({ what: `${what}: the first start, which compiles`, value: first, unit: 'ms' });
    }
    return rows;
  },
};
