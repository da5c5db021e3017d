import type { Prediction } from './prediction.ts';

/** How well the predicted recalls fit what the reviews showed, once there are enough of them. */
export type Accuracy =
  | { readonly reviews: number; readonly missing: number }
  | {
      readonly reviews: number;
      readonly missing: 0;
      readonly logLoss: number;
      /** What always predicting the share that passed would have had: hard to beat with few reviews. */
      readonly averageLogLoss: number;
      readonly rmseInBins: number;
    };

/** With fewer reviews the numbers would say more about luck than about the predictions. */
export const reviewsNeeded = 100;

export function accuracyOf(predictions: readonly Prediction[]): Accuracy {
  const reviews = predictions.length;
  if (reviews < reviewsNeeded) return { reviews, missing: reviewsNeeded - reviews };
  const passed = predictions.filter((prediction) => prediction.passed).length / reviews;
  const average = predictions.map((prediction) => ({ ...prediction, recall: passed }));
  return {
    ...{ reviews, missing: 0, logLoss: logLoss(predictions) },
    ...{ averageLogLoss: logLoss(average), rmseInBins: rmseInBins(predictions) },
  };
}

/** A prediction that was certain and wrong would cost infinitely much. */
const nearlyCertain = 1e-15;

/**
 * The mean of `-ln p` over the reviews that passed and `-ln (1 - p)` over those that failed. Smaller is
 * better: 0 is certain and right each time, ln 2 = 0.693 is a coin.
 */
export function logLoss(predictions: readonly Prediction[]): number {
  return mean(
    predictions.map(({ recall, passed }) => {
      const p = passed ? recall : 1 - recall;
      return -Math.log(Math.min(Math.max(p, nearlyCertain), 1 - nearlyCertain));
    }),
  );
}

/**
 * The root of the mean squared difference between predicted and true recall in each bin, weighted by
 * the reviews in the bin. Smaller is better: 0.05 is off by five points in a hundred.
 *
 * A bin holds the reviews with the same three whole numbers: of the days since the last review `t` the
 * floor of `log(t) / log(3.62)`, of the place of the review `i` (learning is 1) the floor of `log(i) /
 * log(1.89)`, of the failed reviews before it `l` the floor of `log(l) / log(1.73)`, where none is a
 * number of its own. These are the bins of `rmse_matrix` in
 * https://github.com/open-spaced-repetition/srs-benchmark, so that its results can be set beside ours.
 */
export function rmseInBins(predictions: readonly Prediction[]): number {
  const bins = new Map<string, Prediction[]>();
  for (const prediction of predictions) {
    const name = binOf(prediction);
    const bin = bins.get(name);
    if (bin) bin.push(prediction);
    else bins.set(name, [prediction]);
  }
  const squares = [...bins.values()].map((bin) => {
    const predicted = mean(bin.map(({ recall }) => recall));
    const real = mean(bin.map(({ passed }) => (passed ? 1 : 0)));
    return bin.length * (predicted - real) ** 2;
  });
  return Math.sqrt(sum(squares) / predictions.length);
}

function binOf({ elapsedDays, place, lapses }: Prediction): string {
  const floor = (n: number, base: number): number => Math.floor(Math.log(n) / Math.log(base));
  const lapsed = lapses === 0 ? 'none' : floor(lapses, 1.73);
  return [floor(elapsedDays, 3.62), floor(place, 1.89), lapsed].join(' ');
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
