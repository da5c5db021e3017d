import { chooseNext, explainChoice, reasonInputs } from '../core/progress/next.ts';
import { confirm } from '../terminal/ask.ts';
import { joinParts } from '../terminal/layout.ts';
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
    'The one thing to do now, and why. The rule is simple and always the same: finish what you have begun in the last fourteen days; otherwise the first topic of the sequence that nothing blocks.',
  examples: ['next', 'next -n 3', 'next --json'],

  async run(session, { options }) {
    const standing = await session.standing();
    const number = options.number ?? 1;
    const choice = chooseNext(standing, session.now(), Math.max(4, number));
    const { topic, rule, runnersUp } = choice;

    if (options.json) {
      const inputs = topic && reasonInputs(standing, topic);
      session.printJson('next', {
        rule,
        reason: explainChoice(standing, choice),
        topic: topic ? topicJson(standing, topic) : null,
        inputs: inputs && {
          finished: inputs.finished.map(({ id }) => id),
          skipped: inputs.skipped.map(({ id }) => id),
          unlocks: inputs.unlocks.map(({ id }) => id),
          neededBy: inputs.neededBy,
        },
        runnersUp: runnersUp.map((other) => topicJson(standing, other)),
      });
      return;
    }

    const open = await session.curriculum();
    const { theme } = session;
    session.print(renderNext(standing, choice, topic && open.content(topic), theme));
    const others = runnersUp.slice(0, number - 1);
    if (others.length > 0) {
      const names = others.map((other) => `   ${other.number}. ${other.title} (${other.hours} h)`);
      session.print(['', ` ${theme.strong('Also open')}`, ...names]);
    }
    if (!topic) return;

    const ask = await session.askIfPossible();
    if (!ask) {
      const ways = ['Start with: mlops-path learn', `Know it already: mlops-path done ${topic.id}`];
      session.print(['', ...joinParts(ways, '    ', theme.width, ' ')]);
      return;
    }
    session.say(['']);
    if (!(await confirm(ask, 'Start now?', true))) return;
    const { learn } = await import('./learn.ts');
    return learn.run(session, { words: [topic.id], options: {} });
  },
});
