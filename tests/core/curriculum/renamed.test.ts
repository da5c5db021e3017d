import { expect, it } from 'vitest';
import { currentIds } from '../../../src/core/curriculum/renamed.ts';

const now = new Map(['git', 'bash', 'python'].map((id, place) => [id, place]));

it.each<[what: string, id: string, renamed: Record<string, string[]>, expected: string[]]>([
  ['a topic that there is', 'git', {}, ['git']],
  ['a topic that there is, whatever is said of its id', 'git', { git: ['bash'] }, ['git']],
  ['an id that nobody knows', 'svn', {}, ['svn']],
  ['a new name', 'svn', { svn: ['git'] }, ['git']],
  ['a new name that was renamed again', 'rcs', { rcs: ['svn'], svn: ['git'] }, ['git']],
  ['a topic that was split', 'shell', { shell: ['bash', 'git'] }, ['bash', 'git']],
  ['parts that come together again', 'a', { a: ['b', 'c'], b: ['git'], c: ['git'] }, ['git']],
  ['a name that leads to a retired topic', 'a', { a: ['svn'] }, ['svn']],
  ['a part that is gone', 'a', { a: ['git', 'svn'] }, ['git', 'svn']],
  [
    'a way to a topic that there is, whatever is said of it',
    'a',
    { a: ['git'], git: ['bash'] },
    ['git'],
  ],
  ['names in a circle', 'a', { a: ['b'], b: ['a'] }, ['a']],
  ['a circle with a way out', 'a', { a: ['b', 'git'], b: ['a'] }, ['git']],
  ['the name of what every object has', 'constructor', {}, ['constructor']],
  ['a way to such a name', 'a', { a: ['constructor'] }, ['constructor']],
])('%s', (_, id, renamed, expected) => {
  const found = currentIds({ renamed, indexOf: now }, id);
  expect([...found].sort()).toEqual(expected);
});
