import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyOf, logLoss, rmseInBins } from '../../../src/core/stats/accuracy.ts';
import type { Prediction } from '../../../src/core/stats/prediction.ts';

const predicted = (
  recall: number,
  passed: boolean,
  more: Partial<Prediction> = {},
): Prediction => ({
  ...{ topics: ['pandas'], recall, passed, elapsedDays: 1, place: 2, lapses: 0, ...more },
});
const times = (n: number, prediction: Prediction) => Array.from({ length: n }, () => prediction);

describe('log loss', () => {
  it.each([
    ['a coin', [predicted(0.5, true), predicted(0.5, false)], Math.LN2],
    ['.9 and right', [predicted(0.9, true)], 0.105361],
    ['.9 and wrong', [predicted(0.9, false)], Math.LN10],
    ['three of four', [...times(3, predicted(0.75, true)), predicted(0.75, false)], 0.562335],
    ['certain and right', [predicted(1, true), predicted(0, false)], 0],
    ['certain and wrong, and still a number', [predicted(1, false)], 34.538776],
  ])('of %s', (_, predictions, expected) => {
    expect(logLoss(predictions)).toBeCloseTo(expected, 5);
  });
});

describe('RMSE in bins', () => {
  it.each<[what: string, predictions: Prediction[], expected: number]>([
    ['one bin that fits', [predicted(0.5, true), predicted(0.5, false)], 0],
    ['one bin that does not', [predicted(0.9, true), predicted(0.7, false)], 0.3],
    [
      'two bins, of which one fits: the root of 1/4 · .4²',
      [
        ...times(3, predicted(1, true, { elapsedDays: 1 })),
        predicted(0.6, true, { elapsedDays: 4 }),
      ],
      0.2,
    ],
  ])('of %s', (_, predictions, expected) => {
    expect(rmseInBins(predictions)).toBeCloseTo(expected, 10);
  });

  // Of two reviews in one bin the errors cancel; in two bins each counts: the borders of the benchmark.
  it.each<[same: boolean, one: Partial<Prediction>, other: Partial<Prediction>]>([
    [true, { elapsedDays: 1 }, { elapsedDays: 3 }],
    [false, { elapsedDays: 3 }, { elapsedDays: 4 }],
    [true, { elapsedDays: 4 }, { elapsedDays: 13 }],
    [false, { elapsedDays: 13 }, { elapsedDays: 14 }],
    [true, { place: 2 }, { place: 3 }],
    [false, { place: 3 }, { place: 4 }],
    [true, { place: 4 }, { place: 6 }],
    [false, { place: 6 }, { place: 7 }],
    [false, { lapses: 0 }, { lapses: 1 }],
    [false, { lapses: 1 }, { lapses: 2 }],
    [false, { lapses: 2 }, { lapses: 3 }],
    [true, { lapses: 3 }, { lapses: 5 }],
  ])('puts into one bin: %o, %o and %o', (same, one, other) => {
    const error = rmseInBins([predicted(0.5, true, one), predicted(0.5, false, other)]);
    expect(error).toBeCloseTo(same ? 0 : 0.5, 10);
  });
});

it('says what is missing until there are a hundred', () => {
  expect(accuracyOf([])).toEqual({ reviews: 0, missing: 100 });
  expect(accuracyOf(times(99, predicted(0.9, true)))).toEqual({ reviews: 99, missing: 1 });
  const reviews = [...times(90, predicted(0.8, true)), ...times(10, predicted(0.8, false))];
  const accuracy = accuracyOf(reviews);
  expect(accuracy).toMatchObject({ reviews: 100, missing: 0 });
  expect(accuracy).toMatchObject({
    // .9 · -ln .8 + .1 · -ln .2; .9 · -ln .9 + .1 · -ln .1; .9 - .8
    logLoss: expect.closeTo(0.361773, 5),
    averageLogLoss: expect.closeTo(0.325083, 5),
    rmseInBins: expect.closeTo(0.1, 10),
  });
});

const anyPrediction: fc.Arbitrary<Prediction> = fc.record({
  topics: fc.constant(['pandas']),
  recall: fc.double({ min: 0, max: 1, noNaN: true }),
  passed: fc.boolean(),
  elapsedDays: fc.integer({ min: 1, max: 400 }),
  place: fc.integer({ min: 2, max: 40 }),
  lapses: fc.integer({ min: 0, max: 9 }),
});

it('no constant beats the average, and no order matters', () => {
  const many = fc.array(anyPrediction, { minLength: 100, maxLength: 120 });
  fc.assert(
    fc.property(many, fc.double({ min: 0, max: 1, noNaN: true }), (predictions, constant) => {
      const accuracy = accuracyOf(predictions);
      if (!('logLoss' in accuracy)) throw new Error('a hundred are enough');
      const guessed = predictions.map((one) => ({ ...one, recall: constant }));
      expect(logLoss(guessed)).toBeGreaterThanOrEqual(accuracy.averageLogLoss - 1e-9);
      const backwards = accuracyOf([...predictions].reverse());
      expect(backwards).toMatchObject({
        logLoss: expect.closeTo(accuracy.logLoss, 9),
        rmseInBins: expect.closeTo(accuracy.rmseInBins, 9),
      });
      expect(accuracy.rmseInBins).toBeLessThanOrEqual(1);
    }),
    { numRuns: 50 },
  );
});
