import type { Topic } from '../../core/curriculum/curriculum.ts';
import type { AnswerResult } from '../../core/journal/event.ts';
import { shortTitle } from '../../core/progress/next.ts';
import { solution } from '../../core/questions/index.ts';
import type { Question } from '../../core/questions/question.ts';
import { bar, bullets, wrap } from '../layout.ts';
import { renderInline, renderMarkdown } from '../markdown.ts';
import type { Theme } from '../theme.ts';

export function renderQuestion(
  topic: Topic,
  question: Question,
  number: number,
  expected: number,
  theme: Theme,
): string[] {
  const head = `${shortTitle(topic)} ${theme.symbols.dot} question ${number} of about ${expected}`;
  const indent = theme.plain ? '' : ' ';
  return [
    '',
    ...wrap(theme.dim(head), theme.width, indent),
    '',
    ...renderMarkdown(question.ask, theme, indent),
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

/** Right or not, what that answer means, and why the right one is right. */
export function renderVerdict(
  question: Question,
  result: AnswerResult,
  feedback: readonly string[],
  theme: Theme,
): string[] {
  const verdict = {
    right: theme.good(`${mark(theme, theme.symbols.right)}Right.`),
    wrong: theme.bad(`${mark(theme, theme.symbols.wrong)}Not quite.`),
    'dont-know': theme.notice('Good to know. This is how it is.'),
  }[result];
  const [first = '', ...rest] = feedback;
  return [
    '',
    ...said(theme, verdict, first),
    ...renderFeedback(rest, theme),
    ...(result === 'right' ? [] : renderSolution(question, theme)),
    ...said(theme, theme.strong('Why:'), question.explain),
  ];
}

/** How sure the tutor is by now. */
export function renderMastery(p: number, theme: Theme): string[] {
  const percent = `${Math.round(p * 100)} %`;
  const drawn = theme.plain ? '' : `${bar(theme, p, 1, 20)} `;
  return ['', ` ${theme.dim('mastery')} ${drawn}${percent}`, ''];
}

function renderSolution(question: Question, theme: Theme): string[] {
  const lines = solution(question);
  const [only] = lines;
  if (lines.length === 1 && only) return said(theme, theme.strong('Right is:'), only);
  return [
    ` ${theme.strong('Right is:')}`,
    ...bullets(
      theme,
      lines.map((line) => renderInline(line, theme)),
    ),
  ];
}

function said(theme: Theme, label: string, markdown: string): string[] {
  const text = renderInline(markdown, theme);
  return wrap([label, text].filter((part) => part !== '').join(' '), theme.width, ' ');
}

function mark(theme: Theme, symbol: string): string {
  return theme.plain ? '' : `${symbol} `;
}
