import { describe, expect, it } from 'vitest';
import { count, duration, either, hours, list, percent } from '../../../src/core/text/phrase.ts';

describe('count', () => {
  it.each([
    [0, '0 topics'],
    [1, '1 topic'],
    [2, '2 topics'],
    [1_000, '1,000 topics'],
    [999, '999 topics'],
    [12_345, '12,345 topics'],
    [100_000, '100,000 topics'],
    [1_000_000, '1,000,000 topics'],
  ])('of %i is %j', (n, text) => {
    expect(count(n, 'topic')).toBe(text);
  });

  it('takes the plural that is given', () => {
    expect([1, 2].map((n) => count(n, 'entry', 'entries'))).toEqual(['1 entry', '2 entries']);
  });
});

it.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A or B'],
  [['salt and pepper', 'B', 'C and D'], 'salt and pepper, B or C and D'],
])('either of %j is %j', (names, text) => {
  expect(either(names)).toBe(text);
});

describe('list', () => {
  const names = ['A', 'B', 'C', 'D', 'E'];

  it.each([
    [0, undefined, ''],
    [1, undefined, 'A'],
    [2, undefined, 'A and B'],
    [3, undefined, 'A, B and C'],
    [5, undefined, 'A, B, C, D and E'],
    [3, 3, 'A, B and C'],
    [4, 3, 'A, B, C and 1 more'],
    [5, 3, 'A, B, C and 2 more'],
    [2, 1, 'A and 1 more'],
    [2, 0, '2 more'],
  ])('of %i names, at most %s, is %j', (n, limit, text) => {
    expect(list(names.slice(0, n), limit)).toBe(text);
  });

  it('writes many as numbers are written, and leaves the names alone', () => {
    const many = Array.from({ length: 1_234 }, (_, i) => `${i}`);
    expect(list(many, 1)).toBe('0 and 1,233 more');
    expect(many).toHaveLength(1_234);
  });
});

describe('hours', () => {
  it.each([
    [0, '0 h'],
    [0.02, '1 min'],
    [0.001, '1 min'],
    [0.05, '0.1 h'],
    [3, '3 h'],
    [2.5, '2.5 h'],
    [2.44, '2.4 h'],
    [2.96, '3 h'],
    [0.1 + 0.2, '0.3 h'],
  ])('of %f is %j', (h, text) => {
    expect(hours(h)).toBe(text);
  });
});

it.each([
  [0, '0 min'],
  [29_999, '0 min'],
  [30_000, '1 min'],
  [3_599_999, '1 h'],
  [11_400_000, '3 h 10 min'],
  [36e8 * 1_234, '1,234,000 h'],
])('duration of %i ms is %j', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

it.each([
  [0, '0 %'],
  [0.004, '0 %'],
  [0.895, '90 %'],
  [1, '100 %'],
])('percent of %f is %j', (share, text) => {
  expect(percent(share)).toBe(text);
});
