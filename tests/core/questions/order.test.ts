import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { order } from '../../../src/core/questions/order.ts';
import { arranged, chose, orderQuestion } from '../../support/question.ts';

const items = ['edit', 'stage', 'commit', 'push'];

describe('grading an order', () => {
  it.each<[[number, number][], number[], string]>([
    [[], [0, 1, 2, 3], 'right'],
    [[], [1, 0, 2, 3], 'wrong'],
    [[], [3, 2, 1, 0], 'wrong'],
    [[[1, 2]], [1, 0, 2, 3], 'right'],
    [[[2, 1]], [1, 0, 2, 3], 'right'],
    [[[1, 2]], [0, 1, 2, 3], 'right'],
    [[[1, 2]], [1, 2, 0, 3], 'wrong'],
    [[[1, 3]], [2, 1, 0, 3], 'wrong'],
    [[[0, 1]], [1, 0, 2, 3], 'wrong'],
    [[], [0, 1, 2], 'wrong'],
    [[], [], 'wrong'],
    [[], [0, 1, 2, 2], 'wrong'],
  ])('where %j are free, %j is %s', (free, given, result) => {
    expect(order.grade(orderQuestion({ items, free }), arranged(...given)).result).toBe(result);
  });

  it('is right exactly when every pair that is not free stands the right way round', () => {
    const place = fc.nat(3);
    const pairs = fc.array(
      fc.tuple(place, place).filter(([a, b]) => a !== b),
      { maxLength: 4 },
    );
    const given = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(pairs, given, (free, answer) => {
        const bound = answer.flatMap((late, i) =>
          answer
            .slice(0, i)
            .filter((early) => early > late)
            .filter((early) => !free.some((pair) => pair.includes(early) && pair.includes(late))),
        );
        const counted = free.map(([a, b]): [number, number] => [a + 1, b + 1]);
        const { result } = order.grade(
          orderQuestion({ items, free: counted }),
          arranged(...answer),
        );
        expect(result).toBe(bound.length === 0 ? 'right' : 'wrong');
      }),
    );
  });

  it('names the first two items that stand the wrong way round', () => {
    const { feedback } = order.grade(orderQuestion({ items }), arranged(0, 2, 3, 1));
    expect(feedback).toHaveLength(1);
    expect(feedback[0]).toMatch(/stage.*commit/);
  });

  it('cannot grade chosen items', () => {
    expect(() => order.grade(orderQuestion({ items }), chose(0))).toThrow();
  });
});

function permutations(things: readonly number[]): number[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((first) =>
    permutations(things.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

describe('the rest that is known of an order', () => {
  it('shows the items in order, counted', () => {
    const lines = order.solution(orderQuestion({ items: ['a', 'b'] }));
    expect(lines).toEqual(['1. a', '2. b']);
  });

  it.each<[string, [number, number][], string | undefined]>([
    ['no pair', [], undefined],
    ['a pair', [[2, 3]], 'Another order is right, too: 2 and 3 may stand either way round.'],
    [
      'a pair, the larger first',
      [[3, 2]],
      'Another order is right, too: 2 and 3 may stand either way round.',
    ],
    ['a pair that has to have another item between', [[1, 3]], undefined],
    [
      'an item',
      [
        [4, 2],
        [3, 4],
        [1, 4],
      ],
      'Other orders are right, too: 1 and 4, 2 and 4, 3 and 4 may stand either way round.',
    ],
    [
      'every pair',
      [
        [1, 2],
        [1, 3],
        [1, 4],
        [2, 3],
        [2, 4],
        [3, 4],
      ],
      'Other orders are right, too.',
    ],
  ])('says which other orders are right where %s is free', (_, free, said) => {
    const lines = order.solution(orderQuestion({ items, free }));
    expect(lines).toEqual(['1. edit', '2. stage', '3. commit', '4. push', ...(said ? [said] : [])]);
  });

  it('names exactly the pairs that stand the other way round in some right order', () => {
    const place = fc.integer({ min: 1, max: 4 });
    const free = fc.array(
      fc.tuple(place, place).filter(([a, b]) => a !== b),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(free, (pairs) => {
        const question = orderQuestion({ items, free: pairs });
        const rights = permutations([0, 1, 2, 3]).filter(
          (given) => order.grade(question, arranged(...given)).result === 'right',
        );
        const turned = permutations([0, 1, 2, 3])
          .map(([a = 0, b = 0]) => [a, b] as const)
          .filter(([a, b]) => a < b)
          .filter(([a, b]) => rights.some((given) => given.indexOf(a) > given.indexOf(b)));
        const names = new Set(turned.map(([a, b]) => `${a + 1} and ${b + 1}`));
        const said = order.solution(question)[items.length] ?? '';
        if (names.size === 0) expect(said).toBe('');
        else if (names.size > 4) expect(said).toBe('Other orders are right, too.');
        else expect(said.match(/\d and \d/g)).toEqual([...names].sort());
      }),
    );
  });

  it.each([4, 5, 6])('is not guessed more rarely than chance allows with %i items', (n) => {
    const question = orderQuestion({ items: Array.from({ length: n }, (_, i) => `${i}`) });
    const orders = Array.from({ length: n }, (_, i) => i + 1).reduce((a, b) => a * b, 1);
    expect(order.guess(question)).toBeGreaterThanOrEqual(1 / orders);
    expect(order.guess(question)).toBeLessThan(1 / 4);
  });

  it.each([
    [2, 1 / 2],
    [3, 1 / 6],
  ])('is not guessed more rarely than chance allows with %i items', (n, chance) => {
    expect(order.guess(orderQuestion({ items: items.slice(0, n) }))).toBeGreaterThanOrEqual(chance);
  });

  it.each([
    [2, 0.5],
    [3, 0.2],
    [4, 0.05],
    [20, 0.05],
  ])('with %i items is guessed with a chance of %f', (n, chance) => {
    const question = orderQuestion({ items: Array.from({ length: n }, (_, i) => `${i}`) });
    expect(order.guess(question)).toBe(chance);
  });

  it.each<[string[], [number, number][] | undefined, (string | number)[][]]>([
    [['a', 'b', 'c'], undefined, []],
    [
      ['a', 'b', 'c'],
      [
        [1, 2],
        [3, 2],
      ],
      [],
    ],
    [['a', 'b', 'a'], undefined, [['items', 2]]],
    [
      ['a', 'b'],
      [
        [1, 2],
        [1, 3],
      ],
      [['free', 1]],
    ],
    [['a', 'b'], [[2, 2]], [['free', 0]]],
    [
      ['a', 'a'],
      [[3, 1]],
      [
        ['items', 1],
        ['free', 0],
      ],
    ],
  ])('of the items %j, free %j, is faulted at %j', (given, free, paths) => {
    const question = orderQuestion({ items: given, ...(free && { free }) });
    expect(order.check(question).map(({ path }) => path)).toEqual(paths);
  });
});
