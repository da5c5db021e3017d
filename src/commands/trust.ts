import { count } from '../core/text/phrase.ts';
import { printable } from '../core/text/printable.ts';
import { findRunnable, type Runnable } from '../io/exercises/trust.ts';
import { changeSettings, readSettings } from '../io/settings.ts';
import { requireConsent } from './consent.ts';
import type { Session } from './session.ts';
import { defineVerb } from './verb.ts';

export const trust = defineVerb({
  options: { yes: { flags: '-y, --yes', help: 'do not ask' } },
  about:
    'Lets the exercises of the curriculum in use run programs on this machine. It shows which, and asks again as soon as one of them changes. The curriculum that ships needs no trust.',
  examples: ['curriculum trust', '--curriculum my-course curriculum trust'],

  async run(session, { options }) {
    const { curriculum } = await session.curriculum();
    const runnable = session.isShipped ? undefined : runnableOf(session);
    if (!runnable) {
      session.print([
        `${curriculum.id} needs no trust: it ${session.isShipped ? 'ships with the program' : 'runs nothing'}.`,
      ]);
      return undefined;
    }
    session.print(describe(curriculum.id, runnable, session));
    await requireConsent(session, options.yes === true, {
      what: 'They may do whatever you may.',
      question: 'Do you trust it?',
      hint: 'Look at them, and run it again with --yes.',
    });
    await remember(session, curriculum.id, runnable);
    session.print([`${curriculum.id} may run these from now on, until one of them changes.`]);
    return undefined;
  },
});

/** @throws UserError when the exercises of the curriculum in use may not run here. */
export async function requireTrust(session: Session): Promise<void> {
  if (session.isShipped) return;
  const runnable = runnableOf(session);
  const { curriculum } = await session.curriculum();
  const known = trustedNow(session)[curriculum.id];
  if (!runnable || known === runnable.hash) return;
  const message = known
    ? `The exercises of ${curriculum.id} have changed since you trusted them.`
    : `The exercises of ${curriculum.id} would run programs on this machine.`;
  const allow = 'Allow it with: mlops-path curriculum trust';
  await requireConsent(session, false, {
    ...{ what: message, details: describe(curriculum.id, runnable, session) },
    ...{ question: 'Do you trust it?', hint: allow, instead: allow },
  });
  await remember(session, curriculum.id, runnable);
}

async function remember(session: Session, id: string, { hash }: Runnable): Promise<void> {
  const trusted = { ...trustedNow(session), [id]: hash };
  await changeSettings(session.paths.config, { trusted });
}

/** Read anew: the learner may have given their word since the program was started. */
function trustedNow({ paths }: Session): Readonly<Record<string, string>> {
  return readSettings(paths.config).settings.trusted ?? {};
}

function runnableOf(session: Session): Runnable | undefined {
  const folder = session.curriculumFolder();
  const runnable = folder === undefined ? undefined : findRunnable(folder);
  return runnable && runnable.programs.length > 0 ? runnable : undefined;
}

function describe(id: string, { programs }: Runnable, session: Session): string[] {
  const folder = printable(session.curriculumFolder() ?? '');
  return [
    `${id} would run ${count(programs.length, 'program')} from ${folder}:`,
    ...programs.map((program) => `  ${printable(program)}`),
  ];
}
