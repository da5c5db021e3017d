import { wayTo } from '../core/graph/way.ts';
import { chooseNext, explainChoice } from '../core/progress/next.ts';
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
    const { curriculum, satisfied } = standing;
    const choice = chooseNext(standing, session.now());
    if (options.json) {
      const way = wayTo(
        curriculum.graph,
        satisfied,
        [topic.number - 1],
        (place) => curriculum.topics[place]?.hours ?? 0,
      );
      session.printJson('why', {
        topic: topicJson(standing, topic),
        missing: standing.missing(topic).map(({ id }) => id),
        way: way.topics.flatMap((place) => curriculum.topics[place]?.id ?? []),
        hours: way.cost,
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
