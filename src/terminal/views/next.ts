import {
  prerequisitesIn,
  type Topic,
  type TopicContent,
  unlockedIn,
} from '../../core/curriculum/curriculum.ts';
import { shortTitle } from '../../core/progress/next.ts';
import type { Standing } from '../../core/progress/standing.ts';
import { type Agenda, describeDue, explainAgenda } from '../../core/review/agenda.ts';
import { minutesFor } from '../../core/review/queue.ts';
import { hours, list } from '../../core/text/phrase.ts';
import { bullets, ends, labelled, wrap } from '../layout.ts';
import type { Theme } from '../theme.ts';

/** The one thing to do now, and why: a topic to learn, or a review before it. */
export function renderNext(
  standing: Standing,
  agenda: Agenda,
  content: TopicContent | undefined,
  theme: Theme,
): string[] {
  const { choice, due } = agenda;
  const reason = explainAgenda(standing, agenda);
  if ('first' in agenda) {
    const { topic } = agenda.first;
    return [
      ...head(
        standing,
        `Review: ${shortTitle(topic)}`,
        topic,
        `${Math.ceil(minutesFor(due))} min`,
        theme,
      ),
      '',
      ...labelled(theme, 'Why now', reason),
      ...labelled(theme, 'Waiting', `${describeDue(due)}.`),
      ...labelled(theme, 'Then', choice.topic?.title ?? 'nothing: everything is done'),
    ];
  }
  if (!choice.topic) return [...labelled(theme, 'Finished', reason)];
  const { topic } = choice;
  const unlocks = unlockedIn(standing.curriculum, topic);
  const prerequisites = prerequisitesIn(standing.curriculum, topic).map(shortTitle);
  const waiting = describeDue(due);
  return [
    ...head(standing, topic.title, topic, hours(topic.hours), theme),
    '',
    ...labelled(theme, 'Why now', reason),
    ...(content ? labelled(theme, 'It gives', content.why) : []),
    ...labelled(theme, 'Builds on', prerequisites.length > 0 ? list(prerequisites) : 'nothing'),
    ...labelled(
      theme,
      'Unlocks',
      unlocks.length > 0 ? list(unlocks.map(shortTitle), 4) : 'nothing',
    ),
    ...(content ? renderOutcomes(content, theme) : []),
    ...(waiting ? ['', ...wrap(theme.notice(`${waiting}.`), theme.width, theme.margin)] : []),
  ];
}

function head(
  { curriculum }: Standing,
  title: string,
  topic: Topic,
  time: string,
  theme: Theme,
): string[] {
  const where = `${topic.step.phase.title}${theme.symbols.within}${topic.step.title}`;
  const place = `topic ${topic.number} of ${curriculum.topics.length}`;
  if (theme.plain) return [`Next: ${title}. ${time}.`, `${where}. ${place}.`];
  return [
    ...ends(` ${theme.accent('Next')}  ${theme.title(title)}`, time, theme.width),
    ...ends(theme.dim(where), theme.dim(place), theme.width, '       '),
  ];
}

export function renderOutcomes({ outcomes }: TopicContent, theme: Theme): string[] {
  const items = outcomes.map(({ can }) => can);
  return ['', ` ${theme.strong('You will be able to')}`, ...bullets(theme, items)];
}
