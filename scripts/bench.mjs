// Bundles the benchmarks, which are TypeScript and measure parts of `src`, and runs them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle, root } from './bundle.mjs';

const folder = join(root, 'node_modules', '.cache', 'mlops-path', 'bench');
const program = await bundle(join(root, 'bench', 'main.ts'), folder);
const { status } = spawnSync(process.execPath, ['--expose-gc', program, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
