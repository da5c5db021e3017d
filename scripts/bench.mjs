// Bundles the benchmarks, which are TypeScript and measure parts of `src`, and runs them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const outdir = join(root, 'node_modules', '.cache', 'mlops-path', 'bench');
await build({
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.17',
  format: 'esm',
  logLevel: 'warning',
  // Whatever is compared stays the package that is installed.
  packages: 'external',
  splitting: true,
  entryPoints: ['bench/main.ts'],
  outdir,
});
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', join(outdir, 'main.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
