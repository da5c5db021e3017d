import { scopeItem } from '../core/curriculum/find.ts';
import { roundShare } from '../core/stats/share.ts';
import { type Stats, statsOf } from '../core/stats/stats.ts';
import { addDays, dayOf, noonOf } from '../core/time/day.ts';
import { formatInstant, type Instant } from '../core/time/instant.ts';
import { wrap } from '../terminal/layout.ts';
import { renderStats } from '../terminal/views/stats.ts';
import { findScope } from './topics.ts';
import { defineVerb, jsonOption } from './verb.ts';

export const stats = defineVerb({
  argument: '[scope...]',
  argumentHelp: 'a phase, a step or a topic; everything by default',
  options: { json: jsonOption },
  about:
    'What you did and how well it is remembered: time, days in a row, answers, reviews, predicted recall, what is due in the coming two weeks, and how good the predictions were.',
  examples: ['stats', 'stats beginner', 'stats --json'],

  async run(session, { words, options }) {
    const standing = await session.standing();
    const { curriculum } = standing;
    const scope = words.length > 0 ? await findScope(session, curriculum, words) : undefined;
    const { id, title } = scope ? scopeItem(scope) : curriculum;
    const now = session.now();
    const topics = scope?.topics ?? curriculum.topics;
    const found = statsOf(standing, await session.events(), dayOf(now), topics);
    if (options.json) {
      session.printJson('stats', { scope: id, ...statsJson(found, now) });
    } else if (found.isEmpty) {
      const begin = scope?.kind === 'topic' ? `learn ${id}` : 'next';
      const lines = [`${title}: nothing has happened yet.`, `Start with: mlops-path ${begin}`];
      session.print(lines.flatMap((line) => wrap(line, session.theme.width)));
    } else {
      await session.page(renderStats(found, title, now, session.theme));
    }
    return undefined;
  },
});

function statsJson({ periods, streak, recall, forecast, accuracy }: Stats, now: Instant): object {
  const measured = 'logLoss' in accuracy ? accuracy : undefined;
  return {
    periods: periods.map(({ days, ms, topics, answers, reviews: { done, passed, expected } }) => ({
      days: Number.isFinite(days) ? days : null,
      seconds: Math.round(ms / 1000),
      topics,
      answers,
      reviews: { done, passed, predicted: done > 0 ? roundShare(expected / done) : null },
    })),
    streak,
    recall: { topics: recall.topics, predicted: shareOrNull(recall.predicted) },
    forecast: forecast.map((topics, i) => {
      const noon = noonOf(addDays(dayOf(now), i), now.offsetMinutes);
      return { day: formatInstant(noon).slice(0, 10), topics };
    }),
    accuracy: {
      reviews: accuracy.reviews,
      missing: accuracy.missing,
      logLoss: shareOrNull(measured?.logLoss),
      averageLogLoss: shareOrNull(measured?.averageLogLoss),
      rmseInBins: shareOrNull(measured?.rmseInBins),
    },
  };
}

function shareOrNull(value: number | undefined): number | null {
  return value === undefined ? null : roundShare(value);
}
