import { randomFrom } from '../src/core/questions/shuffle.ts';

/** A chance that falls the same way every time: simulations of the same seed give the same figures. */
export type Chance = () => number;

export const chanceFrom: (seed: string) => Chance = randomFrom;

/** A normal deviate of mean 0 and deviation 1 (Box and Muller). */
export function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** One of the values, each as likely as its share says. */
export function oneOf<T>(chance: Chance, shares: readonly (readonly [T, number])[]): T {
  const all = shares.reduce((sum, [, share]) => sum + share, 0);
  let left = chance() * all;
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  throw new Error('There is nothing to choose from.');
}
