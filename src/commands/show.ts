import { unlockedIn } from '../core/curriculum/curriculum.ts';
import type { KeptMemory } from '../core/memory/kept-memory.ts';
import { recallOn } from '../core/memory/memory.ts';
import { roundShare } from '../core/stats/share.ts';
import { dayOf, formatDay } from '../core/time/day.ts';
import type { Instant } from '../core/time/instant.ts';
import { renderTopic } from '../terminal/views/topic.ts';
import { topicJson } from './json.ts';
import { findOneTopic } from './topics.ts';
import { defineVerb, jsonOption } from './verb.ts';

export const show = defineVerb({
  argument: '<topic...>',
  argumentHelp: 'an id, a number, or words of the title',
  options: { json: jsonOption },
  about: 'One topic: what it teaches, what it requires, what it unlocks, what to read.',
  examples: ['show git-snapshots', 'show 3', 'show load balancing --json'],

  async run(session, { words, options }) {
    const topic = await findOneTopic(session, words);
    const standing = await session.standing();
    const content = (await session.curriculum()).content(topic);
    if (options.json) {
      const { why, outcomes, resources, questions, covers, asOf, lesson } = content;
      session.printJson('topic', {
        ...topicJson(standing, topic),
        ...{ why, covers, asOf, outcomes, resources },
        missing: standing.missing(topic).map(({ id }) => id),
        unlocks: unlockedIn(standing.curriculum, topic).map(({ id }) => id),
        memory: memoryJson(standing.of(topic)?.memory, session.now()),
        questions: questions.length,
        hasLesson: lesson !== undefined,
      });
      return undefined;
    }
    const lines = renderTopic(standing, topic, content, session.theme, session.now());
    await session.page(lines);
    return undefined;
  },
});

function memoryJson(memory: KeptMemory | undefined, now: Instant): object | null {
  if (!memory) return null;
  const recall = recallOn(memory.memory, dayOf(now));
  return { recall: roundShare(recall), due: formatDay(memory.due), reviews: memory.reviews };
}
