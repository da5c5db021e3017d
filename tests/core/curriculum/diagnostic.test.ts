import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Diagnostic,
  hasErrors,
  sortDiagnostics,
} from '../../../src/core/curriculum/diagnostic.ts';

const at = (file: string, line?: number, column = 1): Diagnostic => ({
  ...{ code: 'bad-value', severity: 'error', message: '.', file },
  ...(line !== undefined && { range: { line, column, endColumn: column + 1, text: '' } }),
});

const sorted = [
  at('curriculum.yaml'),
  at('curriculum.yaml', 2, 10),
  at('curriculum.yaml', 10, 2),
  at('curriculum.yaml', 10, 11),
  at('topics/a/lesson.md', 1),
  at('topics/a/topic.yaml', 1),
  at('topics/b/topic.yaml', 1),
];

it('sorts by file, line and column: as numbers, and what has no line comes first', () => {
  const shuffled = fc.shuffledSubarray(sorted, { minLength: sorted.length });
  fc.assert(
    fc.property(shuffled, (all) => {
      expect(sortDiagnostics(all)).toEqual(sorted);
    }),
  );
});

it('keeps the order of findings at one place', () => {
  const twice = [at('a', 1), { ...at('a', 1), message: 'second' }];
  expect(sortDiagnostics(twice)).toEqual(twice);
});

it.each([
  ['nothing', [], false],
  ['warnings', [{ ...at('a'), severity: 'warning' } as const], false],
  ['a warning and an error', [{ ...at('a'), severity: 'warning' } as const, at('a')], true],
])('%s', (_, diagnostics, expected) => {
  expect(hasErrors(diagnostics)).toBe(expected);
});
