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
  solution: ({ items }) => numbered(items),
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

function isFree({ free = [] }: QuestionOf<'order'>, first: number, second: number): boolean {
  return free.some(
    ([a, b]) => (a === first + 1 && b === second + 1) || (b === first + 1 && a === second + 1),
  );
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
