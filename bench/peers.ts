import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment, node, root, temporaryFolder, timeFloor } from './program.ts';
import type { Row, Subject } from './subject.ts';
import { ratio, timeProcess } from './timing.ts';

const runs = 11;

/** Tutors for the terminal that run from the registry, and where their list begins. */
const tutors = ['learnyounode', 'javascripting'] as const;

/** The same measurement for programs of the same kind. */
export const peers: Subject = {
  summary: 'other tutors, from start to end, against `node -e 0`',

  async measure(tell) {
    const prefix = join(root, 'node_modules', '.cache', 'mlops-path', 'peers');
    const rows: Row[] = [];
    for (const name of tutors) {
      tell(name);
      const folder = join(prefix, 'node_modules', name);
      if (!existsSync(folder)) {
        mkdirSync(prefix, { recursive: true });
        const words = [
          'install',
          '--prefix',
          prefix,
          '--no-audit',
          '--no-fund',
          '--loglevel=error',
        ];
        execFileSync('npm', [...words, name], { stdio: ['ignore', 2, 2] });
      }
      const program = join(prefix, 'node_modules', '.bin', name);
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
