import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { onWindows } from '../../platform.ts';
import { programFolders } from '../../programs/programs.ts';
import { ownFile } from '../files.ts';
import type { Limits } from './limits.ts';

export function makeEnvironment(folder: string, { env, kit }: Limits): Record<string, string> {
  const [home, temporary, kitCopy] = ['home', 'tmp', 'kit'].map((name) => join(folder, name));
  for (const path of [home, temporary, kitCopy]) if (path) mkdirSync(path);
  // A copy: a path with a colon could not be named in PYTHONPATH, and nobody can change the original.
  for (const name of readdirSync(kit).filter((name) => name.endsWith('.py'))) {
    copyFileSync(ownFile(kit, name), join(kitCopy ?? folder, name));
  }
  return {
    PATH: programFolders(env).join(delimiter),
    LANG: 'C.UTF-8',
    HOME: home ?? folder,
    TMPDIR: temporary ?? folder,
    PYTHONPATH: kitCopy ?? folder,
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUTF8: '1',
    CHECKKIT_YAML: join(folder, 'yaml'),
    // Windows starts hardly anything without these.
    ...(onWindows && { SystemRoot: env['SystemRoot'] ?? '', USERPROFILE: home ?? folder }),
    ...(onWindows && { TEMP: temporary ?? folder, TMP: temporary ?? folder }),
  };
}
