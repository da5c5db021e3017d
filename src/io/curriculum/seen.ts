import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeenCurriculum } from '../../core/curriculum/changes.ts';
import { keepQuietly, writeAtomically } from '../files/atomic-file.ts';
import { errorCode } from '../files/storage-error.ts';

/**
 * Which state of a curriculum this learner has been told about. It is kept in the cache: at worst a
 * change is told a second time.
 */
export class SeenCurricula {
  readonly #folder: string;

  /** @param cache the learner's own. */
  constructor(cache: string) {
    this.#folder = join(cache, 'seen');
  }

  read(curriculum: string): SeenCurriculum | undefined {
    try {
      const value = JSON.parse(readFileSync(this.#path(curriculum), 'utf8')) as SeenCurriculum;
      return Array.isArray(value?.topics) ? value : undefined;
    } catch (error) {
      if (error instanceof SyntaxError || errorCode(error) !== undefined) return undefined;
      throw error;
    }
  }

  async write(curriculum: string, seen: SeenCurriculum): Promise<void> {
    await keepQuietly(() => writeAtomically(this.#path(curriculum), JSON.stringify(seen)));
  }

  #path(curriculum: string): string {
    return join(this.#folder, `${curriculum}.json`);
  }
}
