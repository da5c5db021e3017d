import { search as searchTopics } from '../core/search/search.ts';
import { count } from '../core/text/phrase.ts';
import { printable } from '../core/text/printable.ts';
import { exitCode } from '../failure.ts';
import { joinParts, truncate, wrap } from '../terminal/layout.ts';
import { topicJson } from './json.ts';
import { defineVerb, jsonOption } from './verb.ts';

export const search = defineVerb({
  argument: '<words...>',
  options: { json: jsonOption },
  about: 'Finds topics that hold all of the words in their titles, outcomes or lessons.',
  examples: ['search leakage', 'search blue green --json'],

  async run(session, { words, options }) {
    const query = words.join(' ');
    const open = await session.curriculum();
    const standing = await session.standing();
    const hits = searchTopics(open.contents(), query);
    if (options.json) {
      session.printJson('search', {
        query,
        hits: hits.map(({ topic, where, excerpt }) => {
          return { topic: topicJson(standing, topic), where, excerpt };
        }),
      });
      return hits.length > 0 ? exitCode.done : exitCode.refused;
    }
    const { theme } = session;
    if (hits.length === 0) {
      session.say([
        `No topic holds "${printable(query)}". Try fewer words, or mlops-path roadmap.`,
      ]);
      return exitCode.refused;
    }
    const lines = hits.flatMap(({ topic, where, excerpt }) => [
      ...wrap(
        `${theme.dim(String(topic.number).padStart(3))}  ${theme.strong(topic.title)}`,
        theme.width,
        '     ',
        '',
      ),
      `     ${theme.dim(truncate(`${where}: ${excerpt}`, theme.width - 6))}`,
    ]);
    await session.page([
      ...lines,
      ...joinParts(
        [count(hits.length, 'topic'), 'mlops-path show <number>'].map((part) => theme.dim(part)),
        '  ',
        theme.width,
      ),
    ]);
    return exitCode.done;
  },
});
