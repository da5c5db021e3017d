import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeWith } from './learner.ts';
import { environment, executable, node, shippedTopics, temporaryFolder } from './program.ts';
import type { Subject } from './subject.ts';
import { summarise } from './timing.ts';

const runs = 11;

/**
 * In KiB. Linux hands the peak of the process that starts another down to it, but for this line of its
 * own memory; a large benchmark would hide what is measured.
 */
const sayPeak = `
  const { readFileSync, writeSync } = require('node:fs');
  process.on('exit', () => {
    const own = () => /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
    writeSync(2, String(process.platform === 'linux' ? own() : process.resourceUsage().maxRSS));
  });
`;

/** What a process asks of the machine at its peak, beyond a bare Node. */
export const memory: Subject = {
  summary: 'the peak of memory, beyond what a bare Node takes',

  async measure(tell) {
    const probe = join(temporaryFolder(), 'probe.cjs');
    writeFileSync(probe, sayPeak);
    const home = homeWith(shippedTopics(), 1000);
    const peakMB = (args: readonly string[]): number => {
      const { stderr } = spawnSync(node, ['--require', probe, ...args], {
        env: environment(home),
        encoding: 'utf8',
      });
      return Number(stderr) / 1024;
    };
    tell('next');
    peakMB([executable, 'next']);
    const beyond = Array.from(
      { length: runs },
      () => peakMB([executable, 'next']) - peakMB(['-e', '0']),
    );
    return [{ what: 'memory of next', ...summarise(beyond), unit: 'MB', must: 25, wanted: 12 }];
  },
};
