import { grade } from '../core/questions/index.ts';
import type { Answer, Question, QuestionOf, Rating } from '../core/questions/question.ts';
import { shuffled } from '../core/questions/shuffle.ts';
import type { Key } from '../terminal/ask.ts';
import { renderInline } from '../terminal/markdown.ts';
import {
  type Answered,
  renderAnswer,
  renderFeedback,
  renderHint,
} from '../terminal/views/question.ts';
import { askMatch, askOrder } from './arrangement.ts';
import { type Desk, type Left, leaveKey, left, type Move } from './desk.ts';

export interface Given extends Answered {
  readonly hint: boolean;
}

/** How often a near miss is given another try. */
const nearTries = 3;

/** Whether the hint was shown before, and what is to be done when it is shown now. */
interface HintKeeping {
  readonly shown: boolean;
  onShown(): Promise<void>;
}

/**
 * Asks until there is an answer: a hint and a near miss lead back to the same question.
 * @param attempt decides, with the question, in which order things are shown.
 */
export async function askForAnswer(
  desk: Desk,
  question: Question,
  attempt: number,
  keeping: HintKeeping,
): Promise<Given | Left> {
  const draft: number[] = [];
  let hint = keeping.shown;
  if (hint) desk.show(renderHint(question.hint ?? '', desk.theme));
  for (let near = 0; ; ) {
    const given = await askOnce(desk, question, `${question.id} ${attempt}`, !hint, draft);
    if (given === left) return left;
    if (given === 'dont-know') return { result: 'dont-know', feedback: [], hint };
    if (given === 'hint') {
      hint = true;
      await keeping.onShown();
      desk.show(renderHint(question.hint ?? '', desk.theme));
      continue;
    }
    const { result, feedback, ...rest } = grade(question, given);
    if (result !== 'near') return { result, feedback, ...rest, hint };
    if (++near === nearTries) return { result: 'wrong', feedback, hint };
    desk.show(renderFeedback(feedback, desk.theme));
  }
}

/** @param draft what was put in its place before a hint was asked for; it stays there. */
async function askOnce(
  desk: Desk,
  question: Question,
  seed: string,
  withHint: boolean,
  draft: number[],
): Promise<Answer | Move> {
  const keys: Key<Move>[] = [
    ...(withHint && question.hint !== undefined
      ? [{ key: '?', label: 'hint', value: 'hint' as const }]
      : []),
    { key: 'i', label: "I don't know", value: 'dont-know' as const },
    leaveKey,
  ];
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
      return askOrder(desk, question, seed, keys, draft);
    case 'match':
      return askMatch(desk, question, seed, keys, draft);
    case 'recall':
      return askRecall(desk, question, keys);
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

const ratings: readonly { readonly value: Rating; readonly label: string }[] = [
  { value: 'forgot', label: 'Forgot: I did not know it, or got it wrong' },
  { value: 'hard', label: 'Hard: I knew it, with effort or gaps' },
  { value: 'good', label: 'Good: I knew it' },
  { value: 'easy', label: 'Easy: I knew it at once' },
];

/** First the learner's own answer, which nobody sees; then the right one, and how they compare. */
async function askRecall(
  desk: Desk,
  { answer }: QuestionOf<'recall'>,
  keys: readonly Key<Move>[],
): Promise<Answer | Move> {
  const move = await desk.ask.choose<undefined, Move>({
    message: 'Say it in your own words, aloud or on paper.',
    choices: [{ value: undefined, label: 'Show the answer' }],
    keys,
  });
  if (move !== undefined) return move;
  desk.show(renderAnswer(answer, desk.theme));
  const rating = await desk.ask.choose<Rating, Left>({
    message: 'How well did you know it?',
    choices: ratings,
    keys: [leaveKey],
  });
  return rating === left ? left : { form: 'rating', rating };
}

function isMove(value: unknown): value is Move {
  return value === 'hint' || value === 'dont-know' || value === left;
}
