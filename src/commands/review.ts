import { wantedRecall } from '../core/memory/memory.ts';
import { agendaOf } from '../core/review/agenda.ts';
import { nextDueDay } from '../core/review/forecast.ts';
import { aheadItems, minutesFor, type ReviewItem } from '../core/review/queue.ts';
import { roundShare } from '../core/stats/share.ts';
import { percent } from '../core/text/phrase.ts';
import { dayOf, formatDay } from '../core/time/day.ts';
import { wrap } from '../terminal/layout.ts';
import { renderRecap } from '../terminal/views/recap.ts';
import { describeDay, renderQueue } from '../terminal/views/review.ts';
import { makeDesk } from './desk.ts';
import { topicJson } from './json.ts';
import { wholeNumber } from './option.ts';
import type { Session } from './session.ts';
import { defineVerb, jsonOption } from './verb.ts';

export const review = defineVerb({
  options: {
    limit: { flags: '-n, --limit <n>', help: 'at most n reviews', parse: wholeNumber(1) },
    minutes: { flags: '--minutes <n>', help: 'about n minutes', parse: wholeNumber(1) },
    ahead: { flags: '--ahead', help: 'what would be due next, when nothing is due' },
    json: jsonOption,
  },
  about: `Asks again what you have learnt, at the time when you are about to forget it: when predicted recall falls to ${percent(wantedRecall)}. Questions of different topics come in turn. What waits is no debt: the most worthwhile comes first, and nothing is lost by leaving.`,
  examples: ['review', 'review --limit 5', 'review --minutes 10', 'review --ahead'],

  async run(session, { options }) {
    const standing = await session.standing();
    const today = dayOf(session.now());
    const { due } = agendaOf(standing, session.now());
    const all = due.length === 0 && options.ahead ? aheadItems(standing, today) : due;
    const items = limited(all, options.limit, options.minutes);
    const desk = options.json ? undefined : await makeDesk(session);
    if (options.json) {
      const next = nextDueDay(standing, today);
      session.printJson('review', {
        items: items.map(({ topic, card, recall, kept }) => ({
          topic: topicJson(standing, topic),
          ...(card !== undefined && { card }),
          recall: roundShare(recall),
          due: formatDay(kept.due),
        })),
        waiting: all.length - items.length,
        minutes: minutesFor(items),
        nextDue: next === undefined ? null : formatDay(next),
      });
    } else if (items.length === 0) {
      session.print(await describeNothing(session, options.ahead === true));
    } else if (!desk) {
      session.print(renderQueue(items, all.length - items.length, session.theme));
    } else {
      const open = await session.curriculum();
      const { runReview } = await import('../tutor/review.ts');
      const result = await runReview(desk, standing, items, (topic) => open.content(topic));
      session.print(renderRecap(standing, result.standing, session.now(), session.theme));
    }
    return undefined;
  },
});

/** The first of them, up to a number and a time; always at least one. */
function limited(items: readonly ReviewItem[], limit = items.length, minutes?: number) {
  let most = limit;
  if (minutes !== undefined) {
    const fits = items.findIndex((_, i) => minutesFor(items.slice(0, i + 1)) > minutes);
    if (fits >= 0) most = Math.min(most, Math.max(1, fits));
  }
  return items.slice(0, most);
}

async function describeNothing(session: Session, ahead: boolean): Promise<string[]> {
  const now = session.now();
  const next = nextDueDay(await session.standing(), dayOf(now));
  const text =
    next === undefined
      ? 'Nothing is remembered yet, so nothing is due. What you learn comes back here.'
      : ahead
        ? `Everything was looked at today. The next review is due ${describeDay(next, now)}.`
        : `Nothing is due today. The next review is due ${describeDay(next, now)}; mlops-path review --ahead does not wait for it.`;
  return wrap(text, session.theme.width);
}
