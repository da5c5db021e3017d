import { rightsOf } from '../core/questions/match.ts';
import type { Answer, QuestionOf } from '../core/questions/question.ts';
import { disordered, shuffled } from '../core/questions/shuffle.ts';
import type { Key } from '../terminal/ask.ts';
import { renderInline } from '../terminal/markdown.ts';
import { renderOrder, renderPairs } from '../terminal/views/question.ts';
import type { Desk, Move } from './desk.ts';

/** Places to be filled one after the other, each with one of the things that are left. */
interface Arrangement {
  readonly places: number;
  /** The things in the order in which they are shown. */
  readonly shown: readonly number[];
  message(place: number): string;
  /** Markdown. */
  label(thing: number): string;
  /** All of them, those first that were put in their places. */
  render(things: readonly number[]): readonly string[];
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
  const arrangement: Arrangement = {
    places: items.length - 1,
    shown: disordered(items.length, seed),
    message: (place) =>
      place === 0 ? 'What comes first?' : `And then? (${place + 1} of ${items.length})`,
    label: (item) => items[item] ?? '',
    render: (order) =>
      renderOrder(
        order.map((item) => items[item] ?? ''),
        desk.theme,
      ),
  };
  const order = await arrange(desk, arrangement, keys, draft);
  return typeof order === 'object' ? { form: 'order', order } : order;
}

/** One left side after the other. */
export async function askMatch(
  desk: Desk,
  question: QuestionOf<'match'>,
  seed: string,
  keys: readonly Key<Move>[],
  draft: number[],
): Promise<Answer | Move> {
  const { pairs } = question;
  const all = rightsOf(question).map(({ text }) => text);
  const arrangement: Arrangement = {
    places: all.length > pairs.length ? pairs.length : pairs.length - 1,
    shown: shuffled(all.length, seed),
    message: (place) =>
      `${renderInline(pairs[place]?.left ?? '', desk.theme)} (${place + 1} of ${pairs.length})`,
    label: (right) => all[right] ?? '',
    render: (rights) =>
      renderPairs(
        pairs.map(({ left }, i) => ({ left, right: all[rights[i] ?? -1] ?? '' })),
        desk.theme,
      ),
  };
  const rights = await arrange(desk, arrangement, keys, draft);
  return typeof rights === 'object'
    ? { form: 'pairs', rights: rights.slice(0, pairs.length) }
    : rights;
}

/** Fills the places that are left, then shows the whole once more: until then each can be changed. */
async function arrange(
  desk: Desk,
  arrangement: Arrangement,
  keys: readonly Key<Move>[],
  draft: number[],
): Promise<readonly number[] | Move> {
  for (;;) {
    const move = await fill(desk, arrangement, keys, draft);
    if (move) return move;
    const arranged = [...draft, ...leftOf(arrangement.shown, draft)];
    desk.show(arrangement.render(arranged));
    const last = await desk.ask.choose<'answer', Move | 'back'>({
      message: '',
      choices: [{ value: 'answer', label: 'That is my answer' }],
      keys: [backKey, ...keys],
    });
    if (last === 'answer') return arranged;
    if (last !== 'back') return last;
    draft.pop();
  }
}

/** Fills the places that `draft` leaves open. @returns what the learner did instead, if they did. */
async function fill(
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
