import { UserError } from '../failure.ts';
import { confirm } from '../terminal/ask.ts';
import { wrap } from '../terminal/layout.ts';
import type { Session } from './session.ts';

interface Consent {
  /** What is about to be done, or what is in its way: a sentence or two. */
  readonly what: string;
  /** More about it, as lines for the screen. */
  readonly details?: readonly string[];
  readonly question: string;
  /** How to agree where nobody can be asked. */
  readonly hint: string;
  /** What to do instead, for whoever says no. */
  readonly instead?: string;
}

/**
 * Asks whether to go on with what cannot be meant by accident.
 * @param agreed whether that was said on the command line already.
 * @throws UserError when the answer is no, or when there is nobody to be asked.
 */
export async function requireConsent(
  session: Session,
  agreed: boolean,
  { what, details = [], question, hint, instead }: Consent,
): Promise<void> {
  if (agreed) return;
  const ask = await session.askIfPossible();
  if (!ask) throw new UserError('needs-consent', what, hint);
  session.say([...wrap(what, session.theme.width, ' '), ...details]);
  if (!(await confirm(ask, question, false))) {
    throw new UserError('no-consent', 'Nothing was changed.', instead);
  }
}
