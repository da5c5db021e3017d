import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { delimiter, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CheckOutcome,
  type Ended,
  judge,
  notRun,
  type StopReason,
} from '../core/exercises/verdict.ts';
import { count, list } from '../core/text/phrase.ts';
import { printable } from '../core/text/printable.ts';
import { UserError } from '../failure.ts';
import { errorCode, storageError } from './storage-error.ts';
import { readTap } from './tap.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What every process that we start for an exercise is given, and may use at most. */
interface Limits {
  readonly env: Environment;
  /** The folder with checkkit.py. */
  readonly kit: string;
  readonly limitMs: number;
  /** For each process, and for all of them together. Linux only. */
  readonly memoryBytes?: number;
  /** For stdout, and for what is kept of stderr. */
  readonly outputBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface CheckRequest extends Limits {
  /** The folder of the exercise, which holds check.py. */
  readonly exercise: string;
  readonly workspace: string;
  /** The learner's YAML files that the check wants as JSON, relative to the workspace. */
  readonly yaml: readonly string[];
  /** The programs that the exercise needs, besides python3. */
  readonly needs?: readonly string[];
}

export interface CheckRun {
  readonly outcome: CheckOutcome;
  /** What it printed on stderr, which is where the learner's own prints go. */
  readonly learnerOutput: string;
  /** What the check could not see, as sentences: links that lead out of the workspace. */
  readonly notes: readonly string[];
  readonly seconds: number;
}

export interface Missing {
  readonly name: string;
  /** How to get it, as a sentence. */
  readonly how: string;
}

const mebibyte = 1024 * 1024;
const workspaceLimit = { bytes: 200 * 1000 * 1000, files: 20_000 };
const yamlLimitBytes = mebibyte;
const mostProcesses = 128;
const graceMs = 500;
const onLinux = platform() === 'linux';
const onWindows = platform() === 'win32';

/**
 * Runs the check of an exercise on a copy of the workspace: whatever it does to its folder, the
 * learner's own is not touched. Everything that it started is ended when this returns, and the copy
 * is gone.
 *
 * @throws UserError when the workspace or the exercise cannot be read, or is not what it should be.
 */
export async function runCheck(request: CheckRequest): Promise<CheckRun> {
  const started = performance.now();
  const finish = (outcome: CheckOutcome, learnerOutput = '', notes: readonly string[] = []) => {
    return { outcome, learnerOutput, notes, seconds: (performance.now() - started) / 1000 };
  };
  const missing = findMissing(['python3', ...(request.needs ?? [])], request.env);
  if (missing.length > 0) return finish(notRun('missing-program', describeMissing(missing)));

  const check = ownFile(request.exercise, 'check.py');
  return withPrivateFolder(request.env, async (folder) => {
    const copy = join(folder, 'workspace');
    const notes = copyWorkspace(realFolder(request.workspace), copy);
    await handOverYaml(request.yaml, copy, join(folder, 'yaml'));
    const run = await runContained({ ...request, script: check, cwd: copy, folder });
    const show = (text: string) => printable(text.replaceAll(copy, () => request.workspace));
    const report = readTap(printable(run.stdout));
    return finish(
      judge({ ended: run.ended, report, said: run.stderr }, show),
      show(run.stderr),
      notes,
    );
  });
}

/** The programs of `needs` that are not on PATH. */
export function findMissing(needs: readonly string[], env: Environment): readonly Missing[] {
  return [...new Set(needs)]
    .filter((name) => findProgram(name, env) === undefined)
    .map((name) => ({ name, how: sources.get(name) ?? 'Install it, and see that it is on PATH.' }));
}

/** `git is missing. Debian, Ubuntu: …` */
export function describeMissing(missing: readonly Missing[]): string {
  const names = list(missing.map(({ name }) => name));
  const how = missing.map(({ name, how }) => (missing.length > 1 ? `${name}: ${how}` : how));
  return `${names} ${missing.length > 1 ? 'are' : 'is'} missing. ${how.join(' ')}`;
}

const sources = new Map([
  [
    'python3',
    'Debian, Ubuntu: sudo apt install python3. macOS: brew install python. Windows: winget install Python.Python.3.13.',
  ],
  [
    'git',
    'Debian, Ubuntu: sudo apt install git. macOS: xcode-select --install. Windows: winget install Git.Git.',
  ],
  [
    'docker',
    'Debian, Ubuntu: sudo apt install docker.io. macOS, Windows: Docker Desktop, from docker.com.',
  ],
]);

/** Only absolute entries of PATH count: no program is ever taken from the learner's workspace. */
function findProgram(name: string, env: Environment): string | undefined {
  const endings = onWindows ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of programFolders(env)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      try {
        accessSync(path, constants.X_OK);
        if (statSync(path).isFile()) return path;
      } catch (error) {
        if (errorCode(error) === undefined) throw error;
      }
    }
  }
  return onWindows && name === 'python3' ? findProgram('python', env) : undefined;
}

