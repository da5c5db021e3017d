import type { Topic } from '../core/curriculum/curriculum.ts';
import { scopeItem } from '../core/curriculum/find.ts';
import { count, list } from '../core/text/phrase.ts';
import { UserError } from '../failure.ts';
import { wrap } from '../terminal/layout.ts';
import { renderRecap } from '../terminal/views/recap.ts';
import { makeDesk } from './desk.ts';
import { findScope } from './topics.ts';
import { defineVerb } from './verb.ts';

export const quiz = defineVerb({
  argument: '<topic|step|phase...>',
  argumentHelp: 'what you think you know already',
  about:
    'Questions only, to test out of what you know. Of a step or a phase only the topics are asked that no other one of it stands on: whoever knows them knows the rest. What you do not know yet stays open.',
  examples: ['quiz git-snapshots', 'quiz data-engineering', 'quiz beginner'],

  async run(session, { words }) {
    const open = await session.curriculum();
    const scope = await findScope(session, open.curriculum, words);
    const before = await session.standing();
    const left = scope.topics.filter((topic) => before.state(topic) !== 'done');
    const asked = left.filter((topic) => open.content(topic).questions.length > 0);
    const { id, title } = scopeItem(scope);
    if (left.length === 0) {
      session.print(wrap(`${title}: everything is done already.`, session.theme.width));
      return undefined;
    }
    if (asked.length === 0) {
      const hint = `Say it yourself where you know it: mlops-path done ${left[0]?.id ?? id}`;
      throw new UserError('no-questions', `${title} has no questions yet.`, hint);
    }
    const desk = await makeDesk(session);
    if (!desk) {
      const hint = `Run mlops-path quiz ${id} in a terminal.`;
      throw new UserError('no-terminal', 'Questions need a terminal.', hint);
    }
    if (asked.length < left.length)
      session.say(wrap(withoutQuestions(left, asked), session.theme.width, ' '));
    const { testOut } = await import('../tutor/test-out.ts');
    const { standing } = await testOut(desk, before, asked, (topic) => open.content(topic));
    session.print(renderRecap(before, standing, session.now(), session.theme));
    return undefined;
  },
});

function withoutQuestions(left: readonly Topic[], asked: readonly Topic[]): string {
  const silent = left.filter((topic) => !asked.includes(topic)).map(({ id }) => id);
  const have = silent.length === 1 ? 'has' : 'have';
  return `${count(silent.length, 'topic')} ${have} no questions yet and cannot be tested: ${list(silent, 3)}.`;
}
