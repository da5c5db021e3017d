import { shortTitle } from '../../core/progress/next.ts';
import { recapOf } from '../../core/progress/recap.ts';
import { type Standing, tally } from '../../core/progress/standing.ts';
import { comingDue } from '../../core/review/forecast.ts';
import { dueItems } from '../../core/review/queue.ts';
import { count, list } from '../../core/text/phrase.ts';
import { dayOf } from '../../core/time/day.ts';
import type { Instant } from '../../core/time/instant.ts';
import { labelled, wrap } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { describeDay } from './review.ts';
import { summary } from './roadmap.ts';

/** The end of a session: what moved, what comes when, and that it is saved. */
export function renderRecap(
  before: Standing,
  after: Standing,
  now: Instant,
  theme: Theme,
): string[] {
  const { done, answers, reviews } = recapOf(before, after);
  const moved = [
    done.length > 0 && `done: ${list(done.map(shortTitle), 4)}`,
    answers.given > 0 && `${answers.right} of ${count(answers.given, 'answer')} right`,
    reviews > 0 && count(reviews, 'review'),
  ].filter((part) => typeof part === 'string');
  const totals = summary(tally(after, after.curriculum.topics), theme);
  return [
    ...(moved.length > 0 ? ['', ...labelled(theme, 'Moved', moved.join('; '))] : []),
    ...labelled(theme, 'Reviews', describeComing(after, now)),
    ...wrap(theme.dim(`Saved. ${totals}`), theme.width, theme.margin),
  ];
}

/** `3 topics tomorrow, 1 topic in 4 days (28 Nov)`. */
function describeComing(standing: Standing, now: Instant): string {
  const today = dayOf(now);
  const waiting = new Set(dueItems(standing, today).map(({ topic }) => topic)).size;
  const coming = comingDue(standing, today).map(
    ({ day, topics }) => `${count(topics, 'topic')} ${describeDay(day, now)}`,
  );
  const parts = [...(waiting > 0 ? [`${count(waiting, 'topic')} today`] : []), ...coming];
  return parts.length > 0 ? list(parts, 3) : 'nothing is due in the coming week';
}
