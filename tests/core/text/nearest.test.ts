import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/core/text/nearest.ts';

const word = fc.stringMatching(/^[a-z-]{3,12}$/);

describe('nearest', () => {
  it.each<[string, string[], string[]]>([
    ['pyton', ['git-snapshots', 'python-core'], ['python-core']],
    ['git-snapshot', ['git-snapshots', 'git-branching'], ['git-snapshots']],
    ['PYTHON', ['python'], ['python']],
    ['python', ['Python'], ['Python']],
    ['docker', ['sql', 'pandas'], []],
    ['requries', ['requires', 'title'], ['requires']],
    ['git', ['got', 'git', 'gut'], ['git', 'got', 'gut']],
    ['git', ['git-snapshots', 'git'], ['git', 'git-snapshots']],
    ['kubernetes', [], []],
    ['gi', ['git', 'got'], ['git']],
    ['x', ['y', 'xy', 'ab'], ['xy', 'y']],
    ['kubrnets', ['kubernetes'], ['kubernetes']],
    ['abcdefWXYZ', ['abcdefghij'], ['abcdefghij']],
  ])('of %j among %j are %j', (wanted, candidates, found) => {
    expect(nearest(wanted, candidates)).toEqual(found);
  });

  it.each([
    [0, 0],
    [1, 1],
    [3, 3],
    [9, 4],
  ])('names at most %i', (limit, named) => {
    expect(nearest('aaaa', ['aaab', 'aaac', 'aaad', 'aaae'], limit)).toHaveLength(named);
  });

  it('names three unless told otherwise, the first of equals first', () => {
    expect(nearest('aaaa', ['aaab', 'aaac', 'aaad', 'aaae'])).toEqual(['aaab', 'aaac', 'aaad']);
  });

  it('takes the candidates from anything that can be walked', () => {
    expect(nearest('gti', new Set(['git']).keys())).toEqual(['git']);
  });

  it('puts the very word first', () => {
    fc.assert(
      fc.property(fc.array(word), word, (others, wanted) => {
        expect(nearest(wanted, [...others, wanted])[0]).toBe(wanted);
      }),
    );
  });

  it('finds a word with one letter lost, wherever it was', () => {
    const lost = word.chain((known) => fc.tuple(fc.constant(known), fc.nat(known.length - 1)));
    fc.assert(
      fc.property(lost, ([known, at]) => {
        expect(nearest(known.slice(0, at) + known.slice(at + 1), [known])).toEqual([known]);
      }),
    );
  });

  it('finds nothing among words that share no letter', () => {
    const wanted = fc.stringMatching(/^[a-m]{3,12}$/);
    const known = fc.stringMatching(/^[n-z]{3,12}$/);
    fc.assert(
      fc.property(wanted, known, (w, k) => {
        expect(nearest(w, [k])).toEqual([]);
      }),
    );
  });

  it.each([
    ['x', 'python-core'],
    ['zz', 'ab'],
    ['', 'python-core'],
    ['', 'a'],
    ['abcdeVWXYZ', 'abcdefghij'],
    ['abVWX', 'abcde'],
  ])('of %j are never %j', (wanted, known) => {
    expect(nearest(wanted, [known])).toEqual([]);
  });
});
