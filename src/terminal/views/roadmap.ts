import type { DoneHow } from '../../core/journal/event.ts';
import { shortTitle } from '../../core/progress/next.ts';
import type { Tally } from '../../core/progress/standing.ts';
import type { Roadmap, RoadmapStep, RoadmapTopic } from '../../core/roadmap/roadmap.ts';
import { hours, list } from '../../core/text/phrase.ts';
import { formatDate, type Instant } from '../../core/time/instant.ts';
import { bar, ends, joinParts, padEnd, rule, truncate, widthOf } from '../layout.ts';
import type { Theme } from '../theme.ts';

/** Room for the longest step title beside it, at 80 columns. */
const barWidth = (theme: Theme): number => (theme.width < 90 ? 8 : 14);

/** The whole sequence with the learner's own states: phases ⊃ steps ⊃ topics. */
export function renderRoadmap(roadmap: Roadmap, theme: Theme): string[] {
  const { curriculum, tally, phases, now } = roadmap;
  return [
    ...ends(theme.title(curriculum.title), summary(tally, theme), theme.width, theme.margin),
    ...rule(theme),
    ...phases.flatMap((phase) => [
      ...heading(theme.title(phase.title), phase.tally, theme, ' '),
      ...phase.steps.flatMap((step) => renderStep(step, theme, now)),
      '',
    ]),
    ...(theme.plain ? [] : legend(theme)),
  ];
}

/** `done 9 of 73 · 33 of 204 h`. */
export function summary(
  { done, topics, hoursDone, hours: all, skipped }: Tally,
  { symbols }: Theme,
): string {
  return [
    `done ${done} of ${topics}`,
    ...(skipped > 0 ? [`skipped ${skipped}`] : []),
    `${Math.round(hoursDone * 10) / 10} of ${hours(all)}`,
  ].join(symbols.between);
}

function renderStep(step: RoadmapStep, theme: Theme, now: Instant): string[] {
  const on = step.buildsOn.length > 0 ? `builds on ${list(step.buildsOn.map(String))}` : '';
  const title = `${step.number} ${step.title}`;
  const beside = theme.width >= 80 && !theme.plain ? theme.dim(`  ${on}`) : '';
  const fits = widthOf(title) + widthOf(on) + barWidth(theme) + 16 < theme.width;
  return [
    ...heading(`${title}${fits ? beside : ''}`, step.tally, theme, '   '),
    ...step.topics.flatMap((topic) => renderTopic(topic, theme, now)),
  ];
}

function heading(title: string, tally: Tally, theme: Theme, indent: string): string[] {
  const numbers = `${tally.done} / ${tally.topics}`;
  if (theme.plain) return [`${title}: ${tally.done} of ${tally.topics} done.`];
  const right = `${bar(theme, tally.done, tally.topics, barWidth(theme))} ${padEnd(numbers, 7)}`;
  return theme.width < 60
    ? ends(title, numbers, theme.width, indent)
    : ends(title, right, theme.width, indent);
}

function renderTopic(topic: RoadmapTopic, theme: Theme, now: Instant): string[] {
  const status = wording(topic, now);
  const time = hours(topic.hours);
  if (theme.plain) return [`  ${topic.number}. ${topic.title}: ${status}, ${time}.`];

  const indent = theme.width < 70 ? '  ' : '     ';
  const statusColumns = theme.width < 70 ? 0 : Math.floor(theme.width / 3);
  const timeColumns = 6;
  const room = theme.width - indent.length - statusColumns - timeColumns - 7;
  const title = padEnd(truncate(theme.width < 90 ? shortTitle(topic) : topic.title, room), room);
  const cells = [
    symbolOf(topic, theme),
    theme.dim(String(topic.number).padStart(3)),
    topic.isNext ? theme.strong(title) : title,
    ...(statusColumns > 0 ? [padEnd(truncate(status, statusColumns - 1), statusColumns - 1)] : []),
    theme.dim(time.padStart(timeColumns)),
  ];
  return [`${indent}${cells.join(' ')}`];
}

function wording(topic: RoadmapTopic, now: Instant): string {
  const date = topic.at ? formatDate(topic.at, now) : '';
  switch (topic.state) {
    case 'done':
      return `${endings[topic.how ?? 'marked']} ${topic.isDue ? 'review due' : date}`;
    case 'skipped':
      return `skipped ${date}`;
    case 'started':
      return topic.isNext ? 'next, started' : 'started';
    case 'open':
      return topic.isNext ? 'next' : 'open';
    case 'locked':
      return `needs ${list(topic.missing.map(shortTitle), 2)}`;
  }
}

const endings: Readonly<Record<DoneHow, string>> = {
  mastered: 'mastered',
  'without-exercise': 'no exercise',
  'tested-out': 'tested out',
  marked: 'marked',
};

function symbolOf(topic: RoadmapTopic, theme: Theme): string {
  const { symbols } = theme;
  if (topic.isNext) return theme.accent(symbols.next);
  switch (topic.state) {
    case 'done':
      return topic.isDue ? theme.notice(symbols.done) : theme.good(symbols.done);
    case 'started':
      return theme.notice(symbols.started);
    case 'open':
      return symbols.open;
    case 'skipped':
      return theme.dim(symbols.skipped);
    case 'locked':
      return theme.dim(symbols.locked);
  }
}

function legend(theme: Theme): string[] {
  const { done, next, started, open, locked, skipped } = theme.symbols;
  const words = { done, next, started, open, locked, skipped };
  const parts = Object.entries(words).map(([word, symbol]) => theme.dim(`${symbol} ${word}`));
  return joinParts(parts, '  ', theme.width, ' ');
}
