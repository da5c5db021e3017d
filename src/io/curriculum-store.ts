import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Diagnostic, hasErrors } from '../core/curriculum/diagnostic.ts';
import {
  type OpenCurriculum,
  openCompiled,
  openInMemory,
  writeCompiled,
} from './compiled-curriculum.ts';
import {
  listSource,
  readSource,
  type SourceFile,
  type SourceListing,
} from './curriculum-source.ts';
import { errorCode } from './storage-error.ts';

export type Opened =
  | { readonly ok: true; readonly open: OpenCurriculum }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly location: string };

/** The id of the curriculum that ships with the program. */
export const shippedId = 'mlops';

/** The curriculum that ships: compiled when the program was built. */
export function openShipped(programFolder: string): OpenCurriculum {
  const open = openCompiled(join(programFolder, 'dist', 'curriculum'));
  if (!open) throw new Error('The shipped curriculum is missing. Build the program again.');
  return open;
}

/**
 * Any other curriculum: compiled on first use and kept in the cache for as long as its files have the
 * same names, sizes and times.
 *
 * @param version of the program: another one may compile differently.
 */
export async function openFrom(location: string, cache: string, version: string): Promise<Opened> {
  const listing = listSource(location);
  const folder = join(cache, 'curricula', fingerprint(listing, version));
  const known = listing.diagnostics.length === 0 ? openCompiled(folder) : undefined;
  if (known) return { ok: true, open: known };

  const { diagnostics, compiled } = await checkSource(listing);
  if (!compiled || hasErrors(diagnostics)) return { ok: false, diagnostics, location };
  try {
    writeCompiled(folder, compiled);
  } catch (error) {
    // The cache is a convenience: on a read-only or full disk the curriculum works without it.
    if (errorCode(error) === undefined) throw error;
  }
  return { ok: true, open: openCompiled(folder) ?? openInMemory(compiled) };
}

/** Reads and checks every file. The checker and the YAML parser are loaded only here. */
export async function checkSource(listing: SourceListing) {
  const { checkCurriculum } = await import('../core/curriculum/check.ts');
  return checkCurriculum(readSource(listing));
}

function fingerprint({ location, page, topics }: SourceListing, version: string): string {
  const hash = createHash('sha256').update(`${version}\n${location}\n`);
  const add = ({ file, size, modifiedMs }: SourceFile) => {
    hash.update(`${file}\t${size}\t${modifiedMs}\n`);
  };
  add(page);
  for (const { topic, lesson } of topics.values()) {
    add(topic);
    if (lesson) add(lesson);
  }
  return hash.digest('hex').slice(0, 32);
}

/** Compiles a curriculum into a folder, unless it has errors. @returns what is wrong with it. */
export async function compileTo(location: string, folder: string): Promise<readonly Diagnostic[]> {
  const { diagnostics, compiled } = await checkSource(listSource(location));
  if (compiled) writeCompiled(folder, compiled);
  return diagnostics;
}
