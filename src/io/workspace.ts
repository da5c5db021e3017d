import { createHash } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { printable } from '../core/text/printable.ts';
import { formatInstant, type Instant } from '../core/time/instant.ts';
import { Cancelled, UserError } from '../failure.ts';
import { writeAtomically } from './atomic-file.ts';
import {
  type Environment,
  type FoundFile,
  insidePath,
  listFolder,
  ownFile,
  realFolder,
  runContained,
  tellAuthor,
  withPrivateFolder,
} from './check-runner.ts';
import { errorCode, storageError } from './storage-error.ts';

export interface Place {
  /** The folder of the exercise, which holds starter/ or setup.py. */
  readonly exercise: string;
  /** The learner's folder. It need not exist; a link is followed once, to the folder it names. */
  readonly workspace: string;
  readonly env: Environment;
  /** The folder with checkkit.py. */
  readonly kit: string;
  readonly signal?: AbortSignal;
}

export interface Change {
  /** Relative to the workspace. The history of a repository counts as one file, `….git`. */
  readonly file: string;
  readonly how: 'changed' | 'new' | 'gone';
}

export type Comparison =
  | { readonly kind: 'diffs'; readonly files: readonly FileDiff[] }
  /** The solution is no files, but what one does: a program. */
  | { readonly kind: 'script'; readonly text: string };

export interface FileDiff {
  readonly file: string;
  /** A unified diff from the learner's file to ours; empty when they are the same. */
  readonly patch: string;
}

/** In the workspace: the sha256 of every file as it was laid out. */
const manifestName = '.mlops-path.json';
const manifestFormat = 1;
const setupLimitMs = 60_000;
const diffLimitBytes = 1024 * 1024;

/**
 * Makes the learner's workspace: from starter/, or by running setup.py once in it. A workspace that is
 * there is left as it is; one that was left half made is completed.
 *
 * @throws UserError when a folder with other files is in the way, when the disk refuses, or when the
 * exercise is not what it should be.
 */
export async function layOut(place: Place): Promise<'laid-out' | 'completed' | 'kept'> {
  const folder = followLink(place.workspace);
  try {
    if (existsSync(join(folder, manifestName))) return 'kept';
    const mark = unfinishedMark(folder);
    const aside = existsSync(mark) && existsSync(folder);
    if (aside) moveAside(folder, { ms: statSync(mark).mtimeMs, offsetMinutes: 0 });
    const setup = existsSync(join(place.exercise, 'setup.py'));
    const starter = setup ? [] : listStarter(place.exercise);
    const before = existsSync(folder) ? listFolder(folder) : [];
    refuseForeign(folder, before, place.exercise, starter);
    mkdirSync(folder, { recursive: true });
    if (setup) await setUp(place, folder, mark);
    else copyStarter(place.exercise, starter, folder);
    writeManifest(folder);
    rmSync(mark, { force: true });
    return aside || before.length > 0 ? 'completed' : 'laid-out';
  } catch (error) {
    throw storageError(error, 'lay the exercise out in', folder);
  }
}

