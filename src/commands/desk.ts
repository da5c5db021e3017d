import type { Topic } from '../core/curriculum/curriculum.ts';
import type { Fact } from '../core/journal/event.ts';
import type { Instant } from '../core/time/instant.ts';
import { renderPassed, renderTask } from '../terminal/views/practice.ts';
import type { Desk } from '../tutor/desk.ts';
import type { Session } from './session.ts';

/**
 * What conversations work with, made of the session. `undefined` where nobody can be asked.
 * @param minutes how long the learner wants to stay, where they said so.
 */
export async function makeDesk(session: Session, minutes?: number): Promise<Desk | undefined> {
  const ask = await session.askIfPossible();
  if (!ask) return undefined;
  const desk: Desk = {
    ...{ ask, theme: session.theme },
    ...(minutes !== undefined && { timeBox: { minutes, until: later(session.now(), minutes) } }),
    get rows() {
      return session.terminal.rows;
    },
    show: (lines) => session.print(lines),
    answers: (topic) => session.answers(topic),
    record: (facts: readonly Fact[], action: string) => session.record(facts, action),
    newAction: () => session.world.newId(),
    now: () => session.now(),
    practise: async (topic: Topic, content, standing, action) => {
      const { openWorkshop } = await import('./workshop.ts');
      const { practise } = await import('../tutor/practice.ts');
      const workshop = await openWorkshop(session, topic);
      await workshop.layOut();
      session.print(renderTask(workshop.task, workshop.workspace, workshop.files, session.theme));
      const after = await practise(desk, workshop, topic, standing, action);
      if (typeof after !== 'symbol' && content.exercise) {
        session.print(renderPassed(content.exercise, workshop.tools, session.theme));
      }
      return after;
    },
  };
  return desk;
}

function later({ ms, offsetMinutes }: Instant, minutes: number): Instant {
  return { ms: ms + minutes * 60_000, offsetMinutes };
}
