import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyWorkspace } from '../../../../src/io/exercises/workspace/copy.ts';
import { temporaryFolder } from '../../../support/program.ts';

it('copies what is there while somebody makes and deletes folders beside it', async () => {
  const base = temporaryFolder();
  const [from, to] = [join(base, 'work'), join(base, 'copy')];
  mkdirSync(from);
  writeFileSync(join(from, 'kept.py'), 'a = 1\n');
  const busy = 'while :; do mkdir -p proof/a/b; : > proof/a/b/f; : > proof/g; rm -rf proof; done';
  const child = spawn('sh', ['-c', busy], { cwd: from, stdio: 'ignore' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('spawn', resolve));
  for (let i = 0; i < 300; i++) {
    copyWorkspace(from, to);
    expect(readFileSync(join(to, 'kept.py'), 'utf8')).toBe('a = 1\n');
    rmSync(to, { recursive: true });
    if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
});

it('a workspace that is gone is said to be', () => {
  const base = temporaryFolder();
  expect(() => copyWorkspace(join(base, 'none'), join(base, 'copy'))).toThrow('does not exist');
});
