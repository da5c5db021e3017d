import { join } from 'node:path';
import { environment, installed, node, temporaryFolder, timeFloor } from './program.ts';
import type { Row, Subject } from './subject.ts';
import { ratio, timeProcess } from './timing.ts';

const runs = 11;

/** Tutors for the terminal that run from the registry. */
const tutors = ['learnyounode', 'javascripting'] as const;

/** The same measurement for programs of the same kind. */
export const peers: Subject = {
  summary: 'other tutors, from start to end, against `node -e 0`',

  async measure(tell) {
    const rows: Row[] = [];
    for (const name of tutors) {
      const program = join(installed(name, 'latest', tell), '..', '.bin', name);
      tell(`${name} list`);
      const env = environment(temporaryFolder());
      const figure = await ratio(
        () => timeProcess(node, [program, 'list'], { env }),
        timeFloor,
        runs,
      );
      rows.push({ what: `${name} list`, ...figure, unit: '×' });
    }
    return rows;
  },
};
