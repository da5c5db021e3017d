import { nearest } from '../core/text/nearest.ts';
import { printable } from '../core/text/printable.ts';
import { type Instant, parseInstant } from '../core/time/instant.ts';
import { exitCode, UserError } from '../failure.ts';

/** Reads a whole number of at least `least`. */
export function wholeNumber(least: number): (word: string) => number {
  return (word) => {
    const value = Number(word);
    if (/^\d+$/.test(word) && Number.isSafeInteger(value) && value >= least) return value;
    const message = `"${printable(word)}" is no number from ${least} upwards.`;
    throw new UserError('usage', message, 'Write digits: 3.', exitCode.usage);
  };
}

/** Reads a date or a time: `2026-11-23`, `2026-11-23T10:15+01:00`. */
export function date(word: string): Instant {
  const instant = parseInstant(word);
  if (instant) return instant;
  const message = `"${printable(word)}" is no date.`;
  throw new UserError('usage', message, 'Write it like 2026-11-23.', exitCode.usage);
}

/** Reads one of a few words; a misspelt one gets the nearest. */
export function oneOf<const W extends string>(
  what: string,
  words: readonly W[],
): (word: string) => W {
  return (word) => {
    const known = words.find((candidate) => candidate === word);
    if (known !== undefined) return known;
    const [meant] = nearest(word, words, 1);
    const hint = meant ? `Did you mean ${meant}?` : `It is one of ${words.join(', ')}.`;
    const message = `There is no ${what} "${printable(word)}".`;
    throw new UserError('usage', message, hint, exitCode.usage);
  };
}
