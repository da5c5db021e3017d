import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match } from '../../../src/core/questions/match.ts';
import { matchQuestion, paired, pairsOf } from '../../support/question.ts';

const three = matchQuestion({ pairs: pairsOf(3), extra: ['X', 'Y'] });

describe('grading pairs', () => {
  it.each<[number[], string]>([
    [[0, 1, 2], 'right'],
    [[1, 0, 2], 'wrong'],
    [[0, 1, 3], 'wrong'],
    [[4, 3, 2], 'wrong'],
    [[0, 0, 0], 'wrong'],
    [[0, 1], 'wrong'],
    [[], 'wrong'],
    [[0, 1, -1], 'wrong'],
  ])('the right sides %j are %s', (rights, result) => {
    expect(match.grade(three, paired(...rights)).result).toBe(result);
  });

  it('is right for one arrangement only, whatever is offered', () => {
    const sizes = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 3 }));
    const given = sizes.chain(([n, more]) =>
      fc.tuple(
        fc.constant(n),
        fc.shuffledSubarray([...Array(n + more).keys()], { minLength: n, maxLength: n }),
      ),
    );
    fc.assert(
      fc.property(given, ([n, rights]) => {
        const { result, feedback } = match.grade(
          matchQuestion({ pairs: pairsOf(n) }),
          paired(...rights),
        );
        const mistaken = rights.flatMap((right, i) => (right === i ? [] : [`because ${i}`]));
        expect(result).toBe(mistaken.length === 0 ? 'right' : 'wrong');
        expect(feedback.map((line) => /because \d$/.exec(line)?.[0])).toEqual(mistaken);
      }),
    );
  });

  it('names what belongs together where it was missed, and why', () => {
    const { feedback } = match.grade(three, paired(0, 4, 2));
    expect(feedback).toEqual(['“b” goes with “B”: because 1']);
  });
});

describe('the rest that is known of pairs', () => {
  it.each<[pairs: number, extras: string[], chance: number]>([
    [2, [], 1 / 2],
    [3, [], 1 / 6],
    [2, ['X'], 1 / 6],
    [2, ['X', 'Y'], 1 / 12],
    [4, [], 0.05],
    [3, ['X'], 0.05],
    [10, ['X'], 0.05],
  ])('%i pairs and the extras %j are guessed with a chance of %f', (pairs, extra, chance) => {
    expect(match.guess(matchQuestion({ pairs: pairsOf(pairs), extra }))).toBeCloseTo(chance, 12);
  });

  const [a, b] = [
    { left: 'a', right: 'A' },
    { left: 'b', right: 'B' },
  ] as const;
  it.each<[string, { left: string; right: string }[], string[], (string | number)[][]]>([
    ['all different', [a, b], ['X', 'Y'], []],
    ['the same on both sides', [a, { left: 'A', right: 'a' }], [], []],
    ['a left side twice', [a, b, { ...a, right: 'C' }], [], [['pairs', 2, 'left']]],
    ['a right side twice', [a, { ...b, right: 'A' }], [], [['pairs', 1, 'right']]],
    ['an extra that belongs to a pair', [a, b], ['X', 'B'], [['extra', 1]]],
    ['an extra twice', [a, b], ['X', 'X'], [['extra', 1]]],
    [
      'a pair twice',
      [a, b, a],
      [],
      [
        ['pairs', 2, 'left'],
        ['pairs', 2, 'right'],
      ],
    ],
  ])('%s', (_, sides, extra, paths) => {
    const pairs = sides.map((pair) => ({ ...pair, because: 'Because.' }));
    const flaws = match.check(matchQuestion({ pairs, extra }));
    expect(flaws.map(({ path }) => path)).toEqual(paths);
  });
});
