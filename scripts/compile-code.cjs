// Leaves what V8 compiled of the program beside it: bin/mlops-path.cjs says for which Node. It is run in a
// process of its own, as `mlops-path next`, so that what a start needs has been compiled by then.
const { readFileSync, writeFileSync } = require('node:fs');
const nodeModule = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const main = join(__dirname, '..', 'dist', 'main.cjs');
const script = new Script(nodeModule.wrap(readFileSync(main, 'utf8')), { filename: main });
const loaded = { exports: {} };
const run = script.runInThisContext();
run(loaded.exports, nodeModule.createRequire(main), loaded, main, dirname(main));

/** @type {{ runProcess(): Promise<number> }} */ (loaded.exports).runProcess().then((exitCode) => {
  if (exitCode !== 0) throw new Error(`The program ended with ${exitCode}.`);
  writeFileSync(`${main}.${process.version}-${process.arch}`, script.createCachedData());
});
