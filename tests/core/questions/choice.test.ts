import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiple, single } from '../../../src/core/questions/choice.ts';
import {
  choicesOf,
  chose,
  multipleQuestion,
  singleQuestion,
  typed,
} from '../../support/question.ts';

const second = singleQuestion(choicesOf([false, true, false]));
const lastTwo = multipleQuestion(choicesOf([false, true, true]));

describe('a single choice', () => {
  it.each([
    [0, 'wrong'],
    [1, 'right'],
    [2, 'wrong'],
  ])('answers choice %i, which is %s, with its own reason', (chosen, result) => {
    const feedback = [`because ${chosen}`];
    expect(single.grade(second, chose(chosen))).toEqual({ result, feedback });
  });

  it.each([[[]], [[3]], [[1, 0]], [[0, 1]], [[-1]]])('is wrong for the choices %j', (chosen) => {
    expect(single.grade(second, chose(...chosen)).result).toBe('wrong');
  });

  it('takes no choice for right that only says that it is not', () => {
    const question = singleQuestion([{ text: 'a', because: 'b', correct: false }]);
    expect(single.grade(question, chose(0)).result).toBe('wrong');
  });

  it.each([2, 3, 4, 5])('of %i is guessed once in as many', (n) => {
    const question = singleQuestion(choicesOf([true, ...Array<boolean>(n - 1).fill(false)]));
    expect(single.guess(question)).toBeCloseTo(1 / n);
  });

  it('shows its right choice', () => {
    expect(single.solution(second)).toEqual(['choice 1']);
  });

  it.each([
    [[false, true], []],
    [[false, false], [['choices']]],
    [[true, true], [['choices']]],
  ])('with the choices %j is faulted at %j', (correct, paths) => {
    const flaws = single.check(singleQuestion(choicesOf(correct)));
    expect(flaws.map(({ path }) => path)).toEqual(paths);
  });
});

describe('a multiple choice', () => {
  it('is right for all of the right choices and no other set', () => {
    const sets = fc
      .array(fc.boolean(), { minLength: 2, maxLength: 6 })
      .chain((correct) => fc.tuple(fc.constant(correct), fc.shuffledSubarray([...correct.keys()])));
    fc.assert(
      fc.property(sets, ([correct, chosen]) => {
        const isRight = correct.every((flag, i) => flag === chosen.includes(i));
        const { result } = multiple.grade(multipleQuestion(choicesOf(correct)), chose(...chosen));
        expect(result).toBe(isRight ? 'right' : 'wrong');
      }),
    );
  });

  it('gives the reason of each right choice when all were found', () => {
    expect(multiple.grade(lastTwo, chose(2, 1)).feedback).toEqual([
      'choice 1 — because 1',
      'choice 2 — because 2',
    ]);
  });

  it.each([
    [[1], [2]],
    [[0, 1, 2], [0]],
    [[0], [0, 1, 2]],
    [[], [1, 2]],
  ])('answers the choices %j with the reasons of %j', (chosen, mistaken) => {
    const { feedback } = multiple.grade(lastTwo, chose(...chosen));
    expect(feedback.map((line) => Number(/because (\d)$/.exec(line)?.[1]))).toEqual(mistaken);
  });

  it('tells what was missed from what was too much', () => {
    const [tooMuch = '', missed = ''] = multiple.grade(lastTwo, chose(0, 2)).feedback;
    expect(tooMuch.split(':')[0]).not.toBe(missed.split(':')[0]);
  });

  it('shows all of its right choices', () => {
    expect(multiple.solution(lastTwo)).toEqual(['choice 1', 'choice 2']);
  });

  it('is hard to guess with five choices', () => {
    const guess = multiple.guess(multipleQuestion(choicesOf([true, true, false, false, true])));
    expect(guess).toBeGreaterThanOrEqual(1 / 31);
    expect(guess).toBeLessThan(1 / 5);
  });

  it.each([2, 3, 4])('is not rarer guessed than chance allows with %i choices', (n) => {
    const question = multipleQuestion(choicesOf([true, ...Array<boolean>(n - 1).fill(false)]));
    expect(multiple.guess(question)).toBeGreaterThanOrEqual(1 / (2 ** n - 1));
  });

  it.each([5, 6, 10])('is never guessed more rarely than once in twenty, with %i choices', (n) => {
    const question = multipleQuestion(choicesOf(Array<boolean>(n).fill(true)));
    expect(multiple.guess(question)).toBe(0.05);
  });

  it.each([
    [[false, true], []],
    [[true, true], []],
    [[false, false], [['choices']]],
  ])('with the choices %j is faulted at %j', (correct, paths) => {
    const flaws = multiple.check(multipleQuestion(choicesOf(correct)));
    expect(flaws.map(({ path }) => path)).toEqual(paths);
  });
});

it.each([
  ['single', single.check(singleQuestion([...choicesOf([true, false]), ...choicesOf([false])]))],
  ['multiple', multiple.check(multipleQuestion([...choicesOf([true]), ...choicesOf([true])]))],
])('in a %s choice, the same text twice is a flaw where it stands again', (kind, flaws) => {
  expect(flaws.map(({ path }) => path)).toEqual([['choices', kind === 'single' ? 2 : 1, 'text']]);
});

it.each([
  ['single', () => single.grade(second, typed('1'))],
  ['multiple', () => multiple.grade(lastTwo, typed('1'))],
])('a %s choice cannot grade what was typed', (_, grade) => {
  expect(grade).toThrow();
});
