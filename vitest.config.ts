import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Whole-program tests start real processes; two at a time is what a small machine bears.
    maxWorkers: 2,
    // For what never ends; how long something takes is the affair of the benchmarks.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/mlops-path/tests.json' }]],
  },
});
