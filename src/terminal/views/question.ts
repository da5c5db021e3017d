import type { Topic } from '../../core/curriculum/curriculum.ts';
import type { AnswerResult } from '../../core/journal/event.ts';
import { shortTitle } from '../../core/progress/next.ts';
import { solution } from '../../core/questions/index.ts';
import { numbered } from '../../core/questions/order.ts';
import type { Question, Rating } from '../../core/questions/question.ts';
import { percent } from '../../core/text/phrase.ts';
import { bar, bullets, wrap } from '../layout.ts';
import { renderInline, renderMarkdown } from '../markdown.ts';
import type { Theme } from '../theme.ts';

/** An answer and what became of it. */
export interface Answered {
  readonly result: AnswerResult;
  /** What there is to say about this very answer. */
  readonly feedback: readonly string[];
  /** Where the learner judged it. */
  readonly rating?: Rating;
}

export function renderQuestion(
  topic: Topic,
  question: Question,
  place: string,
  theme: Theme,
): string[] {
  const head = `${shortTitle(topic)}${theme.symbols.between}${place}`;
  const indent = theme.margin;
  // Each of them is asked for by itself: here they stand together.
  const lefts = question.kind === 'match' ? question.pairs.map(({ left }) => left) : [];
  return [
    '',
    ...wrap(theme.dim(head), theme.width, indent),
    '',
    ...renderMarkdown(question.ask, theme, indent),
    ...(lefts.length > 0 ? ['', ...bulleted(theme, lefts)] : []),
    '',
  ];
}

export function renderHint(hint: string, theme: Theme): string[] {
  return said(theme, theme.notice('Hint.'), hint);
}

/** What there is to say about an answer, a paragraph each. */
export function renderFeedback(feedback: readonly string[], theme: Theme): string[] {
  return feedback.flatMap((text) => said(theme, '', text));
}

/** What was put together, before it counts. */
export function renderPairs(
  pairs: readonly { readonly left: string; readonly right: string }[],
  theme: Theme,
): string[] {
  const lines = pairs.map(({ left, right }) => `${left} — ${right}`);
  return ['', ...bulleted(theme, lines), ''];
}

/** What was put in order, before it counts. */
export function renderOrder(items: readonly string[], theme: Theme): string[] {
  return ['', ...listed(theme, numbered(items)), ''];
}

/** What a learner compares their own words with. */
export function renderAnswer(answer: string, theme: Theme): string[] {
  const indent = theme.margin;
  return [
    '',
    `${indent}${theme.strong('The answer:')}`,
    '',
    ...renderMarkdown(answer, theme, indent),
    '',
  ];
}

/** Right or not, what that answer means, and why the right one is right. */
export function renderVerdict(
  question: Question,
  { result, feedback, rating }: Answered,
  theme: Theme,
): string[] {
  const verdict = {
    right: theme.good(`${mark(theme, theme.symbols.right)}Right.`),
    wrong: theme.bad(`${mark(theme, theme.symbols.wrong)}Not quite.`),
    'dont-know': theme.notice('Good to know. This is how it is.'),
  }[result];
  const [first = '', ...rest] = feedback;
  // Who judged an answer has seen the right one.
  const isShown = result === 'right' || rating !== undefined;
  return [
    '',
    ...said(theme, rating ? theme.strong(`On your word: ${ownWords[rating]}.`) : verdict, first),
    ...renderFeedback(rest, theme),
    ...(isShown ? [] : renderSolution(question, theme)),
    ...said(theme, theme.strong('Why:'), question.explain),
  ];
}

/** The tutor did not judge: it says again what the learner said. */
const ownWords: Readonly<Record<Rating, string>> = {
  forgot: 'you did not know it',
  hard: 'you knew it, with effort',
  good: 'you knew it',
  easy: 'you knew it at once',
};

/** How sure the tutor was, is by now, and why: probabilities, 0 to 1. */
export function renderMastery(
  { before, after, reason }: { before: number; after: number; reason: string },
  theme: Theme,
): string[] {
  const drawn = theme.plain ? '' : `${bar(theme, after, 1, 20)} `;
  const line = `${theme.dim('mastery')} ${drawn}${percent(after)}, before ${percent(before)}`;
  const indent = theme.margin;
  return ['', ...wrap(`${line} ${theme.dim(`(${reason})`)}`, theme.width, indent)];
}

function renderSolution(question: Question, theme: Theme): string[] {
  const lines = solution(question);
  const [only] = lines;
  if (question.kind === 'recall') return renderAnswer(question.answer, theme);
  if (lines.length === 1 && only) return said(theme, theme.strong('Right is:'), only);
  const isNumbered = question.kind === 'order';
  const all = isNumbered ? listed(theme, lines) : bulleted(theme, lines);
  return [` ${theme.strong('Right is:')}`, ...all];
}

/** Lines of which most begin with their number; what is wrapped stands behind it. */
function listed(theme: Theme, lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const number = /^\d+\. /.exec(line)?.[0] ?? '';
    const indent = ' '.repeat(3 + number.length);
    return wrap(renderInline(line, theme), theme.width, indent, '   ');
  });
}

function bulleted(theme: Theme, lines: readonly string[]): string[] {
  return bullets(
    theme,
    lines.map((line) => renderInline(line, theme)),
  );
}

function said(theme: Theme, label: string, markdown: string): string[] {
  const text = renderInline(markdown, theme);
  return wrap([label, text].filter((part) => part !== '').join(' '), theme.width, ' ');
}

function mark(theme: Theme, symbol: string): string {
  return theme.plain ? '' : `${symbol} `;
}
