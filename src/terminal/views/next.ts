import type { TopicContent } from '../../core/curriculum/curriculum.ts';
import { type Choice, explainChoice, reasonInputs, shortTitle } from '../../core/progress/next.ts';
import type { Standing } from '../../core/progress/standing.ts';
import { hours, list } from '../../core/text/phrase.ts';
import { bullets, ends, labelled } from '../layout.ts';
import type { Theme } from '../theme.ts';

/** The one thing to do now, and why. */
export function renderNext(
  standing: Standing,
  choice: Choice,
  content: TopicContent | undefined,
  theme: Theme,
): string[] {
  const reason = explainChoice(standing, choice);
  if (choice.rule === 'finished') return [...labelled(theme, 'Finished', reason)];
  const { topic } = choice;
  const { unlocks } = reasonInputs(standing, topic);
  const prerequisites = topic.requires.map((id) => shortTitleOf(standing, id));
  const where = `${topic.step.phase.title} ${theme.symbols.within} ${topic.step.title}`;
  const place = `topic ${topic.number} of ${standing.curriculum.topics.length}`;

  const head = theme.plain
    ? [`Next: ${topic.title}. ${hours(topic.hours)}.`, `${where}. ${place}.`]
    : [
        ...ends(
          ` ${theme.accent('Next')}  ${theme.title(topic.title)}`,
          hours(topic.hours),
          theme.width,
        ),
        ...ends(theme.dim(where), theme.dim(place), theme.width, '       '),
      ];
  return [
    ...head,
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
  ];
}

export function renderOutcomes({ outcomes }: TopicContent, theme: Theme): string[] {
  const items = outcomes.map(({ can }) => can);
  return ['', ` ${theme.strong('You will be able to')}`, ...bullets(theme, items)];
}

function shortTitleOf({ curriculum }: Standing, id: string): string {
  const place = curriculum.indexOf.get(id);
  const topic = place === undefined ? undefined : curriculum.topics[place];
  return topic ? shortTitle(topic) : id;
}
