import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import type { World } from '../world.ts';

/** Where things are kept on this machine. Nothing is created by asking. */
export interface Paths {
  /** What the learner did. Nothing here is ever overwritten. */
  readonly journal: string;
  /** One process at a time writes the journal. */
  readonly lock: string;
  /** The name of this machine's own file in the journal. */
  readonly device: string;
  readonly config: string;
  readonly cache: string;
}

/** `MLOPS_PATH_HOME` puts everything under one folder; otherwise each system's own conventions hold. */
export function findPaths({ env, cwd }: Pick<World, 'env' | 'cwd'>): Paths {
  const home = env['MLOPS_PATH_HOME'];
  const base = home
    ? {
        data: resolve(cwd, home, 'data'),
        config: resolve(cwd, home, 'config'),
        cache: resolve(cwd, home, 'cache'),
      }
    : envPaths('mlops-path', { suffix: '' });
  return {
    journal: join(base.data, 'journal'),
    lock: join(base.data, 'journal.lock'),
    device: join(base.config, 'device'),
    config: base.config,
    cache: base.cache,
  };
}
