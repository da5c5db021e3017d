import { type Flaw, type Kind, mismatch, type QuestionOf, right, wrong } from './question.ts';

/** Each thing on the left with the one on the right that belongs to it. An extra belongs to nothing. */
export const match: Kind<'match'> = {
  // One of all the ways to give each left side another right side.
  guess: (question) => Math.max(0.05, 1 / arrangements(question)),
  grade(question, answer) {
    if (answer.form !== 'pairs') return mismatch(question, answer);
    const mistaken = question.pairs.filter((_, i) => answer.rights[i] !== i);
    if (mistaken.length === 0) return right;
    return wrong(
      ...mistaken.map((pair) => `“${pair.left}” goes with “${pair.right}”: ${pair.because}`),
    );
  },
  solution: ({ pairs }) => pairs.map((pair) => `${pair.left} — ${pair.right}`),
  check(question) {
    const lefts = question.pairs.map((pair, i) => ({
      text: pair.left,
      path: ['pairs', i, 'left'],
    }));
    return [...findSame(lefts, 'left'), ...findSame(rightsOf(question), 'right')];
  },
};

interface Side {
  readonly text: string;
  /** Where it stands in the question. */
  readonly path: Flaw['path'];
}

/** Everything that is offered on the right: what belongs to the pairs, in their order, then the extras. */
export function rightsOf({ pairs, extra = [] }: QuestionOf<'match'>): Side[] {
  return [
    ...pairs.map((pair, i) => ({ text: pair.right, path: ['pairs', i, 'right'] })),
    ...extra.map((text, i) => ({ text, path: ['extra', i] })),
  ];
}

function findSame(sides: readonly Side[], side: string): Flaw[] {
  const texts = sides.map(({ text }) => text);
  const again = sides.filter(({ text }, i) => texts.indexOf(text) !== i);
  return again.map(({ path }) => ({ path, message: `Two things on the ${side} say the same.` }));
}

/** n of m things in a row: m · (m − 1) · … · (m − n + 1). */
function arrangements(question: QuestionOf<'match'>): number {
  const offered = rightsOf(question).length;
  return question.pairs.reduce((ways, _, i) => ways * (offered - i), 1);
}
