import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeWith } from './learner.ts';
import { environment, executable, node, root, shippedTopics, temporaryFolder } from './program.ts';
import type { Row, Subject } from './subject.ts';
import { commandLines } from './verbs.ts';

/** How many files of its own the program loads: unlike a clock, the same on every machine. */
export const loading: Subject = {
  summary: 'how many files each verb loads',

  async measure(tell) {
    const home = homeWith(shippedTopics(), 1000);
    const list = join(temporaryFolder(), 'loaded.txt');
    // The one that the tests of the same name use.
    const tracer = join(root, 'tests', 'support', 'loaded.cjs');
    const env = { ...environment(home), MLOPS_PATH_TEST_LOADED: list };
    return commandLines.map((line): Row => {
      tell(line.join(' '));
      spawnSync(node, ['--require', tracer, executable, ...line], { env, stdio: 'ignore' });
      const files = readFileSync(list, 'utf8').split('\n');
      const value = files.filter((file) => file.startsWith(join(root, 'dist'))).length;
      return { what: `files that ${line.join(' ')} loads`, value, unit: 'files' };
    });
  },
};
