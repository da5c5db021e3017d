import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { writeAtomically } from '../../files/atomic-file.ts';
import { errorCode } from '../../files/storage-error.ts';
import { listFolder } from '../folder-listing.ts';
import { realFolder } from './place.ts';

export interface Change {
  /** Relative to the workspace. The history of a repository counts as one file, `….git`. */
  readonly file: string;
  readonly how: 'changed' | 'new' | 'gone';
}

/** In the workspace: the sha256 of every file as it was laid out. */
export const manifestName = '.mlops-path.json';
const manifestFormat = 1;

/** What the learner has changed since the exercise was laid out. Empty when there is no workspace. */
export function changedFiles(workspace: string): readonly Change[] {
  if (!existsSync(workspace)) return [];
  const folder = realFolder(workspace);
  const before = readManifest(folder);
  const now = fingerprints(folder);
  const changes: Change[] = [];
  for (const [file, hash] of now) {
    const old = before.get(file);
    if (old !== hash) changes.push({ file, how: old === undefined ? 'new' : 'changed' });
  }
  for (const file of before.keys()) if (!now.has(file)) changes.push({ file, how: 'gone' });
  return changes;
}

export async function writeManifest(folder: string): Promise<void> {
  const files = Object.fromEntries(fingerprints(folder));
  const manifest = { format: manifestFormat, files };
  await writeAtomically(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Empty when it is damaged: then everything counts as the learner's. */
function readManifest(folder: string): ReadonlyMap<string, unknown> {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, manifestName), 'utf8'));
    return new Map(typeof files === 'object' && files !== null ? Object.entries(files) : []);
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) !== undefined) return new Map();
    throw error;
  }
}

function fingerprints(folder: string): ReadonlyMap<string, string> {
  const prints = new Map<string, string>();
  for (const { name, kind } of listFolder(folder)) {
    const isOurs = name === manifestName || name.split(sep).includes('__pycache__');
    if (kind === 'folder' || kind === 'other' || isOurs) continue;
    const path = join(folder, name);
    const hash = kind === 'link' ? hashOf(readlinkSync(path)) : hashFile(path);
    const repository = /^(?:.*[\\/])?\.git(?=[\\/])/.exec(name)?.[0];
    if (repository === undefined) prints.set(name, hash);
    else if (basename(name) !== 'index') {
      // Many files that nobody edits; the index is rewritten even by `git status`.
      prints.set(repository, hashOf(`${prints.get(repository)}\n${name}\n${hash}`));
    }
  }
  return prints;
}

export function hashFile(path: string): string {
  return hashOf(readFileSync(path));
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
