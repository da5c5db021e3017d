#!/usr/bin/env node
import module from 'node:module';

module.enableCompileCache?.();
const { runProcess } = await import('../dist/main.js');
process.exitCode = await runProcess();
