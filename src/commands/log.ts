import { parseInstant } from '../core/time/instant.ts';
import { describeAction, renderLog } from '../terminal/views/log.ts';
import { date, wholeNumber } from './option.ts';
import { findOneTopic } from './topics.ts';
import { defineVerb, jsonOption } from './verb.ts';

export const log = defineVerb({
  options: {
    topic: { flags: '--topic <topic>', help: 'only what concerns this topic', parse: String },
    since: { flags: '--since <date>', help: 'only from this day on, as 2026-11-23', parse: date },
    number: { flags: '-n, --number <n>', help: 'only the last n', parse: wholeNumber(1) },
    json: jsonOption,
  },
  about:
    'What you did, newest first. One line is what undo takes back at once; what was undone says so.',
  examples: ['log', 'log -n 5', 'log --topic git-snapshots --since 2026-11-01'],

  async run(session, { options }) {
    const history = await session.history();
    const topic = options.topic && (await findOneTopic(session, [options.topic]));
    const since = options.since?.ms ?? Number.NEGATIVE_INFINITY;
    const actions = history.actions
      .filter(({ events }) => (parseInstant(events[0]?.at ?? '')?.ms ?? 0) >= since)
      .filter(
        ({ events }) =>
          !topic || events.some((event) => 'topic' in event && event.topic === topic.id),
      )
      .slice(-(options.number ?? Number.POSITIVE_INFINITY))
      .reverse();

    if (options.json) {
      session.printJson('log', {
        actions: actions.map(({ id, kind, inForce, events }) => {
          const { at, device } = events[0] ?? {};
          return {
            id,
            at,
            device,
            kind,
            inForce,
            summary: describeAction(events, history),
            events,
          };
        }),
      });
    } else if (actions.length === 0) {
      session.print(['Nothing has happened yet. Start with: mlops-path next']);
    } else {
      await session.page(renderLog(actions, history, session.now(), session.theme));
    }
    return undefined;
  },
});
