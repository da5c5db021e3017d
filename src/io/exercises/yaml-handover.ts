import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { printable } from '../../core/text/printable.ts';
import { errorCode } from '../files/storage-error.ts';
import { insidePath } from './files.ts';

const yamlLimitBytes = 1024 * 1024;

/** Writes `<name>.json` for each file: `{"value": …}`, or `{"error": "line 3: …"}`. */
export async function handOverYaml(
  names: readonly string[],
  copy: string,
  to: string,
): Promise<void> {
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
  const { parseYaml } = await import('../../core/curriculum/source.ts');
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