/** A file beside the workspace while setup.py runs: should we be killed, it says what is half made. */
function unfinishedMark(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.mlops-path-unfinished`);
}

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

/**
 * Lays the exercise out anew. What the learner has goes into a dated folder beside the workspace; the
 * workspace itself stays the same folder, in which a shell may stand.
 *
 * @returns the dated folder; `undefined` when there was nothing to keep.
 */
export async function reset(place: Place, now: Instant): Promise<string | undefined> {
  const folder = followLink(place.workspace);
  const kept = existsSync(folder) ? moveAside(folder, now) : undefined;
  try {
    await layOut(place);
    return kept;
  } catch (error) {
    if (kept !== undefined) moveBack(kept, folder);
    throw error;
  }
}

/**
 * What the learner has against our solution. The files that the exercise names come first.
 * @throws UserError when there is no solution, or when it leads outside.
 */
export function diffWithSolution(
  exercise: string,
  workspace: string,
  files: readonly string[],
): Comparison {
  const solution = join(exercise, 'solution');
  const names = listOwn(exercise, 'solution');
  if (names.includes('solve.py')) {
    return { kind: 'script', text: printable(readText(join(solution, 'solve.py')) ?? '') };
  }
  const rank = (name: string) => (files.includes(name) ? files.indexOf(name) : files.length);
  const ordered = [...names].sort((a, b) => rank(a) - rank(b));
  return {
    kind: 'diffs',
    files: ordered.map((file) => ({
      file: printable(file),
      patch: printable(compare(file, insidePath(workspace, file), join(solution, file))),
    })),
  };
}

// ---- Laying out

function followLink(workspace: string): string {
  const path = resolve(workspace);
  const stats = lookAt(path);
  if (!stats?.isSymbolicLink()) {
    if (stats && !stats.isDirectory()) {
      const message = `${printable(path)} is a file, and your workspace should be there.`;
      throw new UserError('no-folder', message, 'Move the file out of the way.');
    }
    return path;
  }
  if (existsSync(path)) return realFolder(path);
  const message = `${printable(path)} is a link to ${printable(readlinkSync(path))}, which is not there.`;
  throw new UserError('dangling-link', message, 'Make that folder, or delete the link.');
}

function lookAt(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw storageError(error, 'read your workspace', path);
  }
}

function listStarter(exercise: string): readonly string[] {
  const names = listOwn(exercise, 'starter');
  if (!names.includes(manifestName)) return names;
  throw new UserError('bad-exercise', `The starter has a file ${manifestName}.`, tellAuthor);
}

/** The files of a folder of the exercise. A link, or anything else that is no file, is refused. */
function listOwn(exercise: string, name: string): readonly string[] {
  const folder = insidePath(exercise, name);
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    const why = stats ? 'is no ordinary folder' : 'is missing';
    throw new UserError('bad-exercise', `The folder ${name} of the exercise ${why}.`, tellAuthor);
  }
  const found = listFolder(folder);
  const odd = found.find(({ kind }) => kind === 'link' || kind === 'other');
  if (odd) {
    const message = `${printable(join(name, odd.name))} of the exercise is no ordinary file.`;
    throw new UserError('bad-exercise', message, tellAuthor);
  }
  return found.filter(({ kind }) => kind === 'file').map((file) => file.name);
}

/** Only what we put there ourselves, unchanged, may be in the way. */
function refuseForeign(
  folder: string,
  there: readonly FoundFile[],
  exercise: string,
  starter: readonly string[],
): void {
  const stranger = there.find(({ name, kind }) => {
    if (kind === 'folder') return !starter.some((own) => own.startsWith(name + sep));
    const known = kind === 'file' && starter.includes(name);
    return !known || hashFile(join(folder, name)) !== hashFile(join(exercise, 'starter', name));
  });
  if (!stranger) return;
  const message = `${printable(folder)} holds files that are not of this exercise: ${printable(stranger.name)}.`;
  throw new UserError('foreign-folder', message, 'Move the folder away, or name another one.');
}

function copyStarter(exercise: string, names: readonly string[], folder: string): void {
  for (const name of names) {
    const [from, to] = [ownFile(join(exercise, 'starter'), name), join(folder, name)];
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    chmodSync(to, 0o644);
  }
}

async function setUp(place: Place, folder: string, mark: string): Promise<void> {
  const script = ownFile(place.exercise, 'setup.py');
  writeFileSync(mark, '');
  const { ended, stderr } = await withPrivateFolder(place.env, (own) =>
    runContained({ ...place, script, cwd: folder, folder: own, limitMs: setupLimitMs }),
  );
  if (ended.kind === 'exited' && ended.status === 0) return;
  // The folder was empty before: all of this is the setup's.
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  rmSync(mark);
  if (ended.kind === 'stopped') {
    if (ended.reason === 'cancelled') throw new Cancelled();
    throw new UserError(ended.reason, `The exercise was not set up. ${ended.detail}`);
  }
  const last = printable(stderr.trimEnd().split('\n').at(-1) ?? '');
  throw new UserError('setup-failed', `The exercise could not be set up: ${last}`, tellAuthor);
}

// ---- Moving aside

function moveAside(folder: string, now: Instant): string | undefined {
  const names = readdirSync(folder);
  if (names.length === 0) return undefined;
  const kept = makeDatedFolder(folder, now);
  try {
    // The manifest goes last: until then the workspace still counts as one.
    const rank = (name: string) => (name === manifestName ? 1 : 0);
    for (const name of names.sort((a, b) => rank(a) - rank(b))) {
      renameSync(join(folder, name), join(kept, name));
    }
    return kept;
  } catch (error) {
    moveBack(kept, folder);
    throw storageError(error, 'move your files to', kept);
  }
}

function makeDatedFolder(folder: string, now: Instant): string {
  const stamp = formatInstant(now).slice(0, 19).replace('T', '-').replaceAll(':', '');
  for (let n = 1; ; n++) {
    const path = `${folder}.${stamp}${n === 1 ? '' : `-${n}`}`;
    try {
      mkdirSync(path);
      return path;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw storageError(error, 'make the folder', path);
    }
  }
}

function moveBack(kept: string, folder: string): void {
  for (const name of readdirSync(kept)) {
    // What a half-made new layout left is ours; the learner's own goes over it.
    rmSync(join(folder, name), { recursive: true, force: true });
    renameSync(join(kept, name), join(folder, name));
  }
  rmSync(kept, { recursive: true });
}

// ---- Fingerprints

function writeManifest(folder: string): void {
  const files = Object.fromEntries(fingerprints(folder));
  const manifest = { format: manifestFormat, files };
  writeAtomically(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
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

function hashFile(path: string): string {
  return hashOf(readFileSync(path));
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

// ---- Comparing

function compare(file: string, theirs: string, ours: string): string {
  const [before, after] = [readText(theirs), readText(ours)];
  if (before === undefined || after === undefined) return 'Too large, or no text: not compared.\n';
  if (before === after) return '';
  const options = {
    context: 3,
    stripTrailingCr: true,
    timeout: 2000,
    headerOptions: FILE_HEADERS_ONLY,
  };
  const names = [`${file} (yours)`, `${file} (ours)`] as const;
  return (
    createTwoFilesPatch(...names, before, after, undefined, undefined, options) ??
    'Too different to be compared line by line.\n'
  );
}

/** A file that is not there is empty; `undefined` when it is no text of a sensible size. */
function readText(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return '';
  if (!stats.isFile() || stats.size > diffLimitBytes) return undefined;
  const text = readFileSync(path, 'utf8');
  return text.includes('\0') ? undefined : text;
}
