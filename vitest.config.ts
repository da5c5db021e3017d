import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Whole-program tests start real processes; two at a time is what a small machine bears.
    maxWorkers: 2,
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/mlops-path/tests.json' }]],
  },
});
