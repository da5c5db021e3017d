import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './curriculum-source.ts';

const folder = join(import.meta.dirname, '..', '..', 'curriculum', 'mlops');

/** The page, the topics and the lessons of the curriculum that ships, as their authors wrote them. */
export function shippedFiles(): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^(curriculum\.yaml|topics\/[^/]+\/(topic\.yaml|lesson\.md))$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
