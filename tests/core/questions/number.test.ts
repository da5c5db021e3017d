import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { number } from '../../../src/core/questions/number.ts';
import type { QuestionOf } from '../../../src/core/questions/question.ts';
import { chose, numberQuestion, typed } from '../../support/question.ts';

type Fields = Parameters<typeof numberQuestion>[0];
type Result = 'right' | 'wrong' | 'near';

const resultOf = (fields: Fields, text: string): Result =>
  number.grade(numberQuestion(fields), typed(text)).result;

const ms = { unit: 'ms', accept_units: { s: 1000, min: 60_000 } };

describe('a number', () => {
  it.each<[number, string]>([
    [14, ' 14 '],
    [14, '14.'],
    [14, '14.0'],
    [14, '+14'],
    [14, '1.4e1'],
    [0.5, '.5'],
    [-5, '\u22125'],
    [1234.5, '1,234.5'],
    [1_000_000, '1,000,000'],
    [1_000_000, '1 000 000'],
    [1_000_000, '1_000_000'],
    [1_000_000, '1\u2019000\u2019000'],
    [1_000_000, '1\u00a0000\u202f000'],
    [1_000_000, '1e6'],
    [0.5, '0,5'],
    [0.5, ',5'],
    [3.14, '3,14'],
    [1.5, '1,5'],
    [0.125, '0,125'],
    [1234.567, '1234,567'],
    [1234.567, '1.234,567'],
    [1_234_567.8, '1.234.567,8'],
    [1_234_567.8, '1,234,567.8'],
    [1234.567, '1,234.567'],
    [1234.5, '1 234,5'],
    [1_234_567, '1,234,567'],
    [1234, '1,234'],
    [-1234, '-1,234'],
    [1500, '1,5e3'],
    [12.34, '12,34'],
    [1.2345, '1,2345'],
    [0.001, '1E-3'],
    [0.75, '3/4'],
    [-0.75, '-3 / 4'],
    [250, '1,000/4'],
    [0, '-0'],
    [0.3, String(0.1 + 0.2)],
    [0.1 + 0.2, '0.3'],
  ])('of %f is also %j', (answer, text) => {
    expect(resultOf({ answer }, text)).toBe('right');
  });

  it.each<[number, string]>([
    [0.1, '0.01'],
    [0.1, '1'],
    [125, '0,125'],
    [1.234, '1,234'],
    [1.234567, '1.234,567'],
    [1_234_567, '1234,567'],
    [1234, '12,34'],
    [1000, '1.000'],
    [-5, '5'],
    [0, '0.0000001'],
    [0.3, '0.3000001'],
    [0.75, '4/3'],
    [1_000_000, '1,000,001'],
    [12, '1 200'],
    [1e-9, '1e9'],
  ])('of %f is not %j', (answer, text) => {
    expect(resultOf({ answer }, text)).toBe('wrong');
  });

  it.each<[number, string]>([
    [0, ''],
    [9, 'nine'],
    [9, 'about 9'],
    [9, '9 times'],
    [5, '5,'],
    [123_456, '1,23,456'],
    [1_234_567, '1.234.567'],
    [1234.5, '12,34.5'],
    [1_000_000, '1,000 000'],
    [1.75, '1 3/4'],
    [0, '1/0'],
    [16, '0x10'],
    [1, '1/2/3'],
    [1, '1 - 2'],
    [0, 'NaN'],
    [0, 'Infinity'],
    [0, '1e999'],
  ])('of %f is asked for again after %j', (answer, text) => {
    const verdict = number.grade(numberQuestion({ answer }), typed(text));
    expect(verdict).toMatchObject({ result: 'near', feedback: [expect.any(String)] });
  });

  it('is not hung by a page of digits', () => {
    expect(resultOf({ answer: 1 }, '1'.repeat(100_000))).toBe('near');
    expect(resultOf({ answer: 1 }, `${'1 '.repeat(100_000)}x`)).toBe('near');
  });
});

