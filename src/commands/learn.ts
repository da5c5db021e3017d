import type { Topic } from '../core/curriculum/curriculum.ts';
import { chooseNext, explainChoice } from '../core/progress/next.ts';
import type { Standing } from '../core/progress/standing.ts';
import { wrap } from '../terminal/layout.ts';
import { renderRecap } from '../terminal/views/recap.ts';
import { describeMissing, renderResources, renderWay } from '../terminal/views/topic.ts';
import { renderTopicHead } from '../terminal/views/walk.ts';
import { requireConsent } from './consent.ts';
import { makeDesk } from './desk.ts';
import type { Session } from './session.ts';
import { findOneTopic } from './topics.ts';
import { defineVerb } from './verb.ts';

export const learn = defineVerb({
  argument: '[topic...]',
  argumentHelp: 'an id, a number, or words of the title; what next says by default',
  options: {
    force: { flags: '-f, --force', help: 'also a topic whose prerequisites are still open' },
  },
  about:
    'The tutor: the lesson, its questions, the verdict, and on to the next topic for as long as you like. Every answer is saved at once; leave with q or Ctrl+C whenever you want.',
  examples: ['learn', 'learn git-snapshots', 'learn 3'],

  async run(session, { words, options }) {
    const standing = await session.standing();
    const choice = chooseNext(standing, session.now());
    const topic = words.length > 0 ? await findOneTopic(session, words) : choice.topic;
    if (!topic) {
      session.print(wrap(explainChoice(standing, choice), session.theme.width));
      return undefined;
    }
    const open = await session.curriculum();
    const desk = await makeDesk(session);
    if (!desk) {
      await printLesson(session, standing, topic);
      return undefined;
    }
    if (!options.force && standing.state(topic) === 'locked') {
      await requireConsent(session, false, {
        what: describeMissing(standing, topic),
        details: ['', ...renderWay(standing, topic, session.theme)],
        question: 'Open it all the same?',
        hint: 'Open it all the same with --force.',
        instead: `The way there: mlops-path why ${topic.id}`,
      });
    }

    const { walk } = await import('../tutor/walk.ts');
    const after = await walk(desk, standing, topic, (other) => open.content(other));
    session.print(renderRecap(standing, after, session.now(), session.theme));
    return undefined;
  },
});

/** Without a terminal there is nobody to be asked: the lesson is the product. */
async function printLesson(session: Session, standing: Standing, topic: Topic): Promise<void> {
  const { renderMarkdown } = await import('../terminal/markdown.ts');
  const { theme } = session;
  const content = (await session.curriculum()).content(topic);
  if (content.lesson === undefined) {
    session.print([
      ...renderTopicHead(topic, content, standing, theme),
      ...renderResources(content, theme),
    ]);
  } else {
    session.print(renderMarkdown(content.lesson, theme));
  }
  session.say([`The questions need a terminal: run mlops-path learn ${topic.id} in one.`]);
}
