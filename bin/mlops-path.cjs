#!/usr/bin/env node
// CommonJS, like what is built: Node starts that faster than a module.
const { existsSync, readFileSync } = require('node:fs');
const nodeModule = require('node:module');
const { dirname, join } = require('node:path');

const main = join(__dirname, '..', 'dist', 'main.cjs');

load()
  .runProcess()
  .then((/** @type {number} */ exitCode) => {
    process.exitCode = exitCode;
  });

/**
 * Node 22 keeps by itself what it has compiled. For a Node before that the build leaves it beside the
 * program, under that Node's version; V8 refuses what is not its own, and compiles anew.
 */
function load() {
  const compiled = `${main}.${process.version}-${process.arch}`;
  if (nodeModule.enableCompileCache || !existsSync(compiled)) {
    nodeModule.enableCompileCache?.();
    return require(main);
  }
  const { Script } = require('node:vm');
  const source = nodeModule.wrap(readFileSync(main, 'utf8'));
  const script = new Script(source, { filename: main, cachedData: readFileSync(compiled) });
  const loaded = { exports: {} };
  const run = script.runInThisContext();
  run(loaded.exports, nodeModule.createRequire(main), loaded, main, dirname(main));
  return loaded.exports;
}
