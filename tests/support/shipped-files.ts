import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Files } from './curriculum-source.ts';

const folder = join(import.meta.dirname, '..', '..', 'curriculum', 'mlops');

/**
 * The page, the topics and the lessons of the curriculum that ships, as their authors wrote them; of
 * the exercises, whose files are no part of the text, only the names.
 */
export function shippedFiles(): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const isText = (name: string) => /^(curriculum\.yaml|topics\/[^/]+\/[a-z]+\.\w+)$/.test(name);
  const read = (name: string) => (isText(name) ? readFileSync(join(folder, name), 'utf8') : '');
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}
