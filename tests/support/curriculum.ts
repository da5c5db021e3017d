import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  buildCurriculum,
  type Curriculum,
  type TopicData,
} from '../../src/core/curriculum/curriculum.ts';
import { openShipped } from '../../src/io/curriculum/shipped.ts';
import { root, temporaryFolder } from './program.ts';

export const shipped = openShipped(root);

/** Writes files into a new folder. @returns the folder. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** What authors say of some topics besides what they require. */
type Said = Readonly<Record<string, Pick<TopicData, 'encompasses' | 'cards'>>>;

/** A curriculum of one phase and one step, made of topics and what they require. */
export function curriculumOf(
  requires: Readonly<Record<string, readonly string[]>>,
  said: Said = {},
): Curriculum {
  const ids = Object.keys(requires);
  return buildCurriculum({
    ...{ id: 'small', title: 'Small', version: '1.0.0', about: 'A curriculum for tests.' },
    phases: [
      {
        ...{ id: 'phase', title: 'Phase', focus: 'Focus.', why: 'Why.' },
        steps: [
          {
            ...{ id: 'step', title: 'Step', why: 'Why.', buildsOn: [] },
            topics: ids.map((id) => ({
              id,
              title: `Topic ${id}`,
              hours: 1,
              requires: (requires[id] ?? []).map((other) => ids.indexOf(other)),
              ...(Object.hasOwn(said, id) && said[id]),
            })),
          },
        ],
      },
    ],
    ...{ renamed: {}, retired: [] },
  });
}
