import { distance } from 'fastest-levenshtein';

/**
 * Whether one slip of the finger lies between two normalised answers: one word differs, and it is a
 * word in which a slip can be told from another answer. Digits, signs, flags and short words are
 * answers in their own right: 0.1 is not a misspelt 0.01, nor -p a misspelt -v.
 *
 * @param word what counts as a word; everything between the words must be the same.
 */
export function isNearMiss(known: string, given: string, word: RegExp): boolean {
  if (known.replace(word, '_') !== given.replace(word, '_')) return false;
  const typed = given.match(word) ?? [];
  const different = (known.match(word) ?? []).flatMap((wanted, i) =>
    wanted === typed[i] ? [] : [[wanted, typed[i] ?? ''] as const],
  );
  const [[a, b] = ['', '']] = different;
  return different.length === 1 && isWord(a) && isWord(b) && isOneEdit(a, b);
}

/** Five letters or more, hyphens between them. */
function isWord(text: string): boolean {
  const letters = text.replaceAll('-', '');
  return /^\p{L}{5,}$/u.test(letters) && !text.startsWith('-');
}

/** A letter too many, too few or another; or two neighbours swapped. */
function isOneEdit(a: string, b: string): boolean {
  if (distance(a, b) === 1) return true;
  const [letters, others] = [[...a], [...b]];
  const i = letters.findIndex((letter, at) => letter !== others[at]);
  if (i < 0) return false;
  const swapped = [...letters.slice(0, i), letters[i + 1], letters[i], ...letters.slice(i + 2)];
  return swapped.join('') === b;
}
