import { reasonInputs } from '../core/progress/next.ts';
import type { Standing } from '../core/progress/standing.ts';
import { type Agenda, agendaOf, explainAgenda } from '../core/review/agenda.ts';
import { minutesFor } from '../core/review/queue.ts';
import { roundShare } from '../core/stats/share.ts';
import { hours } from '../core/text/phrase.ts';
import { confirm } from '../terminal/ask.ts';
import { joinParts, wrap } from '../terminal/layout.ts';
import { renderNext } from '../terminal/views/next.ts';
import { topicJson } from './json.ts';
import { wholeNumber } from './option.ts';
import { defineVerb, jsonOption } from './verb.ts';

export const next = defineVerb({
  options: {
    number: { flags: '-n, --number <n>', help: 'name the first n topics', parse: wholeNumber(1) },
    json: jsonOption,
  },
  about:
    'The one thing to do now, and why. The rule is simple and always the same: finish what you have begun in the last fourteen days; then review what is due, first what the next topic stands on; then learn the first topic of the sequence that nothing blocks.',
  examples: ['next', 'next -n 3', 'next --json'],

  async run(session, { options }) {
    const standing = await session.standing();
    const number = options.number ?? 1;
    const agenda = agendaOf(standing, session.now(), Math.max(4, number));
    const { choice } = agenda;
    if (options.json) {
      session.printJson('next', nextJson(standing, agenda));
      return undefined;
    }
    const open = await session.curriculum();
    const { theme } = session;
    const { topic } = choice;
    session.print(renderNext(standing, agenda, topic && open.content(topic), theme));
    const others = choice.runnersUp.slice(0, number - 1);
    if (others.length > 0) {
      const names = others.flatMap(({ number: place, title, hours: time }) =>
        wrap(`${title} (${hours(time)})`, theme.width, '      ', `${String(place).padStart(4)}. `),
      );
      session.print(['', ` ${theme.strong('Also open')}`, ...names]);
    }
    if (!topic && !('first' in agenda)) return undefined;

    const ask = await session.askIfPossible();
    if (!ask) {
      session.print(['', ...joinParts(waysOn(agenda), '    ', theme.width, ' ')]);
      return undefined;
    }
    session.say(['']);
    if (!(await confirm(ask, 'Start now?', true))) return undefined;
    if ('first' in agenda) {
      const { review } = await import('./review.ts');
      return review.run(session, { words: [], options: {} });
    }
    const { learn } = await import('./learn.ts');
    return learn.run(session, { words: topic ? [topic.id] : [], options: {} });
  },
});

/** What may be typed now, the first thing first. */
function waysOn(agenda: Agenda): string[] {
  const { topic } = agenda.choice;
  const learning = topic
    ? [`Start with: mlops-path learn`, `Know it already: mlops-path quiz ${topic.id}`]
    : [];
  if ('first' in agenda) {
    return ['Start with: mlops-path review', ...(topic ? ['Learn on: mlops-path learn'] : [])];
  }
  return [...learning, ...(agenda.due.length > 0 ? ['Review: mlops-path review'] : [])];
}

function nextJson(standing: Standing, agenda: Agenda): object {
  const { choice, rule, due } = agenda;
  const { topic } = choice;
  const inputs = topic && reasonInputs(standing, topic);
  return {
    rule,
    reason: explainAgenda(standing, agenda),
    topic: topic ? topicJson(standing, topic) : null,
    review:
      'first' in agenda
        ? {
            topic: topicJson(standing, agenda.first.topic),
            recall: roundShare(agenda.first.recall),
          }
        : null,
    due: { items: due.length, minutes: minutesFor(due) },
    inputs: inputs && {
      finished: inputs.finished.map(({ id }) => id),
      skipped: inputs.skipped.map(({ id }) => id),
      unlocks: inputs.unlocks.map(({ id }) => id),
      neededBy: inputs.neededBy,
    },
    runnersUp: choice.runnersUp.map((other) => topicJson(standing, other)),
  };
}
