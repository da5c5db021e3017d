import {
  prerequisitesIn,
  type Topic,
  type TopicContent,
  unlockedIn,
} from '../../core/curriculum/curriculum.ts';
import type { KeptMemory } from '../../core/memory/kept-memory.ts';
import { recallOn } from '../../core/memory/memory.ts';
import { shortTitle } from '../../core/progress/next.ts';
import { type Standing, wayAhead } from '../../core/progress/standing.ts';
import { isDue } from '../../core/review/queue.ts';
import { count, hours, list, percent } from '../../core/text/phrase.ts';
import { dayOf } from '../../core/time/day.ts';
import { formatDate, type Instant } from '../../core/time/instant.ts';
import { bullets, ends, labelled, wrap } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { renderOutcomes } from './next.ts';
import { describeDay } from './review.ts';

/** One topic: what it teaches, what it needs, what it opens, and what happened to it. */
export function renderTopic(
  standing: Standing,
  topic: Topic,
  content: TopicContent,
  theme: Theme,
  now: Instant,
): string[] {
  const { curriculum } = standing;
  const { step } = topic;
  const where = `${step.phase.title}${theme.symbols.within}${step.title}`;
  const place = `topic ${topic.number} of ${curriculum.topics.length}`;
  const unlocks = unlockedIn(curriculum, topic);
  const requires = prerequisitesIn(curriculum, topic).map(
    (other) => `${shortTitle(other)} (${standing.state(other)})`,
  );

  return [
    ...ends(`${theme.title(topic.title)}`, hours(topic.hours), theme.width, theme.margin),
    ...ends(theme.dim(where), theme.dim(place), theme.width, theme.margin),
    '',
    ...labelled(theme, 'State', describeState(standing, topic, now)),
    ...labelled(theme, 'Memory', describeMemory(standing.of(topic)?.memory, now)),
    ...labelled(theme, 'It gives', content.why),
    ...labelled(theme, 'Requires', requires.length > 0 ? list(requires) : 'nothing'),
    ...labelled(
      theme,
      'Unlocks',
      unlocks.length > 0 ? list(unlocks.map(shortTitle), 6) : 'nothing',
    ),
    ...labelled(theme, 'Holds', describeContent(content)),
    ...labelled(theme, 'Id', topic.id),
    ...renderOutcomes(content, theme),
    ...renderResources(content, theme),
  ];
}

/** Where to read more: what is left of a topic whose lesson nobody has written yet. */
export function renderResources({ resources }: TopicContent, theme: Theme): string[] {
  if (resources.length === 0) return [];
  const entries = resources.flatMap(({ title, url, kind, minutes, why }) => [
    ...bullets(theme, [`${theme.strong(title)} (${kind}, ${minutes} min). ${why}`]),
    // A link is never broken: a terminal opens only what stands on one line, or wraps by itself.
    `     ${theme.dim(url)}`,
  ]);
  return ['', ` ${theme.strong('To read')}`, ...entries];
}

/** What a topic still waits for, in a sentence. */
export function describeMissing(standing: Standing, topic: Topic): string {
  return `${topic.title} needs ${list(standing.missing(topic).map(shortTitle))} first.`;
}

/** Why a topic cannot be started yet, and the way there. */
export function renderBlocked(standing: Standing, topic: Topic, theme: Theme): string[] {
  const way = renderWay(standing, topic, theme);
  if (way.length === 0) return wrap(`Nothing blocks ${topic.title}.`, theme.width, ' ');
  return [...wrap(describeMissing(standing, topic), theme.width, ' '), '', ...way];
}

/** The shortest way to a topic, without itself; nothing where nothing blocks it. */
export function renderWay(standing: Standing, topic: Topic, theme: Theme): string[] {
  const way = wayAhead(standing, [topic]);
  const before = way.topics.filter((other) => other !== topic);
  if (before.length === 0) return [];
  const effort = `${count(before.length, 'topic')}, ${hours(way.hours - topic.hours)}`;
  const lines = before.map((other) => `${other.title} (${hours(other.hours)})`);
  const numbered = lines.flatMap((line, i) =>
    wrap(line, theme.width, '      ', `  ${String(i + 1).padStart(2)}. `),
  );
  return [
    ...wrap(`${theme.strong('The shortest way there')} (${effort})`, theme.width, ' '),
    ...numbered,
  ];
}

/** How well it is remembered, and when it comes again. */
function describeMemory(memory: KeptMemory | undefined, now: Instant): string {
  if (!memory) return 'reviewed once it is done';
  const today = dayOf(now);
  const recall = percent(recallOn(memory.memory, today));
  const own = memory.reviews > 0 ? `, ${count(memory.reviews, 'review')} so far` : '';
  const when = isDue(memory, today) ? 'today' : describeDay(memory.due, now);
  return `predicted recall ${recall}, next review ${when}${own}`;
}

function describeState(standing: Standing, topic: Topic, now: Instant): string {
  const known = standing.of(topic);
  const state = standing.state(topic);
  const mark = known?.mark;
  if (mark?.kind === 'done') {
    const how = mark.how === 'without-exercise' ? 'passed without exercise' : mark.how;
    const again = state === 'done' ? '' : '; two reviews in a row failed, so it is learnt again';
    return `${how.replace('-', ' ')} on ${formatDate(mark.at, now)}${again}`;
  }
  if (mark?.kind === 'skipped') return `skipped on ${formatDate(mark.at, now)}`;
  const { given = 0, right = 0 } = known?.answers ?? {};
  const sofar = given > 0 ? `, ${right} of ${count(given, 'answer')} right` : '';
  if (known?.started) return `started on ${formatDate(known.started, now)}${sofar}`;
  const missing = standing.missing(topic);
  return missing.length > 0 ? `locked: needs ${list(missing.map(shortTitle))}` : 'open';
}

function describeContent({ lesson, questions, exercise }: TopicContent): string {
  if (lesson === undefined && questions.length === 0) {
    return 'outcomes and reading; its lesson is not written yet';
  }
  const words = lesson?.split(/\s+/).length ?? 0;
  const reading = lesson ? `a lesson of ${Math.max(1, Math.round(words / 90))} min` : 'no lesson';
  const hands = exercise ? `, an exercise of ${exercise.minutes} min` : '';
  return `${reading}, ${count(questions.length, 'question')}${hands}`;
}
