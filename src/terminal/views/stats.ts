import { wantedRecall } from '../../core/memory/memory.ts';
import { type Accuracy, reviewsNeeded } from '../../core/stats/accuracy.ts';
import type { Period, Stats } from '../../core/stats/stats.ts';
import { freeDayIn, type Streak } from '../../core/stats/streak.ts';
import { longestIdleMinutes } from '../../core/stats/timed-event.ts';
import { count, duration, list, percent } from '../../core/text/phrase.ts';
import { addDays, dayOf, noonOf } from '../../core/time/day.ts';
import { formatDate, type Instant } from '../../core/time/instant.ts';
import { bar, labelled, padEnd, rule, wrap } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { describeDay } from './review.ts';

/** Time, days, answers, reviews and what they predict. @param title of what it is about. */
export function renderStats(stats: Stats, title: string, now: Instant, theme: Theme): string[] {
  const { streak, recall, accuracy, periods } = stats;
  const all = periods.at(-1);
  return [
    ...wrap(theme.title(title), theme.width, theme.margin),
    ...rule(theme),
    ...(theme.plain || theme.width < 60
      ? periods.flatMap((period) => labelled(theme, nameOf(period), describePeriod(period)))
      : renderTable(periods, theme)),
    ...gap(theme),
    ...labelled(theme, 'Days', describeStreak(streak)),
    ...labelled(theme, 'Recall', describeRecall(recall)),
    ...(all ? labelled(theme, 'Reviews', describeReviews(all.reviews)) : []),
    ...labelled(theme, 'Accuracy', describeAccuracy(accuracy)),
    ...labelled(theme, 'Time is', madeOf),
    ...gap(theme),
    ...renderForecast(stats.forecast, now, theme),
  ];
}

const madeOf = `what the journal knows of: the time from one step of a visit to the next and from a question to its answer, at most ${longestIdleMinutes} minutes each. What you read or built elsewhere is not in it.`;

function gap(theme: Theme): string[] {
  return theme.plain ? [] : [''];
}

function nameOf({ days }: Period): string {
  if (days === 1) return 'Today';
  return Number.isFinite(days) ? `${days} days` : 'All';
}

function describePeriod({ ms, topics, answers, reviews }: Period): string {
  const parts = [
    ms > 0 && duration(ms),
    topics > 0 && `${count(topics, 'topic')} done`,
    answers.given > 0 && `${answers.right} of ${count(answers.given, 'answer')} right`,
    reviews.done > 0 && `${reviews.passed} of ${count(reviews.done, 'review')} passed`,
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? `${list(parts)}.` : 'nothing.';
}

/** A column for each period, where there is room for four. */
function renderTable(periods: readonly Period[], theme: Theme): string[] {
  const cells: readonly [label: string, of: (period: Period) => string][] = [
    ['', (period) => theme.dim(nameOf(period).toLowerCase())],
    ['Time', ({ ms }) => duration(ms)],
    ['Topics done', ({ topics }) => String(topics)],
    ['Answers right', ({ answers }) => share(answers.right, answers.given)],
    ['Reviews passed', ({ reviews }) => share(reviews.passed, reviews.done)],
  ];
  return cells.map(([label, of]) => {
    const row = periods.map((period) => padEnd(of(period), 14)).join('');
    return ` ${theme.dim(padEnd(label, 16))}${row}`.trimEnd();
  });
}

function share(part: number, whole: number): string {
  return whole === 0 ? '0' : `${part} of ${whole}`;
}

function describeStreak({ days, all }: Streak): string {
  const row = days > 1 ? `${days} in a row, ` : '';
  return `${row}${all} in all. A day counts with an answer, a check, a review or a topic mastered; one free day in ${freeDayIn} does not end a row.`;
}

function describeRecall({ topics, predicted }: Stats['recall']): string {
  if (predicted === undefined)
    return 'Nothing is remembered yet; it begins with the first topic done.';
  return `Predicted recall is ${percent(predicted)} now, on average over ${count(topics, 'topic')}. A topic is due at ${percent(wantedRecall)}.`;
}

function describeReviews({ done, passed, expected }: Period['reviews']): string {
  if (done === 0) return 'None yet.';
  return `${passed} of ${done} passed: true retention ${percent(passed / done)}, predicted ${percent(expected / done)}.`;
}

function describeAccuracy(accuracy: Accuracy): string {
  if (!('logLoss' in accuracy)) {
    return `How good the predictions are is shown after ${reviewsNeeded} reviews on a later day; ${accuracy.missing} are missing.`;
  }
  const { reviews, logLoss, averageLogLoss, rmseInBins } = accuracy;
  const [own, average] = [logLoss, averageLogLoss].map((loss) => loss.toFixed(3));
  return `Log loss ${own} over ${reviews} reviews; always saying your average would give ${average}. RMSE in bins ${rmseInBins.toFixed(3)}. Smaller is better for both.`;
}

/** A bar for each day in two columns, a week each; in words where bars are noise. */
function renderForecast(forecast: readonly number[], now: Instant, theme: Theme): string[] {
  const today = dayOf(now);
  if (theme.plain) {
    const days = forecast.flatMap((topics, i) =>
      topics > 0 ? [`${count(topics, 'topic')} ${describeDay(addDays(today, i), now)}`] : [],
    );
    const coming = days.length > 0 ? list(days) : 'nothing';
    return labelled(theme, `Due in the coming ${forecast.length} days`, `${coming}.`);
  }
  const most = Math.max(1, ...forecast);
  const cells = forecast.map((topics, i) => {
    const date = i === 0 ? 'today' : formatDate(noonOf(addDays(today, i), now.offsetMinutes), now);
    return ` ${theme.dim(padEnd(date, 11))}${renderBar(topics, most, theme)}`;
  });
  const half = Math.ceil(cells.length / 2);
  const rows =
    theme.width < 60
      ? cells
      : cells.slice(0, half).map((cell, i) => `${padEnd(cell, 38)}${cells[half + i] ?? ''}`);
  return [
    ...wrap(`Topics due for review in the coming ${forecast.length} days`, theme.width, ' '),
    ...rows.map((row) => row.trimEnd()),
  ];
}

const barWidth = 14;

/** Something is never drawn as nothing. */
function renderBar(topics: number, most: number, theme: Theme): string {
  if (topics === 0) return theme.dim(theme.symbols.nothing);
  const length = Math.max(1, Math.round((topics / most) * barWidth));
  return `${bar(theme, 1, 1, length)} ${topics}`;
}
