import { type Agenda, agendaOf, describeDue } from '../core/review/agenda.ts';
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

    const verb = await menu(ask, offers(agendaOf(standing, session.now()), isNew));
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

type Offer = Choice<Entry['name'] | undefined>;

/** What comes first by the rules of the agenda stands first. */
function offers(agenda: Agenda, isNew: boolean): Offer[] {
  const { topic } = agenda.choice;
  const due = describeDue(agenda.due);
  const learn = topic
    ? [{ value: 'learn', label: isNew ? 'Start at the beginning' : `Learn: ${topic.title}` }]
    : [];
  const review = due === undefined ? [] : [{ value: 'review', label: `Review: ${due}` }];
  return 'first' in agenda ? [...review, ...learn] : [...learn, ...review];
}

async function menu(ask: Ask, first: readonly Offer[]): Promise<Entry['name'] | undefined> {
  const choices: Offer[] = [
    ...first,
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
