import { execFileSync } from 'node:child_process';
import { root } from './program.ts';
import type { Subject } from './subject.ts';

/** What an installation takes on the disk: everything that is packed, since nothing else is needed. */
export const size: Subject = {
  summary: 'what is installed',

  async measure(tell) {
    tell('npm pack --dry-run');
    const words = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
    const listed = execFileSync('npm', words, { cwd: root, encoding: 'utf8' });
    const [packed] = JSON.parse(listed) as [
      { size: number; unpackedSize: number; entryCount: number },
    ];
    const megabytes = (bytes: number) => bytes / 1_000_000;
    return [
      { what: 'installed', value: megabytes(packed.unpackedSize), unit: 'MB', must: 8, wanted: 4 },
      { what: 'the package to download', value: megabytes(packed.size), unit: 'MB' },
      { what: 'files installed', value: packed.entryCount, unit: 'files' },
    ];
  },
};
