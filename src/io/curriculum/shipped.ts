import { join } from 'node:path';
import { type OpenCurriculum, openCompiled } from './compiled.ts';

/** The id of the curriculum that ships with the program. */
export const shippedId = 'mlops';

/** The curriculum that ships: compiled when the program was built. */
export function openShipped(programFolder: string): OpenCurriculum {
  const copy = openCompiled(join(programFolder, 'dist', 'curriculum.jsonl'));
  if (!copy) throw new Error('The shipped curriculum is missing. Build the program again.');
  return copy.open();
}
