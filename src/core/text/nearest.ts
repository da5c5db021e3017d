import { distance } from 'fastest-levenshtein';

/**
 * The candidates that a misspelt word may have meant, nearest first, at most `limit`.
 * Compared are the whole words and, for long candidates, their beginnings, so that `pyton` finds
 * `python-core`. A candidate more than half of its letters away is no help and left out.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = word.toLowerCase();
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const whole = distance(wanted, known);
    const beginning = distance(wanted, known.slice(0, wanted.length)) + 0.5;
    const score = Math.min(whole, beginning);
    if (score <= Math.max(2, wanted.length / 2)) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score);
  return scored.slice(0, limit).map(({ candidate }) => candidate);
}
