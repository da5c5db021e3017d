import { join } from 'node:path';
import { homeWith } from './learner.ts';
import { installed, shippedTopics, timeFloor, timeVerb } from './program.ts';
import { markAndTakeBack } from './start-up.ts';
import type { Row, Subject } from './subject.ts';
import { ratio } from './timing.ts';

const runs = 11;

/** Beside the Node that runs the benchmarks: of each later one the newest. */
const later = ['22', '24'];

/** Every Node has a loader of its own, and its own way to keep compiled code. */
export const nodes: Subject = {
  summary: 'the start on other versions of Node, each against its own `node -e 0`',

  async measure(tell) {
    const topics = shippedTopics();
    const rows: Row[] = [];
    const programs = later.map((version) => {
      const folder = installed(`node-${process.platform}-${process.arch}`, version, tell);
      return { version, program: join(folder, 'bin', 'node') };
    });
    const own = { version: process.versions.node, program: process.execPath };
    for (const { version, program } of [own, ...programs]) {
      const home = homeWith(topics, 1000);
      for (const verb of ['--version', 'next']) {
        tell(`Node ${version}: ${verb}`);
        const start = () => timeVerb([verb], home, program);
        const figure = await ratio(start, () => timeFloor(program), runs);
        rows.push({ what: `Node ${version}: ${verb}`, ...figure, unit: '×' });
      }
      tell(`Node ${version}: done`);
      const figure = await markAndTakeBack(home, topics, program);
      rows.push({ what: `Node ${version}: done`, ...figure, unit: '×' });
    }
    return rows;
  },
};
