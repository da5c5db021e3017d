import { topicsIn } from '../../core/curriculum/curriculum.ts';
import { explainChoice } from '../../core/progress/next.ts';
import { type Standing, tally } from '../../core/progress/standing.ts';
import { agendaOf, describeDue } from '../../core/review/agenda.ts';
import type { Instant } from '../../core/time/instant.ts';
import { bar, ends, labelled, rule } from '../layout.ts';
import type { Theme } from '../theme.ts';
import { summary } from './roadmap.ts';

const barWidth = 20;

/** Where the learner stands, phase by phase, and what comes next. */
export function renderStatus(
  standing: Standing,
  now: Instant,
  keptIn: string,
  theme: Theme,
): string[] {
  const { curriculum } = standing;
  const agenda = agendaOf(standing, now);
  const { choice } = agenda;
  const waiting = describeDue(agenda.due);
  const indent = theme.margin;
  const phases = curriculum.phases.flatMap((phase) => {
    const numbers = tally(standing, topicsIn(phase));
    if (theme.plain) return [`${phase.title}: ${numbers.done} of ${numbers.topics} done.`];
    const right = `${bar(theme, numbers.done, numbers.topics, barWidth)} ${String(numbers.done).padStart(3)} / ${numbers.topics}`;
    return ends(phase.title, right, Math.min(theme.width, 70), '   ');
  });
  return [
    ...ends(
      theme.title(curriculum.title),
      summary(tally(standing, curriculum.topics), theme),
      theme.width,
      indent,
    ),
    ...rule(theme),
    ...phases,
    '',
    ...(waiting ? labelled(theme, 'Due', `${waiting}: mlops-path review`) : []),
    ...(choice.topic ? labelled(theme, 'Next', choice.topic.title) : []),
    ...labelled(theme, 'Why now', explainChoice(standing, choice)),
    ...labelled(theme, 'Kept in', keptIn),
  ];
}
