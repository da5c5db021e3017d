import { distance } from 'fastest-levenshtein';

/**
 * The candidates that a misspelt word may have meant, nearest first, at most `limit`.
 * Compared are the whole words and, for long candidates, their beginnings, so that `pyton` finds
 * `python-core`. One or two letters allow one edit, more of them two or 40 %; what is further away is
 * no help and left out, and an empty word means nothing.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = word.toLowerCase();
  if (wanted === '') return [];
  const furthest = wanted.length <= 2 ? 1 : Math.max(2, wanted.length * 0.4);
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const whole = distance(wanted, known);
    // A letter may be lost in the beginning, too.
    const [same, longer] = [0, 1].map((more) =>
      distance(wanted, known.slice(0, wanted.length + more)),
    ) as [number, number];
    const score = Math.min(whole, same + 0.5, longer + 0.5);
    if (score <= furthest) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score);
  return scored.slice(0, limit).map(({ candidate }) => candidate);
}
