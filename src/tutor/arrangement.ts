import { rightsOf } from '../core/questions/match.ts';
import type { Answer, QuestionOf } from '../core/questions/question.ts';
import { disordered, shuffled } from '../core/questions/shuffle.ts';
import type { Key } from '../terminal/ask.ts';
import { renderInline } from '../terminal/markdown.ts';
import { renderPairs } from '../terminal/views/question.ts';
import type { Desk, Move } from './desk.ts';

/** Places to be filled one after the other, each with one of the things that are left. */
interface Arrangement {
  readonly places: number;
  /** The things in the order in which they are shown. */
  readonly shown: readonly number[];
  message(place: number): string;
  /** Markdown. */
  label(thing: number): string;
}

const backKey = { key: 'b', label: 'back', value: 'back' } as const;

/** One item after the other; the last one needs no question. */
export async function askOrder(
  desk: Desk,
  { items }: QuestionOf<'order'>,
  seed: string,
  keys: readonly Key<Move>[],
  draft: number[],
): Promise<Answer | Move> {
  const shown = disordered(items.length, seed);
  const arrangement: Arrangement = {
    places: items.length - 1,
    shown,
    message: (place) =>
      place === 0 ? 'What comes first?' : `And then? (${place + 1} of ${items.length})`,
    label: (item) => items[item] ?? '',
  };
  const move = await arrange(desk, arrangement, keys, draft);
  return move ?? { form: 'order', order: [...draft, ...leftOf(shown, draft)] };
}

/** One left side after the other, then all pairs once more: until then each can be changed. */
export async function askMatch(
  desk: Desk,
  question: QuestionOf<'match'>,
  seed: string,
  keys: readonly Key<Move>[],
  draft: number[],
): Promise<Answer | Move> {
  const { pairs } = question;
  const rights = rightsOf(question).map(({ text }) => text);
  const shown = shuffled(rights.length, seed);
  const arrangement: Arrangement = {
    places: rights.length > pairs.length ? pairs.length : pairs.length - 1,
    shown,
    message: (place) =>
      `${renderInline(pairs[place]?.left ?? '', desk.theme)} (${place + 1} of ${pairs.length})`,
    label: (right) => rights[right] ?? '',
  };
  for (;;) {
    const move = await arrange(desk, arrangement, keys, draft);
    if (move) return move;
    const chosen = [...draft, ...leftOf(shown, draft)].slice(0, pairs.length);
    const made = pairs.map(({ left }, i) => ({ left, right: rights[chosen[i] ?? -1] ?? '' }));
    desk.show(renderPairs(made, desk.theme));
    const last = await desk.ask.choose<'answer', Move | 'back'>({
      message: '',
      choices: [{ value: 'answer', label: 'That is my answer' }],
      keys: [backKey, ...keys],
    });
    if (last === 'answer') return { form: 'pairs', rights: chosen };
    if (last !== 'back') return last;
    draft.pop();
  }
}

/** Fills the places that `draft` leaves open. @returns what the learner did instead, if they did. */
async function arrange(
  desk: Desk,
  { places, shown, message, label }: Arrangement,
  keys: readonly Key<Move>[],
  draft: number[],
): Promise<Move | undefined> {
  while (draft.length < places) {
    const next = await desk.ask.choose<number, Move | 'back'>({
      message: message(draft.length),
      choices: leftOf(shown, draft).map((thing) => ({
        value: thing,
        label: renderInline(label(thing), desk.theme),
      })),
      keys: draft.length > 0 ? [backKey, ...keys] : keys,
    });
    if (next === 'back') draft.pop();
    else if (typeof next === 'number') draft.push(next);
    else return next;
  }
  return undefined;
}

function leftOf(shown: readonly number[], draft: readonly number[]): number[] {
  return shown.filter((thing) => !draft.includes(thing));
}
