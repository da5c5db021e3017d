import type { Topic, TopicContent } from '../../core/curriculum/curriculum.ts';
import type { DoneHow } from '../../core/journal/event.ts';
import { type Achievement, describeAchievement } from '../../core/progress/achievement.ts';
import type { GivenAnswer } from '../../core/progress/answers.ts';
import { judge } from '../../core/progress/mastery.ts';
import { shortTitle } from '../../core/progress/next.ts';
import { type Standing, tally } from '../../core/progress/standing.ts';
import { count, hours, list } from '../../core/text/phrase.ts';
import type { Instant } from '../../core/time/instant.ts';
import { bullets, ends, rule, wrap } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { renderResources } from './topic.ts';

/** What stands above a topic when it is opened. */
export function renderTopicHead(
  topic: Topic,
  content: TopicContent,
  { curriculum }: Standing,
  theme: Theme,
): string[] {
  const indent = theme.margin;
  const place = `topic ${topic.number} of ${curriculum.topics.length}, ${hours(topic.hours)}`;
  return [
    '',
    ...rule(theme),
    ...ends(theme.title(theme.accent(topic.title)), theme.dim(place), theme.width, indent),
    '',
    ...wrap(content.why, theme.width, indent),
    '',
    `${indent}${theme.strong('You will be able to')}`,
    ...bullets(
      theme,
      content.outcomes.map(({ can }) => can),
    ),
    '',
  ];
}

/** Outcomes and reading stand in for a lesson that nobody has written yet. */
export function renderUnwritten(content: TopicContent, theme: Theme): string[] {
  const note =
    'The lesson of this topic is not written yet. Learn it from these, and mark it when you can do it.';
  return [...wrap(theme.notice(note), theme.width, ' '), ...renderResources(content, theme), ''];
}

export interface Mastered {
  readonly topic: Topic;
  readonly unlocked: readonly Topic[];
  readonly how: DoneHow;
  /** What it was the last topic of, smallest first. */
  readonly completed: readonly {
    readonly what: string;
    readonly title: string;
    readonly achievement: Achievement;
    /** The command line that writes it down, without the name of the program. */
    readonly certificate?: string;
  }[];
  readonly now: Instant;
}

export function renderMastered(
  { topic, unlocked, how, completed, now }: Mastered,
  theme: Theme,
): string[] {
  const symbol = theme.plain ? '' : `${theme.symbols.done} `;
  const opened = unlocked.length > 0 ? `Unlocked: ${list(unlocked.map(shortTitle), 4)}.` : '';
  const moments = completed.flatMap(({ what, title, achievement, certificate }) => [
    ...rule(theme),
    ...wrap(theme.good(theme.strong(`${symbol}${what} complete: ${title}`)), theme.width, ' '),
    ...describeAchievement(achievement, now).flatMap((line) => wrap(line, theme.width, '   ')),
    ...(certificate ? wrap(`Write it down: mlops-path ${certificate}`, theme.width, '   ') : []),
  ]);
  return [
    ...wrap(theme.good(`${symbol}${endings[how]}: ${topic.title}.`), theme.width, ' '),
    ...(opened === '' ? [] : wrap(opened, theme.width, ' ')),
    ...moments,
    '',
  ];
}

const endings: Readonly<Record<DoneHow, string>> = {
  mastered: 'Mastered',
  'without-exercise': 'Passed without exercise',
  'tested-out': 'Tested out',
  marked: 'Marked as done',
};

/** Where it still lacks, without blame. */
export function renderNotYet(
  { questions, outcomes }: TopicContent,
  answers: readonly GivenAnswer[],
  theme: Theme,
): string[] {
  const weakest = outcomes
    .map(({ id, can }) => ({ can, own: questions.filter(({ outcome }) => outcome === id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ can, own }) => ({ can, p: judge(answers, own).p }))
    .sort((a, b) => a.p - b.p)
    .slice(0, 2);
  return [
    ...wrap(
      'Not there yet; every answer counts, and is kept. What to look at again:',
      theme.width,
      ' ',
    ),
    ...bullets(
      theme,
      weakest.map(({ can }) => can),
    ),
    '',
  ];
}

/** After two rounds something else helps more than a third one. */
export function renderPutAside(topic: Topic, theme: Theme): string[] {
  const text = `${shortTitle(topic)} rests until tomorrow. What you know of it is kept, and something else often helps more than another try.`;
  return [...wrap(text, theme.width, ' '), ''];
}

export function renderFinished(standing: Standing, reason: string, theme: Theme): string[] {
  const { done, hoursDone } = tally(standing, standing.curriculum.topics);
  const numbers = `${count(done, 'topic')} done, ${hours(hoursDone)}.`;
  return ['', ...wrap(theme.good(reason), theme.width, ' '), ...wrap(numbers, theme.width, ' ')];
}
