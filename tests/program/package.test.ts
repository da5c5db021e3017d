import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environment, root, temporaryFolder } from '../support/program.ts';

describe('the packed program', () => {
  it('installs into an empty prefix and runs there', () => {
    const folder = temporaryFolder();
    const env = { ...process.env, npm_config_loglevel: 'error', npm_config_audit: 'false' };
    const npm = (...args: string[]) =>
      execFileSync('npm', args, { cwd: root, env, encoding: 'utf8' }).trim().split('\n');

    const tarball = npm('pack', '--ignore-scripts', '--pack-destination', folder).at(-1) ?? '';
    const prefix = join(folder, 'prefix');
    npm('install', '--global', '--prefix', prefix, '--offline', join(folder, tarball));

    const installed = join(prefix, 'bin', 'mlops-path');
    const home = join(folder, 'home');
    const run = (...args: string[]) =>
      execFileSync(installed, args, { env: environment(home), encoding: 'utf8' });
    expect(run('next')).toContain('Python core');
    expect(run('done', 'python-core')).toContain('Marked as done');
    expect(run('curriculum', 'check')).toContain('73 topics');
    expect(run('status', '--short')).toContain('mlops 1/73');
  }, 120_000);
});
