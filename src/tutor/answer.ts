import type { AnswerResult } from '../core/journal/event.ts';
import { grade } from '../core/questions/index.ts';
import type { Answer, Question, QuestionOf } from '../core/questions/question.ts';
import { disordered, shuffled } from '../core/questions/shuffle.ts';
import { renderInline } from '../terminal/markdown.ts';
import { renderFeedback, renderHint } from '../terminal/views/question.ts';
import { type Desk, type Left, leaveKey, left } from './desk.ts';

export interface Given {
  readonly result: AnswerResult;
  /** What there is to say about this very answer. */
  readonly feedback: readonly string[];
  readonly hint: boolean;
}

type Move = 'hint' | 'dont-know' | Left;

/** How often a near miss is given another try. */
const nearTries = 3;

/**
 * Asks until there is an answer: a hint and a near miss lead back to the same question.
 * @param attempt decides, with the question, in which order things are shown.
 */
export async function askForAnswer(
  desk: Desk,
  question: Question,
  attempt: number,
): Promise<Given | Left> {
  let hint = false;
  for (let near = 0; ; ) {
    const given = await askOnce(desk, question, attempt, !hint);
    if (given === left) return left;
    if (given === 'dont-know') return { result: 'dont-know', feedback: [], hint };
    if (given === 'hint') {
      hint = true;
      desk.show(renderHint(question.hint ?? '', desk.theme));
      continue;
    }
    const { result, feedback } = grade(question, given);
    if (result !== 'near') return { result, feedback, hint };
    if (++near === nearTries) return { result: 'wrong', feedback, hint };
    desk.show(renderFeedback(feedback, desk.theme));
  }
}

async function askOnce(
  desk: Desk,
  question: Question,
  attempt: number,
  withHint: boolean,
): Promise<Answer | Move> {
  const keys = [
    ...(withHint && question.hint !== undefined
      ? [{ key: '?', label: 'hint', value: 'hint' as const }]
      : []),
    { key: 'i', label: "I don't know", value: 'dont-know' as const },
    leaveKey,
  ];
  const seed = `${question.id} ${attempt}`;
  switch (question.kind) {
    case 'single': {
      const choices = choicesOf(question, seed, desk);
      const chosen = await desk.ask.choose<number, Move>({ message: '', choices, keys });
      return typeof chosen === 'number' ? { form: 'choices', chosen: [chosen] } : chosen;
    }
    case 'multiple': {
      const choices = choicesOf(question, seed, desk);
      const message = 'Choose all that are right.';
      const chosen = await desk.ask.chooseSeveral<number, Move>({ message, choices, keys });
      return isMove(chosen) ? chosen : { form: 'choices', chosen };
    }
    case 'order':
      return askOrder(desk, question, seed, keys);
    case 'short':
    case 'number': {
      const unit = question.kind === 'number' && question.unit ? ` (in ${question.unit})` : '';
      // An answer that happens to be a key of ours is still an answer.
      const free = keys.filter(
        ({ key }) => !(question.kind === 'short' && question.accept.includes(key)),
      );
      const text = await desk.ask.text<Move>({ message: `Your answer${unit}:`, keys: free });
      return isMove(text) ? text : { form: 'text', text };
    }
  }
}

function choicesOf(question: QuestionOf<'single' | 'multiple'>, seed: string, desk: Desk) {
  return shuffled(question.choices.length, seed).map((place) => ({
    value: place,
    label: renderInline(question.choices[place]?.text ?? '', desk.theme),
  }));
}

/** One item after the other; the last one needs no question. */
async function askOrder(
  desk: Desk,
  question: QuestionOf<'order'>,
  seed: string,
  keys: readonly { key: string; label: string; value: Move }[],
): Promise<Answer | Move> {
  let rest = disordered(question.items.length, seed);
  const order: number[] = [];
  while (rest.length > 1) {
    const next = await desk.ask.choose<number, Move>({
      message:
        order.length === 0
          ? 'What comes first?'
          : `And then? (${order.length + 1} of ${question.items.length})`,
      choices: rest.map((place) => ({
        value: place,
        label: renderInline(question.items[place] ?? '', desk.theme),
      })),
      keys,
    });
    if (typeof next !== 'number') return next;
    order.push(next);
    rest = rest.filter((place) => place !== next);
  }
  return { form: 'order', order: [...order, ...rest] };
}

function isMove(value: unknown): value is Move {
  return value === 'hint' || value === 'dont-know' || value === left;
}
