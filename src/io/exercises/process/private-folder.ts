import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { storageError } from '../../files/storage-error.ts';
import type { Environment } from '../../programs/programs.ts';

/** Runs `work` with an empty folder for its owner only, which is gone afterwards whatever happens. */
export async function withPrivateFolder<T>(
  env: Environment,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const wanted = env['TMPDIR'];
  const parent = wanted && isAbsolute(wanted) ? wanted : tmpdir();
  let folder: string;
  try {
    // A link on the way would show in what the check prints: macOS has one.
    folder = mkdtempSync(join(realpathSync(parent), 'mlops-path-'));
  } catch (error) {
    throw storageError(error, 'make a temporary folder in', parent);
  }
  try {
    return await work(folder);
  } finally {
    removeFolder(folder);
  }
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Folders without rights, and paths longer than the system takes, stop Node but not these.
    spawnSync('chmod', ['-R', 'u+rwx', folder], { stdio: 'ignore' });
    spawnSync('rm', ['-rf', folder], { stdio: 'ignore' });
  }
}
