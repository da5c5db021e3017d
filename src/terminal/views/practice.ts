import type { ExerciseFile } from '../../core/curriculum/schema.ts';
import type { CheckLine, CheckOutcome } from '../../core/exercises/verdict.ts';
import { list } from '../../core/text/phrase.ts';
import { bullets, rule, wrap } from '../layout.ts';
import { renderInline, renderMarkdown } from '../markdown.ts';
import type { Theme } from '../theme.ts';

/** What the learner is asked to do, and where. */
export function renderTask(
  task: string,
  workspace: string,
  files: readonly string[],
  theme: Theme,
): string[] {
  const indent = theme.margin;
  const where = files.length > 0 ? files : [workspace];
  return [
    '',
    ...rule(theme),
    ...renderMarkdown(task, theme, indent),
    '',
    `${indent}${theme.strong('Where you work')}`,
    // A path is never broken: it is there to be clicked, or copied.
    ...where.map((path) => `   ${theme.path(path)}`),
    '',
  ];
}

/** The state of a watched exercise: what is right, what is not, and the hints so far. */
export function renderPractice(
  { exercise, workspace }: { readonly exercise: ExerciseFile; readonly workspace: string },
  state: {
    readonly outcome: CheckOutcome | undefined;
    readonly checking: boolean;
    readonly output: string | undefined;
    readonly hints: readonly string[];
    readonly notice: string | undefined;
    readonly manual: boolean;
  },
  theme: Theme,
): string[] {
  const how = state.manual ? 'press r to check' : 'checked when you save';
  // Line by line, a check that is under way is no news.
  const status = state.checking && !theme.plain ? 'checking …' : how;
  return [
    ` ${theme.title(exercise.title)}  ${theme.dim(status)}`,
    ` ${theme.dim(theme.path(workspace))}`,
    ...(state.outcome ? renderOutcome(state.outcome, theme) : []),
    ...state.hints.flatMap((hint, i) =>
      wrap(
        `${theme.notice(`Hint ${i + 1}.`)} ${renderInline(hint, theme)}`,
        theme.width,
        '   ',
        ' ',
      ),
    ),
    ...(state.output === undefined
      ? []
      : ['', ` ${theme.strong('Your code printed')}`, ...lastLines(state.output, theme)]),
    ...(state.notice ? wrap(theme.notice(state.notice), theme.width, ' ') : []),
  ];
}

/** Every check in a line; the first that is not right with what was expected, what came, and a hint. */
export function renderOutcome(outcome: CheckOutcome, theme: Theme): string[] {
  const firstWrong = outcome.lines.findIndex(({ ok }) => !ok);
  const lines = outcome.lines.flatMap((line, i) => renderLine(line, i === firstWrong, theme));
  if (outcome.kind === 'checked') return lines;
  const label = theme.plain ? 'The check could not be finished: ' : `${theme.symbols.wrong} `;
  return [...lines, ...wrap(theme.bad(`${label}${outcome.detail}`), theme.width, '   ')];
}

function renderLine({ ok, what, ...notes }: CheckLine, open: boolean, theme: Theme): string[] {
  const { right, wrong } = theme.symbols;
  const plainMark = ok ? 'Right: ' : 'Not yet: ';
  const mark = theme.plain ? plainMark : ok ? `${theme.good(right)} ` : `${theme.bad(wrong)} `;
  const first = wrap(renderInline(what, theme), theme.width, '     ', `   ${mark}`);
  if (ok || !open) return first;
  const entries = Object.entries({
    expected: notes.expected,
    came: notes.came,
    hint: notes.hint === undefined ? undefined : renderInline(notes.hint, theme),
  });
  const details = entries.flatMap(([name, text]) =>
    text === undefined
      ? []
      : wrap(text, theme.width, '                 ', `       ${theme.dim(`${name.padEnd(8)} `)} `),
  );
  return [...first, ...details];
}

/**
 * What is said when it passes, and what it is like at work.
 * @param available the real tools that are on this machine.
 */
export function renderPassed(
  { title, after }: ExerciseFile,
  available: readonly string[],
  theme: Theme,
): string[] {
  const symbol = theme.plain ? '' : `${theme.symbols.done} `;
  const indent = theme.margin;
  return [
    '',
    `${indent}${theme.good(`${symbol}Passed: ${title}.`)}`,
    '',
    ...renderMarkdown(after, theme, indent),
    '',
    ...(available.length > 0
      ? wrap(`You have ${list(available)} here: try it with the real tool.`, theme.width, indent)
      : []),
  ];
}

/** Our solution beside the learner's: a difference for each file, or the program that does it. */
export type Solution =
  | { readonly kind: 'diffs'; readonly files: readonly { file: string; patch: string }[] }
  | { readonly kind: 'script'; readonly text: string };

export function renderSolution(solution: Solution, theme: Theme): string[] {
  const indent = theme.margin;
  const fenced = (language: string, text: string) =>
    renderMarkdown(`~~~~${language}\n${text.trimEnd()}\n~~~~`, theme, indent);
  if (solution.kind === 'script') {
    return ['', `${indent}One way to do it:`, '', ...fenced('python', solution.text), ''];
  }
  const parts = solution.files.flatMap(({ file, patch }) =>
    patch === '' ? [`${indent}${file}: yours is the same.`, ''] : [...fenced('diff', patch), ''],
  );
  return ['', `${indent}From your files to ours:`, '', ...parts];
}

/** The programs that are missing, and how to get them. */
export function renderMissing(
  missing: readonly { name: string; how: string }[],
  theme: Theme,
): string[] {
  return bullets(
    theme,
    missing.map(({ name, how }) => `${theme.strong(name)}: ${how}`),
  );
}

const shownLines = 12;

function lastLines(text: string, theme: Theme): string[] {
  const lines = text.trimEnd().split('\n');
  const shown = lines.slice(-shownLines).flatMap((line) => wrap(line, theme.width, '   '));
  const left = theme.plain ? 'The beginning is left out.' : '…';
  return lines.length > shownLines ? [theme.dim(`   ${left}`), ...shown] : shown;
}
