import { join } from 'node:path';
import { type Diagnostic, hasErrors } from '../../core/curriculum/diagnostic.ts';
import type { CurriculumSource, TextFile } from '../../core/curriculum/files.ts';
import { keepQuietly } from '../files/atomic-file.ts';
import { checksum, checksumText } from '../files/checksum.ts';
import {
  type CompiledCopy,
  type OpenCurriculum,
  openCompiled,
  openInMemory,
  writeCompiled,
} from './compiled.ts';
import { filesOf, listSource, readSource, type SourceListing } from './source.ts';

export type Opened =
  | { readonly ok: true; readonly open: OpenCurriculum }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly location: string };

/**
 * A curriculum other than the one that ships: compiled on first use, and kept in the cache for as long
 * as its files are the same.
 *
 * @param version of the program: another one may compile differently.
 */
export async function openFrom(location: string, cache: string, version: string): Promise<Opened> {
  // Before the files are looked at: whatever changes afterwards is not older than this.
  const readAtMs = Date.now();
  const listing = listSource(location);
  const fingerprint = fingerprintOf(listing, version);
  const path = join(cache, 'curricula', `${checksumText(checksum(location))}.jsonl`);
  const copy = listing.diagnostics.length === 0 ? openCompiled(path) : undefined;
  if (copy && (await isCurrent(copy, listing, fingerprint, readAtMs))) {
    return { ok: true, open: copy.open() };
  }

  const source = readSource(listing);
  const { diagnostics, compiled } = await checkFiles(source);
  if (!compiled || hasErrors(diagnostics)) return { ok: false, diagnostics, location };
  const origin = { fingerprint, contents: hashOf(source), readAtMs };
  const isKept = await keepQuietly(() => writeCompiled(path, compiled, origin));
  return { ok: true, open: (isKept && openCompiled(path)?.open()) || openInMemory(compiled) };
}

/**
 * A file that is changed twice within the resolution of the clock looks the same before and after the
 * second change. So times say nothing about files that were young when they were read, and what is in
 * them is compared instead; once they have come of age, their times are believed from then on.
 */
async function isCurrent(
  copy: CompiledCopy,
  listing: SourceListing,
  fingerprint: string,
  readAtMs: number,
): Promise<boolean> {
  const { origin } = copy;
  if (origin?.fingerprint !== fingerprint || !copy.isWhole()) return false;
  const youngest = youngestOf(listing);
  if (isOfAge(youngest, origin.readAtMs)) return true;
  if (hashOf(readSource(listing)) !== origin.contents) return false;
  if (isOfAge(youngest, readAtMs)) await keepQuietly(() => copy.renew({ ...origin, readAtMs }));
  return true;
}

/** The coarsest clock of a file system in use (FAT) counts in steps of two seconds. */
const clockStepMs = 2000;

function isOfAge(changedMs: number, readAtMs: number): boolean {
  return changedMs < readAtMs - clockStepMs;
}

/** Reads and checks every file. */
export async function checkSource(listing: SourceListing) {
  return checkFiles(readSource(listing));
}

/** The checker and the YAML parser are loaded only here. */
async function checkFiles(source: CurriculumSource) {
  const { checkCurriculum } = await import('../../core/curriculum/check.ts');
  return checkCurriculum(source);
}

/** Compiles a curriculum into a file, unless it has errors. @returns what is wrong with it. */
export async function compileTo(location: string, path: string): Promise<readonly Diagnostic[]> {
  const { diagnostics, compiled } = await checkSource(listSource(location));
  if (compiled) await writeCompiled(path, compiled);
  return diagnostics;
}

/**
 * The names, sizes and times of all files. The time of change is among them: unlike that of
 * modification, nobody can set it back after writing a file.
 */
function fingerprintOf(listing: SourceListing, version: string): string {
  let bytes = 0;
  const lines = [version, listing.location];
  for (const { file, size, modifiedMs, changedMs } of filesOf(listing)) {
    bytes += size;
    lines.push(`${file}\t${size}\t${modifiedMs}\t${changedMs}`);
  }
  for (const [id, { exercise }] of listing.topics) if (exercise) lines.push(id, ...exercise);
  return `${lines.length} ${bytes} ${checksumText(checksum(lines.join('\n')))}`;
}

function youngestOf(listing: SourceListing): number {
  let youngest = 0;
  for (const { changedMs } of filesOf(listing)) youngest = Math.max(youngest, changedMs);
  return youngest;
}

function hashOf({ page, topics }: CurriculumSource): string {
  // Loaded when it is needed: it takes longer than everything else here.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  const add = ({ file, text }: TextFile) => hash.update(`${file}\n${text.length}\n${text}`);
  add(page);
  for (const { topic, lesson } of topics.values()) {
    add(topic);
    if (lesson) add(lesson);
  }
  return hash.digest('hex');
}
