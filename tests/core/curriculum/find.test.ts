import { describe, expect, it } from 'vitest';
import {
  type Found,
  lookUpScope,
  lookUpTopic,
  scopeItem,
} from '../../../src/core/curriculum/find.ts';
import { curriculumOf } from '../../support/curriculum.ts';
import { sequence } from '../../support/sequence.ts';

/** `one: id`, `several: ids` or `none: the nearest`. */
function shown<T>(found: Found<T>, idOf: (value: T) => string): string {
  switch (found.is) {
    case 'one':
      return `one: ${idOf(found.value)}`;
    case 'several':
      return `several: ${found.values.map(idOf).join(' ')}`;
    case 'none':
      return `none: ${found.nearest.join(' ')}`;
  }
}

const topic = (wanted: string) => shown(lookUpTopic(sequence, wanted), ({ id }) => id);
const scope = (wanted: string) => {
  return shown(lookUpScope(sequence, wanted), (found) => `${found.kind} ${scopeItem(found).id}`);
};

describe('a topic', () => {
  it.each([
    ['an id', 'python-core', 'one: python-core'],
    ['an id in capitals, with space around it', '  Python-CORE ', 'one: python-core'],
    ['a number', '4', 'one: cicd'],
    ['a number that no screen shows', '4.0', 'none: '],
    ['the beginning of an id', 'pan', 'one: pandas'],
    ['the beginning of several', 'git', 'several: git-snapshots github-actions'],
    ['a title', 'GitHub Actions', 'one: github-actions'],
    ['a word of a title', 'names', 'one: python-core'],
    ['a word of several titles', 'python', 'several: python-core pandas'],
    ['the beginnings of words, in any order', 'mod ci', 'one: cicd'],
    ['words with hyphens', 'actions-github', 'one: github-actions'],
    ['a misspelt id', 'pyhton-core', 'none: python-core'],
    ['a misspelt beginning', 'pandsa', 'none: pandas'],
    ['nothing like any id', 'quantum-chromodynamics', 'none: '],
    ['the id of a step', 'delivery', 'none: '],
    ['what every object has', 'constructor', 'none: '],
  ])('%s: %s', (_, wanted, expected) => {
    expect(topic(wanted)).toBe(expected);
  });

  it.each(['', ' ', '\t', '0', '6', 'pandas snapshots'])('%j is no topic', (wanted) => {
    expect(lookUpTopic(sequence, wanted).is).toBe('none');
  });

  it('an exact id wins over those that begin with it', () => {
    const small = curriculumOf({ 'git-more': [], git: [], 'git-most': [] });
    expect(lookUpTopic(small, 'git')).toMatchObject({ is: 'one', value: { id: 'git' } });
  });

  it('every id and every number finds its own topic', () => {
    for (const { id, number } of sequence.topics) {
      expect(topic(id)).toBe(`one: ${id}`);
      expect(topic(String(number))).toBe(`one: ${id}`);
    }
  });
});

describe('a scope', () => {
  it.each([
    ['the id of a phase', 'beginner', 'one: phase beginner'],
    ['the id of a step', 'data', 'one: step data'],
    ['the id of a topic', 'pandas', 'one: topic pandas'],
    ['a number, which is a topic', '1', 'one: topic python-core'],
    ['the title of a step', 'programming: the basics', 'one: step programming'],
    ['a beginning of several kinds', 'd', 'several: step data step delivery'],
    ['a misspelt id', 'begginer', 'none: beginner'],
  ])('%s: %s', (_, wanted, expected) => {
    expect(scope(wanted)).toBe(expected);
  });

  it.each([
    ['beginner', ['python-core', 'git-snapshots', 'pandas']],
    ['delivery', ['cicd', 'github-actions']],
    ['cicd', ['cicd']],
  ])('%s holds its topics', (wanted, expected) => {
    const found = lookUpScope(sequence, wanted);
    expect(found.is === 'one' && found.value.topics.map(({ id }) => id)).toEqual(expected);
  });
});

// Reported. What has no number is found by the word "undefined"; a word without letters fits
// everything; a word as the title writes it, with a slash, fits nothing.
it.each([
  ['the word of the language itself', scope('undefined'), 'none'],
  ['a hyphen', topic('-'), 'none'],
  ['a word with a slash', topic('ci/cd'), 'one: cicd'],
])('%s', (_, found, expected) => {
  expect(found.startsWith(expected)).toBe(true);
});
