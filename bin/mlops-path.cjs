#!/usr/bin/env node
// CommonJS, like what is built: Node starts that faster than a module.
const { existsSync, readFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

/** @typedef {typeof import('node:module') & { enableCompileCache?(): void }} Loader since Node 22 */
// Not `require('node:module')`, which loads what modules need as well.
const loader = /** @type {Loader} */ (module.constructor);

const dist = join(__dirname, '..', 'dist');
const compiled = join(dist, `${process.version}-${process.arch}`);

// Node 22 keeps by itself what it has compiled. For a Node before that the build leaves it beside the
// program, under that Node's version.
if (existsSync(compiled)) runCompiled();
else loader.enableCompileCache?.();

require(join(dist, 'main.cjs'))
  .runProcess()
  .then((/** @type {number} */ exitCode) => {
    process.exitCode = exitCode;
  });

/** V8 refuses what is not its own, and compiles anew. */
function runCompiled() {
  const { Script } = require('node:vm');
  require.extensions['.cjs'] = (file, filename) => {
    const kept = join(compiled, basename(filename));
    const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
    const source = loader.wrap(readFileSync(filename, 'latin1'));
    const run = new Script(source, { filename, cachedData }).runInThisContext();
    run(file.exports, file.require.bind(file), file, filename, dirname(filename));
  };
}
