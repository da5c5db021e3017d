import { expect, it } from 'vitest';
import { describeChanges, seenNow } from '../../../src/core/curriculum/changes.ts';
import { sequence } from '../../support/sequence.ts';

const ids = sequence.topics.map(({ id }) => id);
const without = (...gone: string[]) => ids.filter((id) => !gone.includes(id));

/** What each sentence after the first must name, and must not. */
it.each<[what: string, topics: string[], sentences: string[]]>([
  ['another version, the same topics', ids, []],
  ['another order', ids.toReversed(), []],
  ['a new topic', without('cicd'), ['1 topic is new: CI/CD for models']],
  ['two new ones', without('cicd', 'pandas'), ['2 topics are new']],
  [
    'a topic that was renamed is not new',
    [...without('git-snapshots'), 'git'],
    ['"git" is now git-snapshots'],
  ],
  [
    'a topic that was renamed into one that was there',
    [...ids, 'git'],
    ['"git" is now git-snapshots'],
  ],
  ['a topic that is gone', [...ids, 'svn'], ['svn is gone']],
  [
    'all of it',
    [...without('git-snapshots', 'cicd'), 'git', 'svn', 'cvs'],
    ['"git"', '1 topic is new', 'svn and cvs are gone'],
  ],
])('%s', (_, topics, sentences) => {
  const [first, ...rest] = describeChanges({ version: '1.0.0', topics }, sequence);
  expect(rest).toEqual(sentences.map((sentence) => expect.stringContaining(sentence)));
  if (sentences.length === 0) expect(first).toBeUndefined();
  else expect(first).toMatch(/1\.0\.0.*1\.2\.3/);
});

it('nothing has happened since now', () => {
  expect(describeChanges(seenNow(sequence), sequence)).toEqual([]);
});
