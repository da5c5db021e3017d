import type { Curriculum, Topic } from '../core/curriculum/curriculum.ts';
import {
  type Found,
  lookUpScope,
  lookUpTopic,
  type Scope,
  scopeItem,
} from '../core/curriculum/find.ts';
import { either, list } from '../core/text/phrase.ts';
import { printable } from '../core/text/printable.ts';
import { UserError } from '../failure.ts';
import type { Session } from './session.ts';

/**
 * The topics that the words on the command line mean, each once. Where a word fits several, the
 * learner is asked which.
 *
 * @throws UserError when there is none, or several and nobody can be asked.
 */
export async function findTopics(session: Session, words: readonly string[]): Promise<Topic[]> {
  const { curriculum } = await session.curriculum();
  const whole = lookUpTopic(curriculum, words.join(' '));
  const found = new Set<Topic>();
  // `done unit tests` is one topic in two words; `done python-core git-snapshots` are two topics.
  if (words.length > 1 && whole.is === 'one') return [whole.value];
  for (const word of words) {
    found.add(await settle(session, word, lookUpTopic(curriculum, word), 'topic'));
  }
  return [...found];
}

export async function findOneTopic(session: Session, words: readonly string[]): Promise<Topic> {
  const { curriculum } = await session.curriculum();
  const word = words.join(' ');
  return settle(session, word, lookUpTopic(curriculum, word), 'topic');
}

export async function findScope(
  session: Session,
  curriculum: Curriculum,
  words: readonly string[],
): Promise<Scope> {
  const word = words.join(' ');
  const found = lookUpScope(curriculum, word);
  return settle(session, word, found, 'phase, step or topic');
}

async function settle<T>(
  session: Session,
  word: string,
  found: Found<T & Named>,
  what: string,
): Promise<T> {
  switch (found.is) {
    case 'one':
      return found.value;
    case 'several': {
      const ask = await session.askIfPossible();
      if (ask) {
        const choices = found.values.map((value) => ({ value, label: nameOf(value) }));
        return ask.choose<T>({
          message: `Which one do you mean by "${printable(word)}"?`,
          choices,
        });
      }
      const ids = found.values.map(idOf);
      const message = `"${printable(word)}" fits ${found.values.length}: ${list(ids, 5)}.`;
      throw new UserError('several', message, 'Write more of its name, or its number.');
    }
    case 'none': {
      const hint =
        found.nearest.length > 0
          ? `Did you mean ${either(found.nearest)}?`
          : 'mlops-path roadmap lists them all; mlops-path search finds words.';
      throw new UserError('not-found', `There is no ${what} "${printable(word)}".`, hint);
    }
  }
}

type Named = Topic | Scope;

function nameOf(found: Named): string {
  const named = 'kind' in found ? scopeItem(found) : found;
  return `${named.title} (${named.id})`;
}

function idOf(found: Named): string {
  return 'kind' in found ? scopeItem(found).id : found.id;
}