function programFolders(env: Environment): readonly string[] {
  return (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
}

// ---- Folders

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

/**
 * The path of a file that belongs to an exercise.
 * @throws UserError when it leads outside, is a link, or is not there.
 */
export function ownFile(folder: string, name: string): string {
  const path = insidePath(folder, name);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() && isInside(realpathSync(folder), realpathSync(path))) return path;
  const why = stats ? 'is no ordinary file inside the curriculum' : 'is missing';
  throw new UserError('bad-exercise', `${printable(name)} of the exercise ${why}.`, tellAuthor);
}

export const tellAuthor = 'Tell the author of the curriculum.';

/** @throws UserError when `name` leads out of `folder`. */
export function insidePath(folder: string, name: string): string {
  const path = resolve(folder, name);
  if (!isAbsolute(name) && path !== resolve(folder) && isInside(resolve(folder), path)) return path;
  throw new UserError('outside', `"${printable(name)}" leads out of its folder.`, tellAuthor);
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Where a workspace really is: a link is followed once, here. */
export function realFolder(workspace: string): string {
  try {
    const real = realpathSync(workspace);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    throw storageError(error, 'read your workspace', workspace);
  }
  throw new UserError(
    'no-folder',
    `${printable(workspace)} is no folder.`,
    'Move it out of the way.',
  );
}

export interface FoundFile {
  /** Relative, with the system's separators. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly bytes: number;
}

/**
 * Everything in a folder, in the order of names, parents first. Links are listed and not followed.
 * @throws UserError when there is too much of it.
 */
export function listFolder(folder: string): readonly FoundFile[] {
  const found: FoundFile[] = [];
  let bytes = 0;
  const visit = (within: string): void => {
    for (const entry of readdirSync(join(folder, within)).sort()) {
      const name = join(within, entry);
      const stats = lstatSync(join(folder, name));
      const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
      found.push({ name, kind: stats.isSymbolicLink() ? 'link' : kind, bytes: stats.size });
      bytes += kind === 'file' ? stats.size : 0;
      if (bytes > workspaceLimit.bytes || found.length > workspaceLimit.files) {
        throw tooLarge(folder);
      }
      if (kind === 'folder') visit(name);
    }
  };
  try {
    visit('');
  } catch (error) {
    throw storageError(error, 'read', folder);
  }
  return found;
}

function tooLarge(folder: string): UserError {
  const most = `${count(workspaceLimit.files, 'file')} or ${workspaceLimit.bytes / 1e6} MB`;
  const message = `${printable(folder)} holds more than ${most}, which is too much to be checked.`;
  return new UserError('too-large', message, 'Move what the exercise does not need elsewhere.');
}

/** @returns what was left out. */
function copyWorkspace(from: string, to: string): readonly string[] {
  const notes: string[] = [];
  const files = listFolder(from);
  mkdirSync(to);
  try {
    for (const { name, kind } of files) {
      if (kind === 'folder') mkdirSync(join(to, name));
      else if (kind === 'file') copyFile(join(from, name), join(to, name));
      else if (kind === 'other' || !copyLink(from, to, name)) {
        const what = kind === 'link' ? 'a link that leads nowhere in it' : 'no ordinary file';
        notes.push(`The check did not see ${printable(name)} of your workspace: it is ${what}.`);
      }
    }
  } catch (error) {
    throw storageError(error, 'copy your workspace', from);
  }
  return notes;
}

/** With its rights and times: an exercise may be about either. */
function copyFile(from: string, to: string): void {
  const { atime, mtime } = statSync(from);
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  utimesSync(to, atime, mtime);
}

/** A link within the workspace becomes the same link within the copy; no other one is made. */
function copyLink(from: string, to: string, name: string): boolean {
  try {
    const target = realpathSync(join(from, name));
    if (!isInside(from, target)) return false;
    const direct = resolve(dirname(join(from, name)), readlinkSync(join(from, name)));
    const way = relative(dirname(join(from, name)), isInside(from, direct) ? direct : target);
    symlinkSync(way || '.', join(to, name));
    return true;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}

/** Writes `<name>.json` for each file: `{"value": …}`, or `{"error": "line 3: …"}`. */
async function handOverYaml(names: readonly string[], copy: string, to: string): Promise<void> {
  mkdirSync(to);
  for (const name of names) {
    const path = insidePath(to, `${name}.json`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await yamlAsJson(name, insidePath(copy, name)));
  }
}

async function yamlAsJson(name: string, path: string): Promise<string> {
  const wrong = (error: string) => JSON.stringify({ error });
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return wrong('the file is missing');
  if (!stats.isFile()) return wrong('it is no file');
  if (stats.size > yamlLimitBytes) return wrong('the file is larger than 1 MiB');
  const { parseYaml } = await import('../core/curriculum/source.ts');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    const { value, diagnostics } = parseYaml(name, text);
    const [first] = diagnostics;
    if (first) return wrong(`line ${first.range?.line ?? 1}: ${printable(first.message)}`);
    return JSON.stringify({ value: value ?? null });
  } catch (error) {
    if (errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return wrong('it is no UTF-8 text');
    // Lists within lists within lists, or one that holds itself.
    if (error instanceof RangeError) return wrong('it is nested too deeply');
    if (error instanceof TypeError) return wrong('a part of it holds itself');
    throw error;
  }
}

// ---- Processes

export interface Job extends Limits {
  /** A Python program. */
  readonly script: string;
  readonly cwd: string;
  /** From `withPrivateFolder`: home, temporary files, and the mark by which processes are found. */
  readonly folder: string;
}

export interface Finished {
  readonly ended: Ended;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Stands between us and the program: whatever that does to its parent, it does to this one. It sets the
 * limits, inherits every process that loses its parent (Linux), ends what is left when the program has
 * ended, and ends everything when we are gone, which it sees at its stdin.
 */
const launcher = `
import os, signal, subprocess, sys, threading, time

def limit(name, most):
    try:
        import resource
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
    except (ImportError, AttributeError, ValueError, OSError):
        pass

limit('RLIMIT_CORE', 0)
limit('RLIMIT_FSIZE', 256 << 20)
if sys.platform == 'linux':
    # Not the address space: threads reserve far more of that than they use.
    limit('RLIMIT_DATA', int(sys.argv[1]))
    try:
        import ctypes
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
    except Exception:
        pass

# The program gets the signals too, and decides. Ignoring them here would be inherited.
signal.signal(signal.SIGTERM, lambda *_: None)

def watch():
    os.read(0, 1)
    os.killpg(0, signal.SIGKILL) if hasattr(os, 'killpg') else os._exit(1)

child = subprocess.Popen([sys.executable, sys.argv[2]], stdin=subprocess.DEVNULL)
threading.Thread(target=watch, daemon=True).start()
status = child.wait()

def sweep():
    for _ in range(2000):
        try:
            if os.waitpid(-1, os.WNOHANG)[0]:
                continue
            for pid in open(f'/proc/self/task/{os.getpid()}/children').read().split():
                os.kill(int(pid), signal.SIGKILL)
        except OSError:
            return
        time.sleep(0.002)

if sys.platform == 'linux':
    sweep()
if status < 0:
    signal.signal(-status, signal.SIG_DFL) if -status not in (9, 19) else None
    os.kill(os.getpid(), -status)
os._exit(status)
`;

/**
 * Runs a Python program within its limits, and ends everything that it started. Nothing of the user's
 * environment but PATH reaches it. Never throws for what the program does.
 */
export async function runContained(job: Job): Promise<Finished> {
  const stopped = (reason: StopReason) => ({ kind: 'stopped' as const, reason, detail: '' });
  const python = findProgram('python3', job.env);
  if (python === undefined || job.signal?.aborted) {
    const reason = python === undefined ? 'missing-program' : 'cancelled';
    return { ended: explain(stopped(reason), job), stdout: '', stderr: '' };
  }
  const memory = job.memoryBytes ?? 1024 * mebibyte;
  const child = spawn(python, ['-I', '-S', '-c', launcher, String(memory), job.script], {
    cwd: job.cwd,
    env: makeEnvironment(job),
    stdio: 'pipe',
    detached: !onWindows,
    windowsHide: true,
  });
  child.stdin.on('error', () => {});
  const closed = once(child, 'close').catch(() => {});
  const most = job.outputBytes ?? mebibyte / 4;
  let stdout = () => '';
  let stderr = () => '';
  let clear = () => {};
  const ended = await new Promise<Ended>((done) => {
    const stop = (reason: StopReason) => done(stopped(reason));
    child.once('error', () => stop('missing-program'));
    child.once('exit', (status, signal) =>
      done(signal ? { kind: 'killed', signal } : { kind: 'exited', status: status ?? 1 }),
    );
    stdout = collect(child.stdout, most, most, () => stop('flooded'));
    // A learner may print a lot while searching: it is cut, and only a flood ends the run.
    stderr = collect(child.stderr, most, most * 64, () => stop('flooded'));
    clear = watch(child.pid, job, memory, stop);
  });
  clear();
  await endEverything(child, job.folder, ended.kind === 'stopped');
  await Promise.race([closed, sleep(1000)]);
  child.stdout.destroy();
  child.stderr.destroy();
  child.stdin.destroy();
  return { ended: explain(ended, job), stdout: stdout(), stderr: stderr() };
}

function makeEnvironment({ env, folder, kit }: Job): Record<string, string> {
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

function explain(ended: Ended, { limitMs, memoryBytes = 1024 * mebibyte }: Job): Ended {
  if (ended.kind !== 'stopped') return ended;
  const details: Record<StopReason, string> = {
    'timed-out': `It was stopped after ${limitMs / 1000} s. Is there a loop without an end?`,
    flooded: 'It was stopped because it printed too much. Is there a loop without an end?',
    'out-of-memory': `It was stopped because it needed more than ${Math.round(memoryBytes / mebibyte)} MiB of memory.`,
    'too-many-processes': `It was stopped because it started more than ${mostProcesses} processes.`,
    'missing-program': describeMissing([{ name: 'python3', how: sources.get('python3') ?? '' }]),
    cancelled: 'You stopped it.',
  };
  return { ...ended, detail: details[ended.reason] };
}

/** Keeps the first `most` bytes of a stream; calls `flood` once `bearable` are passed. */
function collect(
  stream: Readable,
  most: number,
  bearable: number,
  flood: () => void,
): () => string {
  const chunks: Buffer[] = [];
  let kept = 0;
  let seen = 0;
  stream.on('error', () => {});
  stream.on('data', (data: Buffer) => {
    seen += data.length;
    const part = data.subarray(0, most - kept);
    kept += part.length;
    if (part.length > 0) chunks.push(part);
    if (seen > bearable) flood();
  });
  return () => {
    const text = Buffer.concat(chunks).toString('utf8').replaceAll('\r\n', '\n');
    return seen > kept ? `${text}\n… and ${count(seen - kept, 'byte')} more` : text;
  };
}

/** Calls `stop` when a limit is passed. @returns what ends the watch. */
function watch(
  pid: number | undefined,
  { limitMs, signal }: Job,
  memoryBytes: number,
  stop: (reason: StopReason) => void,
): () => void {
  const cancel = () => stop('cancelled');
  signal?.addEventListener('abort', cancel, { once: true });
  const clock = setTimeout(stop, limitMs, 'timed-out');
  const look = () => {
    const family = pid === undefined ? [] : descendants(pid);
    if (family.length > mostProcesses) stop('too-many-processes');
    else if (usesMore(family, memoryBytes)) stop('out-of-memory');
  };
  const watcher = onLinux ? setInterval(look, 100) : undefined;
  return () => {
    signal?.removeEventListener('abort', cancel);
    clearTimeout(clock);
    clearInterval(watcher);
  };
}

async function endEverything(child: ChildProcess, folder: string, asked: boolean): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  if (asked) {
    signalGroup(pid, 'SIGTERM');
    if (isRunning(child)) await Promise.race([once(child, 'exit'), sleep(graceMs)]);
  }
  if (onLinux) {
    // Stopped at one stroke, so that nothing can fork away; the launcher, stopped too, keeps the orphans.
    signalGroup(pid, 'SIGSTOP');
    await endStragglers(child, folder);
  }
  signalGroup(pid, 'SIGKILL');
}

/** What left the group: found by its ancestry, and by the private folder in its environment. */
async function endStragglers(child: ChildProcess, folder: string): Promise<void> {
  for (let round = 0; round < 100; round++) {
    // Once the launcher has ended, its number may be somebody else's.
    const family = child.pid !== undefined && isRunning(child) ? descendants(child.pid) : [];
    const found = new Set([...family.map(({ pid }) => pid), ...marked(folder)]);
    if (child.pid !== undefined) found.delete(child.pid);
    if (found.size === 0) return;
    for (const one of found) signalOne(one, 'SIGSTOP');
    for (const one of found) signalOne(one, 'SIGKILL');
    await sleep(Math.min(5 + round, 50));
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (onWindows) spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
  else signalOne(-pid, signal);
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It has ended meanwhile; or it has become somebody else, which is not ours to end.
    if (errorCode(error) !== 'ESRCH' && errorCode(error) !== 'EPERM') throw error;
  }
}

interface Living {
  readonly pid: number;
  readonly parent: number;
  readonly residentBytes: number;
}

/** Every living process of this machine that we may see (Linux). */
function living(): readonly Living[] {
  return processIds().flatMap((pid) => {
    const status = readProcess(pid, 'status');
    const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? '';
    // What has ended stays listed until somebody asks how.
    if (status === '' || /^[ZX]/.test(field('State'))) return [];
    return [{ pid, parent: Number(field('PPid')), residentBytes: Number(field('VmRSS')) * 1024 }];
  });
}

function descendants(ancestor: number): readonly Living[] {
  const children = new Map<number, Living[]>();
  for (const one of living()) children.set(one.parent, [...(children.get(one.parent) ?? []), one]);
  const found: Living[] = [];
  const queue = [ancestor];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    for (const child of children.get(pid) ?? []) {
      found.push(child);
      queue.push(child.pid);
    }
  }
  return found;
}

function marked(folder: string): readonly number[] {
  return processIds().filter((pid) => readProcess(pid, 'environ').includes(`${folder}/`));
}

/** What is shared between processes is counted once, which costs time: only when it may matter. */
function usesMore(family: readonly Living[], bytes: number): boolean {
  if (family.reduce((sum, { residentBytes }) => sum + residentBytes, 0) <= bytes) return false;
  const proportional = family.map(({ pid }) => {
    return Number(/^Pss:\s*(\d+)/m.exec(readProcess(pid, 'smaps_rollup'))?.[1] ?? 0) * 1024;
  });
  return proportional.reduce((sum, part) => sum + part, 0) > bytes;
}

function processIds(): readonly number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function readProcess(pid: number, file: 'status' | 'environ' | 'smaps_rollup'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    // Ended meanwhile, or another user's.
    if (errorCode(error) === undefined) throw error;
    return '';
  }
}
