import { chooseNext } from '../core/progress/next.ts';
import { printable } from '../core/text/printable.ts';
import type { Ask, Choice } from '../terminal/ask.ts';
import { wrap } from '../terminal/layout.ts';
import { renderStatus } from '../terminal/views/status.ts';
import { entries } from './index.ts';
import type { Session } from './session.ts';
import { tellChanges } from './status.ts';
import { defineVerb, type Entry } from './verb.ts';

/** Without a verb: where you are and what is next; a menu in a terminal, a report in a pipe. */
export const home = defineVerb({
  examples: [''],

  async run(session) {
    const standing = await session.standing();
    const { theme } = session;
    const kept = printable(session.paths.journal);
    const ask = await session.askIfPossible();
    const isNew = standing.progress.events === 0;
    if (isNew)
      session.print([...welcome(kept).flatMap((line) => wrap(line, theme.width, ' ')), '']);
    if (!isNew) await tellChanges(session, standing.curriculum);
    if (!isNew || !ask) session.print([...renderStatus(standing, session.now(), kept, theme), '']);
    if (!ask) return undefined;

    const { topic } = chooseNext(standing, session.now());
    const verb = await menu(
      ask,
      topic ? (isNew ? 'Start at the beginning' : `Learn: ${topic.title}`) : undefined,
    );
    return verb === undefined ? undefined : runEntry(session, verb);
  },
});

function welcome(kept: string): string[] {
  return [
    'Welcome to mlops-path, a tutor for the whole way from Python to production ML.',
    'It tells you the one next thing and why, teaches it, and asks until it sticks.',
    'Everything works offline, without an account. Leave at any time: every answer is saved.',
    `Your progress is kept in ${kept}`,
  ];
}

async function menu(ask: Ask, learn: string | undefined): Promise<Entry['name'] | undefined> {
  const choices: Choice<Entry['name'] | undefined>[] = [
    ...(learn ? [{ value: 'learn', label: learn }] : []),
    { value: 'next', label: 'Tell me why that comes next' },
    { value: 'roadmap', label: 'Show me the roadmap' },
    { value: 'log', label: 'What I have done' },
    { value: undefined, label: 'Leave' },
  ];
  const keys = [{ key: 'q', label: 'leave', value: undefined }];
  return ask.choose({ message: 'What now?', choices, keys });
}

async function runEntry(session: Session, name: string) {
  const entry = entries.find((candidate) => candidate.name === name);
  const verb = await entry?.load();
  if (!verb || 'entries' in verb) throw new Error(`The menu names "${name}", which is no verb.`);
  return verb.run(session, { words: [], options: {} });
}
