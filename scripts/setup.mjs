// Everything that a fresh clone needs before it can start or test: the packages, then the build.
// Plain Node without packages, since it runs before there are any. Speaks on stderr only.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** @param {string} path */
const modifiedAt = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** @param {string} folder */
function newestBelow(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return Math.max(
    modifiedAt(folder),
    ...entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}

/** @param {string} message @param {string} command @param {string[]} args */
function step(message, command, args) {
  process.stderr.write(`${message}\n`);
  // stdout belongs to the program that is started afterwards.
  const options = { cwd: root, shell: process.platform === 'win32' };
  const done = spawnSync(command, args, { ...options, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) {
    process.stderr.write(`\n"${command} ${args.join(' ')}" failed; its messages are above.\n`);
    process.exit(1);
  }
}

// Not `npm ci`: it refuses where a registry lacks the binaries of another system. The versions are
// those of the lock all the same, and nothing is written back to it.
const installed = 'node_modules/.installed';
if (modifiedAt(installed) < modifiedAt('package-lock.json')) {
  step('mlops-path: installing packages (once, less than a minute) …', 'npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  writeFileSync(join(root, installed), '');
}

const sources = [
  ...['bin', 'src', 'scripts', 'curriculum'].map(newestBelow),
  modifiedAt('package.json'),
  modifiedAt('package-lock.json'),
];
if (modifiedAt('dist/built') < Math.max(...sources)) {
  step('mlops-path: building …', process.execPath, ['scripts/build.mjs']);
}
