#!/usr/bin/env node
// CommonJS, like what is built: Node starts that faster than a module.
require('node:module').enableCompileCache?.();
require('../dist/main.cjs')
  .runProcess()
  .then((/** @type {number} */ exitCode) => {
    process.exitCode = exitCode;
  });
