import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { number } from '../../../src/core/questions/number.ts';
import type { QuestionOf } from '../../../src/core/questions/question.ts';
import { chose, numberQuestion, typed } from '../../support/question.ts';

type Fields = Parameters<typeof numberQuestion>[0];

const resultOf = (fields: Fields, text: string) =>
  number.grade(numberQuestion(fields), typed(text)).result;

it('is not hung by a page of digits', () => {
  expect(resultOf({ answer: 1 }, '1'.repeat(100_000))).toBe('near');
  expect(resultOf({ answer: 1 }, `${'1 '.repeat(100_000)}x`)).toBe('near');
});

describe('the solution', () => {
  it.each<[Fields, string]>([
    [{ answer: 14 }, '14'],
    [{ answer: 3.2, unit: 'GB' }, '3.2 GB'],
    [{ answer: -5, unit: 'm_s' }, '`-5 m_s`'],
  ])('of %j is %j', (fields, text) => {
    expect(number.solution(numberQuestion(fields))).toEqual([text]);
  });

  it('is right', () => {
    const answers = fc.double({ noNaN: true, noDefaultInfinity: true });
    const units = fc.constantFrom(undefined, '%', 'ms', 'GB', 'days', 'm/s', 'req/s', '\u20ac');
    fc.assert(
      fc.property(answers, units, (answer, unit) => {
        const fields = unit === undefined ? { answer } : { answer, unit };
        const [text = ''] = number.solution(numberQuestion(fields));
        expect(resultOf(fields, text)).toBe('right');
      }),
    );
  });
});

describe('what its author got wrong', () => {
  it.each<[string, Fields, QuestionOf<'number'>['kind'] | string[][]]>([
    ['nothing', { answer: 6, right: ['6', '6.0'], wrong: ['5', 'six'] }, []],
    ['units that convert to nothing', { answer: 6, accept_units: { s: 1 } }, [['accept_units']]],
  ])('is %s', (_, fields, paths) => {
    expect(number.check(numberQuestion(fields)).map(({ path }) => path)).toEqual(paths);
  });

  it('is each example that is graded otherwise; near is not right', () => {
    const question = numberQuestion({ answer: 6, right: ['6', '7', 'six'], wrong: ['5', '6.0'] });
    const paths = number.check(question).map(({ path }) => path);
    expect(paths).toEqual([
      ['right', 1],
      ['right', 2],
      ['wrong', 1],
    ]);
  });
});

it('guesses rarely', () => {
  expect(number.guess(numberQuestion({ answer: 1 }))).toBe(0.05);
});

it('cannot grade what was not typed', () => {
  expect(() => number.grade(numberQuestion({ answer: 1 }), chose(0))).toThrow();
});
