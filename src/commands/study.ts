import { chooseNext, explainChoice } from '../core/progress/next.ts';
import { agendaOf } from '../core/review/agenda.ts';
import { UserError } from '../failure.ts';
import { wrap } from '../terminal/layout.ts';
import { renderRecap } from '../terminal/views/recap.ts';
import { makeDesk } from './desk.ts';
import { wholeNumber } from './option.ts';
import { defineVerb } from './verb.ts';

/** Reviews take at most this share of the time, so that there is always something new. */
const reviewShare = 1 / 3;

export const study = defineVerb({
  argument: '<minutes>',
  argumentHelp: 'how long you want to stay',
  about:
    'A time box: what is due first, for at most a third of the time, then what next says, lessons, questions and exercises. When the time is over it says so at the next good place, and nothing is cut off.',
  examples: ['study 25', 'study 60'],

  async run(session, { words }) {
    const minutes = wholeNumber(1)(words[0] ?? '');
    const desk = await makeDesk(session, minutes);
    if (!desk) {
      const hint = 'mlops-path next says what to do; mlops-path review lists what is due.';
      throw new UserError('no-terminal', 'A study session needs a terminal.', hint);
    }
    const open = await session.curriculum();
    const before = await session.standing();
    const started = session.now();
    const isOver = () => session.now().ms - started.ms >= minutes * reviewShare * 60_000;
    const { due } = agendaOf(before, started);
    let standing = before;
    if (due.length > 0) {
      const { runReview } = await import('../tutor/review.ts');
      const result = await runReview(desk, before, due, (topic) => open.content(topic), isOver);
      standing = result.standing;
      if (result.left) {
        session.print(renderRecap(before, standing, session.now(), session.theme));
        return undefined;
      }
    }
    const choice = chooseNext(standing, session.now());
    if (choice.topic) {
      const { walk } = await import('../tutor/walk.ts');
      standing = await walk(desk, standing, choice.topic, (topic) => open.content(topic));
    } else session.print(wrap(explainChoice(standing, choice), session.theme.width));
    session.print(renderRecap(before, standing, session.now(), session.theme));
    return undefined;
  },
});
