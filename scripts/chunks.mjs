// Which module goes into which file of dist/: so few files, and so little in each, as a start needs.
import { join } from 'node:path';

const src = join(import.meta.dirname, '..', 'src');
const main = join(src, 'main.ts');
/** @param {string[]} names */
const verbs = (...names) => names.map((name) => join(src, 'commands', `${name}.ts`));

/**
 * @typedef {(id: string) => { importedIds: string[], dynamicallyImportedIds: string[] } | null} Look
 *   what a module imports
 */

/**
 * Says the name of the file without its ending; `null` leaves it to the bundler, which puts a module
 * with the verb that needs it. A package that not every verb needs has a file of its own.
 *
 * @returns {(id: string, context: { getModuleInfo: Look }) => string | null}
 */
export function chunkNames() {
  /** @type {Map<string, string> | undefined} */
  let names;
  return (id, context) => {
    names ??= nameAll((other) => context.getModuleInfo(other));
    return names.get(id) ?? null;
  };
}

/** @param {Look} look @returns {Map<string, string>} by module; whoever is named first stays */
function nameAll(look) {
  const names = new Map();
  /** @param {string} name @param {Iterable<string>} modules */
  const give = (name, modules) => {
    for (const id of modules) if (!names.has(id)) names.set(id, name);
  };
  // What is there before it is known which verb it is.
  give('program', closure(look, [main]));
  give('session', closure(look, verbs('session')));
  // What one runs many times a day.
  const everyDay = verbs('home', 'next', 'status', 'show', 'roadmap', 'mark');
  give('session', neededByTwo(look, everyDay));
  // What a terminal needs, and a pipe does not.
  give('colours', closure(look, [join(src, 'terminal', 'colours.ts')]));
  // One package may use another one that we use, too, or what that one uses: the smaller one has it.
  const doors = [...packages(look)].sort(
    ([, a], [, b]) => closure(look, a).size - closure(look, b).size,
  );
  for (const [name, ids] of doors) give(`packages/${name}`, within(name, closure(look, ids)));
  for (const [name, ids] of doors) give(`packages/${name}`, closure(look, ids));
  // The entry has a file of its own anyway.
  names.delete(main);
  return names;
}

/** @param {Look} look @param {string[]} starts */
function neededByTwo(look, starts) {
  const once = new Set();
  const twice = new Set();
  for (const start of starts) {
    for (const id of closure(look, [start])) (once.has(id) ? twice : once).add(id);
  }
  return twice;
}

/** @param {string} name @param {Iterable<string>} modules */
const within = (name, modules) => [...modules].filter((id) => packageOf(id) === name);

/** @param {string} id */
const packageOf = (id) =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/'))?.[1];

/**
 * What our own modules import of packages.
 * @param {Look} look @returns {Map<string, string[]>} modules, by package
 */
function packages(look) {
  const found = new Map();
  for (const id of closure(look, [main], true)) {
    if (!id.startsWith(src)) continue;
    const { importedIds = [], dynamicallyImportedIds = [] } = look(id) ?? {};
    for (const door of [...importedIds, ...dynamicallyImportedIds]) {
      const name = packageOf(door);
      if (name) found.set(name, [...(found.get(name) ?? []), door]);
    }
  }
  return found;
}

/**
 * All modules that some need before they can run, they among them.
 * @param {Look} look @param {string[]} starts @param {boolean} [later] also what they load afterwards
 */
function closure(look, starts, later = false) {
  const found = new Set(starts);
  for (const id of found) {
    const info = look(id);
    for (const next of info?.importedIds ?? []) found.add(next);
    if (later) for (const next of info?.dynamicallyImportedIds ?? []) found.add(next);
  }
  return found;
}
