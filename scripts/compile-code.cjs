// Leaves what V8 compiled of the program beside it: bin/mlops-path.cjs says for which Node. It runs the
// program in a process of its own, so that what such a command line needs has been compiled by then.
const { mkdirSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const vm = require('node:vm');

const folder = join(__dirname, '..', 'dist', `${process.version}-${process.arch}`);
mkdirSync(folder, { recursive: true });

/** @type {Map<string, vm.Script>} */
const scripts = new Map();
vm.Script = class extends vm.Script {
  /** @param {string} source @param {vm.ScriptOptions & { filename: string }} options */
  constructor(source, options) {
    super(source, options);
    scripts.set(options.filename, this);
  }
};

process.on('exit', () => {
  for (const [file, script] of scripts) {
    writeFileSync(join(folder, basename(file)), script.createCachedData());
  }
});

require('../bin/mlops-path.cjs');
