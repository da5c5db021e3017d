import { chooseNext, explainChoice } from '../core/progress/next.ts';
import { wayAhead } from '../core/progress/standing.ts';
import { wrap } from '../terminal/layout.ts';
import { renderBlocked } from '../terminal/views/topic.ts';
import { topicJson } from './json.ts';
import { findOneTopic } from './topics.ts';
import { defineVerb, jsonOption } from './verb.ts';

export const why = defineVerb({
  argument: '<topic...>',
  argumentHelp: 'an id, a number, or words of the title',
  options: { json: jsonOption },
  about: 'What blocks a topic, and the shortest way there.',
  examples: ['why kubernetes-rollouts', 'why 73 --json'],

  async run(session, { words, options }) {
    const topic = await findOneTopic(session, words);
    const standing = await session.standing();
    const choice = chooseNext(standing, session.now());
    if (options.json) {
      const way = wayAhead(standing, [topic]);
      session.printJson('why', {
        topic: topicJson(standing, topic),
        missing: standing.missing(topic).map(({ id }) => id),
        way: way.topics.map(({ id }) => id),
        hours: way.hours,
        isNext: choice.topic === topic,
      });
      return undefined;
    }
    const { theme } = session;
    if (choice.topic === topic) {
      session.print(
        wrap(`It is what comes next. ${explainChoice(standing, choice)}`, theme.width, ' '),
      );
    } else {
      session.print(renderBlocked(standing, topic, theme));
    }
    return undefined;
  },
});
