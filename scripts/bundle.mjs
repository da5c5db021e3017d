// For programs of the project that do not ship: TypeScript into one folder, packages left where they are.
import { join } from 'node:path';
import { rolldown } from 'rolldown';

export const root = join(import.meta.dirname, '..');

/**
 * @param {string} input
 * @param {string} folder
 * @returns {Promise<string>} the program, a module
 */
export async function bundle(input, folder) {
  const program = await rolldown({ input, platform: 'node', external: isPackage });
  const { output } = await program.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
  });
  return join(folder, output[0].fileName);
}

/** @param {string} id as it is imported */
const isPackage = (id) => /^[^./\0]/.test(id) && !/^[a-z]:/i.test(id);
