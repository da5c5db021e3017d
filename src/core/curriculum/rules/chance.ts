/** What is this improbable moves no sum that is ever looked at. */
const negligible = 1e-18;

/**
 * The chance of `hits` or more hits when each try has a chance of its own: the upper tail of the Poisson
 * binomial distribution, summed exactly. One try after the other, P(k) becomes
 * P(k) · (1 − p) + P(k − 1) · p.
 */
export function chanceOfAtLeast(hits: number, chances: readonly number[]): number {
  let least = 0;
  const probabilities = [1];
  for (const chance of chances) {
    for (let k = probabilities.length; k >= 0; k--) {
      const [same, fewer] = [probabilities[k] ?? 0, probabilities[k - 1] ?? 0];
      probabilities[k] = same * (1 - chance) + fewer * chance;
    }
    while ((probabilities.at(-1) ?? 1) < negligible) probabilities.pop();
    while ((probabilities[0] ?? 1) < negligible) {
      probabilities.shift();
      least++;
    }
  }
  const tail = probabilities.slice(Math.max(0, hits - least));
  return tail.reduce((sum, probability) => sum + probability, 0);
}
