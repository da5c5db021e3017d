import { type Curriculum, topicsIn } from '../core/curriculum/curriculum.ts';
import { tally } from '../core/progress/standing.ts';
import { agendaOf } from '../core/review/agenda.ts';
import { minutesFor } from '../core/review/queue.ts';
import { printable } from '../core/text/printable.ts';
import { wrap } from '../terminal/layout.ts';
import { renderStatus } from '../terminal/views/status.ts';
import { topicJson } from './json.ts';
import type { Session } from './session.ts';
import { defineVerb, jsonOption } from './verb.ts';

export const status = defineVerb({
  options: {
    short: { flags: '--short', help: 'one line, for a shell prompt' },
    json: jsonOption,
  },
  about: 'How far you are, what comes next, and where your progress is kept.',
  examples: ['status', 'status --short', 'status --json'],

  async run(session, { options }) {
    const standing = await session.standing();
    const { curriculum } = standing;
    const totals = tally(standing, curriculum.topics);
    const { choice, due } = agendaOf(standing, session.now());
    const { topic } = choice;
    if (options.json) {
      session.printJson('status', {
        curriculum: { id: curriculum.id, title: curriculum.title, version: curriculum.version },
        tally: totals,
        phases: curriculum.phases.map((phase) => {
          return { id: phase.id, title: phase.title, tally: tally(standing, topicsIn(phase)) };
        }),
        next: topic ? topicJson(standing, topic) : null,
        due: { items: due.length, minutes: minutesFor(due) },
        journal: session.paths.journal,
      });
    } else if (options.short) {
      const { plain, symbols } = session.theme;
      const parts = [
        `${curriculum.id} ${totals.done}${plain ? ' of ' : '/'}${totals.topics}`,
        ...(due.length > 0 ? [`${due.length} due`] : []),
        ...(topic ? [`${symbols.next} ${topic.id}`] : []),
      ];
      session.print([parts.join(plain ? symbols.between : ' ')]);
    } else {
      await tellChanges(session, curriculum);
      const kept = printable(session.paths.journal);
      session.print(renderStatus(standing, session.now(), kept, session.theme));
    }
    return undefined;
  },
});

/** Says once what became of the curriculum since this learner was here last. */
export async function tellChanges(session: Session, curriculum: Curriculum): Promise<void> {
  const { SeenCurricula } = await import('../io/curriculum/seen.ts');
  const { describeChanges, seenNow } = await import('../core/curriculum/changes.ts');
  const seen = new SeenCurricula(session.paths.learnerCache);
  const before = seen.read(curriculum.id);
  const changes = before ? describeChanges(before, curriculum) : [];
  session.print(
    changes.flatMap((line) =>
      wrap(session.theme.notice(printable(line)), session.theme.width, ' '),
    ),
  );
  if (!before || changes.length > 0) await seen.write(curriculum.id, seenNow(curriculum));
}