describe('a tolerance', () => {
  it.each<[Fields, string, Result]>([
    [{ answer: 9, tolerance: 1 }, '10', 'right'],
    [{ answer: 9, tolerance: 1 }, '8', 'right'],
    [{ answer: 9, tolerance: 1 }, '10.01', 'wrong'],
    [{ answer: 0.3, tolerance: 0.1 }, '0.4', 'right'],
    [{ answer: 0.3, tolerance: 0.1 }, '0.41', 'wrong'],
    [{ answer: 100, tolerance: '5%' }, '95', 'right'],
    [{ answer: 100, tolerance: '5%' }, '105.1', 'wrong'],
    [{ answer: -100, tolerance: '2.5%' }, '-102.5', 'right'],
    [{ answer: -100, tolerance: '2.5%' }, '102.5', 'wrong'],
    [{ answer: 0, tolerance: '5%' }, '0.01', 'wrong'],
    [{ answer: 2, tolerance: 0.1, ...ms }, '0.0021 s', 'right'],
  ])('%j takes %j as %s', (fields, text, result) => {
    expect(resultOf(fields, text)).toBe(result);
  });
});

describe('a unit', () => {
  it.each<[Fields, string, Result]>([
    [{ answer: 3000, ...ms }, '3000', 'right'],
    [{ answer: 3000, ...ms }, '3,000ms', 'right'],
    [{ answer: 3000, ...ms }, '3000 ms.', 'right'],
    [{ answer: 3000, ...ms }, '3000 MS', 'near'],
    [{ answer: 3000, ...ms }, '3000 Ms', 'near'],
    [{ answer: 5, unit: 'euros' }, '5 Euros', 'right'],
    [{ answer: 5, unit: 'min' }, '5 MIN', 'near'],
    [{ answer: 5, unit: 'Mbit', accept_units: { mbit: 1e-9 } }, '5 MBIT', 'near'],
    [{ answer: 5, unit: 'Mbit', accept_units: { mbit: 1e-9 } }, '5 Mbit', 'right'],
    [{ answer: 3000, ...ms }, '3 s', 'right'],
    [{ answer: 3000, ...ms }, '0.05 min', 'right'],
    [{ answer: 3000, ...ms }, '1/20 min', 'right'],
    [{ answer: 3000, ...ms }, '3', 'wrong'],
    [{ answer: 3000, ...ms }, '3 ms', 'wrong'],
    [{ answer: 3000, ...ms }, '3000 s', 'wrong'],
    [{ answer: 3000, ...ms }, '3000 h', 'near'],
    [{ answer: 3000, ...ms }, '3000 toString', 'near'],
    [{ answer: 25, unit: '%' }, '25%', 'right'],
    [{ answer: 25, unit: '%' }, '25 %', 'right'],
    [{ answer: 25, unit: '%' }, '0.25', 'wrong'],
    [{ answer: 25, unit: '%' }, '25 percent', 'right'],
    [{ answer: 25, unit: '%' }, '25 Percent.', 'right'],
    [{ answer: 25, unit: 'percent' }, '25%', 'right'],
    [{ answer: 0.25 }, '25%', 'near'],
    [{ answer: 5, unit: 'm/s' }, '5m/s', 'right'],
    [{ answer: 5, unit: 'euros' }, '5 euros', 'right'],
    [{ answer: 5, unit: 'm', accept_units: { M: 1e6 } }, '5 M', 'wrong'],
    [{ answer: 5e6, unit: 'm', accept_units: { M: 1e6 } }, '5 M', 'right'],
  ])('%j takes %j as %s', (fields, text, result) => {
    expect(resultOf(fields, text)).toBe(result);
  });

  it.each([
    ['h.', '5 h.'],
    ['\u2033', '5 \u2033'],
    ['\u00b5s', '5 \u03bcs'],
    ['\u03bcs', '5 \u00b5s'],
  ])('of %j should also be %j', (unit, text) => {
    expect(resultOf({ answer: 5, unit }, text)).toBe('right');
  });
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
