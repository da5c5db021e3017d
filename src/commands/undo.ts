import type { Action, History } from '../core/journal/history.ts';
import { chooseNext } from '../core/progress/next.ts';
import { UserError } from '../failure.ts';
import { wrap } from '../terminal/layout.ts';
import { describeAction } from '../terminal/views/log.ts';
import { wholeNumber } from './option.ts';
import type { Session } from './session.ts';
import { defineVerb, jsonOption } from './verb.ts';

const argument = '[n]';
const argumentHelp = 'how many things, 1 by default';

export const undo = defineVerb({
  argument,
  argumentHelp,
  options: { json: jsonOption },
  about:
    'Takes back the last thing you did: a mark, or a whole visit to a topic. Nothing is deleted: redo puts it back, and log shows both.',
  examples: ['undo', 'undo 3'],
  run: (session, { words, options }) =>
    move(session, words, options.json === true, {
      from: ({ undoable }) => undoable,
      kind: 'undone',
      said: 'Undone',
      nothing: 'There is nothing to undo.',
    }),
});

export const redo = defineVerb({
  argument,
  argumentHelp,
  options: { json: jsonOption },
  about: 'Puts back what undo took, as long as you have done nothing else since.',
  examples: ['redo', 'redo 2'],
  run: (session, { words, options }) =>
    move(session, words, options.json === true, {
      from: ({ redoable }) => redoable,
      kind: 'redone',
      said: 'Redone',
      nothing: 'There is nothing to redo.',
    }),
});

interface Direction {
  from(history: History): readonly Action[];
  readonly kind: 'undone' | 'redone';
  readonly said: string;
  readonly nothing: string;
}

async function move(
  session: Session,
  words: readonly string[],
  json: boolean,
  { from, kind, said, nothing }: Direction,
): Promise<undefined> {
  const number = wholeNumber(1)(words[0] ?? '1');
  const history = await session.history();
  const actions = from(history).slice(-number).reverse();
  if (actions.length === 0) {
    throw new UserError('nothing', nothing, 'mlops-path log shows what happened.');
  }
  const events = actions.flatMap((action) => action.events.map(({ id }) => id));
  const after = await session.record([{ kind, events }]);

  const described = actions.map((action) => describeAction(action.events, history));
  if (json) {
    session.printJson('changed', { [kind]: described, events });
    return;
  }
  const { theme } = session;
  session.print(described.flatMap((text) => wrap(`${said}: ${text}`, theme.width)));
  const { topic } = chooseNext(after, session.now());
  if (topic) session.print(wrap(theme.dim(`Next: ${topic.title}`), theme.width));
}
