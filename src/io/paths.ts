import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { printable } from '../core/text/printable.ts';
import { exitCode, UserError } from '../failure.ts';
import type { World } from '../world.ts';

/** Where things are kept on this machine. Nothing is created by asking. */
export interface Paths {
  /** `undefined` for the one learner that most machines have. */
  readonly learner: string | undefined;
  /** Where everything of this learner is. */
  readonly data: string;
  /** What the learner did. Nothing here is ever overwritten. */
  readonly journal: string;
  /** One process at a time writes the journal. */
  readonly lock: string;
  /** The name of this machine's own file in the journal. */
  readonly device: string;
  readonly config: string;
  readonly cache: string;
  /** The part of the cache that is about this learner. */
  readonly learnerCache: string;
  /** Where exercises are laid out, unless the learner says otherwise. */
  readonly workspace: string;
}

/** Below the data folder and the cache: a folder for each learner who has a name. */
export const learnersFolder = 'learners';

const learnerName = /^[\w-]{1,40}$/;

/** `MLOPS_PATH_HOME` puts everything under one folder; otherwise each system's own conventions hold. */
export function findPaths({ env, cwd }: Pick<World, 'env' | 'cwd'>, learner?: string): Paths {
  const home = env['MLOPS_PATH_HOME'];
  const base = home
    ? {
        data: resolve(cwd, home, 'data'),
        config: resolve(cwd, home, 'config'),
        cache: resolve(cwd, home, 'cache'),
      }
    : envPaths('mlops-path', { suffix: '' });
  if (learner !== undefined && !learnerName.test(learner)) {
    const message = `"${printable(learner)}" is no name for a learner.`;
    throw new UserError('usage', message, 'Use letters, digits, _ and -.', exitCode.usage);
  }
  const ofLearner = (folder: string): string =>
    learner === undefined ? folder : join(folder, learnersFolder, learner);
  const data = ofLearner(base.data);
  return {
    learner,
    data,
    journal: join(data, 'journal'),
    lock: join(data, 'journal.lock'),
    device: join(base.config, 'device'),
    config: base.config,
    cache: base.cache,
    learnerCache: ofLearner(base.cache),
    workspace: join(
      home ? resolve(cwd, home, 'workspace') : join(homedir(), 'mlops-path'),
      learner ?? '',
    ),
  };
}
