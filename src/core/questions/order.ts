import { type Kind, mismatch, type QuestionOf, right, wrong } from './question.ts';

/** Items to be put in order. `free` pairs may stand either way round. */
export const order: Kind<'order'> = {
  // They are never shown in order, so one arrangement less is left to guess.
  guess: ({ items }) => Math.min(0.5, Math.max(0.05, 1 / (factorial(items.length) - 1))),
  grade(question, answer) {
    if (answer.form !== 'order') return mismatch(question, answer);
    const place = new Map(answer.order.map((item, at) => [item, at]));
    for (let first = 0; first < question.items.length; first++) {
      for (let second = first + 1; second < question.items.length; second++) {
        const a = place.get(first);
        const b = place.get(second);
        if (a === undefined || b === undefined) return wrong();
        if (a > b && !isFree(question, first, second)) {
          return wrong(`“${question.items[first]}” comes before “${question.items[second]}”.`);
        }
      }
    }
    return right;
  },
  solution: (question) => [...numbered(question.items), ...otherOrders(question)],
  check(question) {
    const { items, free = [] } = question;
    const twice = items.flatMap((item, i) =>
      items.indexOf(item) === i ? [] : [{ path: ['items', i], message: 'The item stands twice.' }],
    );
    const outside = free.flatMap((pair, i) =>
      pair.every((item) => item <= items.length) && pair[0] !== pair[1]
        ? []
        : [{ path: ['free', i], message: `A pair names two of the ${items.length} items.` }],
    );
    return [...twice, ...outside];
  },
};

/** The items as a list, counted from 1. Markdown. */
export function numbered(items: readonly string[]): string[] {
  return items.map((item, i) => `${i + 1}. ${item}`);
}

/** So many pairs can be named and still be read. */
const namedPairs = 4;

/** A sentence that says so where another order is right, too. */
function otherOrders(question: QuestionOf<'order'>): string[] {
  const pairs = exchangeable(question);
  const [first] = pairs;
  if (!first) return [];
  if (pairs.length > namedPairs) return ['Other orders are right, too.'];
  const named = pairs.map(([a, b]) => `${a + 1} and ${b + 1}`).join(', ');
  const others = pairs.length === 1 ? 'Another order is' : 'Other orders are';
  return [`${others} right, too: ${named} may stand either way round.`];
}

/**
 * The pairs that stand the other way round in some right order. A free pair does not where an item
 * has to stand between the two.
 */
function exchangeable(question: QuestionOf<'order'>): (readonly [number, number])[] {
  const { items } = question;
  const bound = items.map(() => new Set<number>());
  const pairs: (readonly [number, number])[] = [];
  for (let last = 1; last < items.length; last++) {
    for (let first = last - 1; first >= 0; first--) {
      const after = bound[first] ?? new Set();
      const isBetween = [...after].some((item) => bound[item]?.has(last));
      if (isBetween || !isFree(question, first, last)) after.add(last);
      else pairs.push([first, last]);
    }
  }
  return pairs.toSorted(([a, b], [c, d]) => a - c || b - d);
}

function isFree({ free = [] }: QuestionOf<'order'>, first: number, second: number): boolean {
  return free.some(
    ([a, b]) => (a === first + 1 && b === second + 1) || (b === first + 1 && a === second + 1),
  );
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
