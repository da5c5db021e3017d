import type { Curriculum, Topic } from '../core/curriculum/curriculum.ts';
import { scopeItem } from '../core/curriculum/find.ts';
import { shortTitle } from '../core/progress/next.ts';
import type { Standing } from '../core/progress/standing.ts';
import { count, list } from '../core/text/phrase.ts';
import { printable } from '../core/text/printable.ts';
import { exitCode, UserError } from '../failure.ts';
import { wrap } from '../terminal/layout.ts';
import { requireConsent } from './consent.ts';
import type { Session } from './session.ts';
import { findScope } from './topics.ts';
import { leaveExport } from './transfer.ts';
import { defineVerb, jsonOption } from './verb.ts';

export const reset = defineVerb({
  argument: '[scope...]',
  argumentHelp: 'a topic, a step, a phase, or all',
  options: {
    yes: { flags: '-y, --yes', help: 'do not ask' },
    erase: { flags: '--erase', help: 'really delete everything you did, in every curriculum' },
    withoutExport: { flags: '--without-export', help: 'with --erase: leave no export behind' },
    json: jsonOption,
  },
  about:
    'Starts a topic, a step, a phase or everything anew. It says first what goes and asks; it is recorded like anything else, so undo takes it back. Only --erase deletes, after you have typed the word.',
  examples: ['reset git-snapshots', 'reset beginner', 'reset all --yes', 'reset --erase'],

  async run(session, { words, options }) {
    if (options.erase) return erase(session, options.withoutExport !== true);
    if (words.length === 0) {
      const hint = 'Name a topic, a step, a phase, or all: mlops-path reset git-snapshots';
      throw new UserError('usage', 'What is to be reset?', hint, exitCode.usage);
    }
    const standing = await session.standing();
    const { curriculum } = standing;
    const isAll = words.join(' ') === 'all';
    const { name, topics: all } = isAll
      ? { name: 'all', topics: curriculum.topics }
      : await namedScope(session, curriculum, words);
    const touched = all.filter((topic) => hasProgress(standing, topic));
    if (touched.length === 0) {
      throw new UserError('nothing', 'There is nothing to reset: none of it was ever begun.');
    }
    await requireConsent(session, options.yes === true, {
      what: preview(standing, touched),
      question: 'Reset them?',
      hint: 'Add --yes to do it without being asked.',
    });
    const topics = touched.map(({ id }) => id);
    await session.record([{ kind: 'progress-reset', scope: name, topics }]);
    if (options.json) session.printJson('changed', { reset: name, topics });
    else {
      const said = `Reset: ${count(topics.length, 'topic')} of ${name}. Take it back with: mlops-path undo`;
      session.print(wrap(said, session.theme.width));
    }
    return undefined;
  },
});

async function namedScope(
  session: Session,
  curriculum: Curriculum,
  words: readonly string[],
): Promise<{ name: string; topics: readonly Topic[] }> {
  const scope = await findScope(session, curriculum, words);
  return { name: scopeItem(scope).id, topics: scope.topics };
}

function hasProgress(standing: Standing, topic: Topic): boolean {
  const known = standing.of(topic);
  return Boolean(known?.mark || known?.started || known?.lessonRead || known?.answers.given);
}

function preview(standing: Standing, topics: readonly Topic[]): string {
  const answers = topics.reduce((sum, topic) => sum + (standing.of(topic)?.answers.given ?? 0), 0);
  const done = topics.filter((topic) => standing.state(topic) === 'done').length;
  const what = `${count(topics.length, 'topic')} (${list(topics.map(shortTitle), 4)})`;
  return `This starts ${what} anew: ${count(done, 'mark')} and ${count(answers, 'answer')} no longer count. Your history keeps them, and undo brings them back.`;
}

/** The one thing that cannot be undone. The word has to be typed, and a copy stays behind. */
async function erase(session: Session, withExport: boolean): Promise<undefined> {
  const events = await session.events();
  if (events.length === 0) throw new UserError('nothing', 'There is nothing to erase.');
  const ask = await session.askIfPossible();
  if (!ask) {
    const hint = 'Run it in a terminal: the word "erase" has to be typed.';
    throw new UserError('no-terminal', 'Erasing needs a terminal.', hint);
  }
  const kept = withExport
    ? 'An export stays behind, which import brings back.'
    : 'Nothing stays behind.';
  const folder = printable(session.paths.journal);
  const warning = `This deletes everything you did, in every curriculum: ${count(events.length, 'event')} in ${folder}. ${kept}`;
  session.say(wrap(warning, session.theme.width, ' '));
  const word = await ask.text({ message: 'Type the word erase to do it:' });
  if (word.trim() !== 'erase') throw new UserError('nothing', 'Nothing was changed.');
  const path = withExport ? await leaveExport(session) : undefined;
  await session.erase();
  session.print([
    'Everything is deleted.',
    ...(path ? [`The export is in ${printable(path)}`] : []),
  ]);
  return undefined;
}
