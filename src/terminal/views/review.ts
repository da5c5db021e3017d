import type { Topic, TopicContent } from '../../core/curriculum/curriculum.ts';
import type { Grade } from '../../core/memory/memory.ts';
import { shortTitle } from '../../core/progress/next.ts';
import { minutesFor, type ReviewItem } from '../../core/review/queue.ts';
import { count, percent } from '../../core/text/phrase.ts';
import { type Day, dayOf, noonOf } from '../../core/time/day.ts';
import { formatDate, type Instant } from '../../core/time/instant.ts';
import { bullets, wrap } from '../layout.ts';
import type { Theme } from '../theme.ts';

/** `in 3 days (26 Nov)`, `tomorrow`: when something comes again. */
export function describeDay(day: Day, now: Instant): string {
  const days = day - dayOf(now);
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  return `in ${count(days, 'day')} (${formatDate(noonOf(day, now.offsetMinutes), now)})`;
}

interface Graded {
  readonly item: ReviewItem;
  readonly grade: Grade;
  /** What had been predicted, 0 to 1. */
  readonly recall: number;
  readonly due: Day;
}

const verdicts: Readonly<Record<Grade, string>> = {
  again: 'forgotten, and that is what reviews are for',
  hard: 'remembered with effort',
  good: 'remembered',
  easy: 'remembered better than expected',
};

/** What a review came to, and when it comes again. */
export function renderGraded(
  { item, grade, recall, due }: Graded,
  now: Instant,
  theme: Theme,
): string[] {
  const name = `${shortTitle(item.topic)}${item.card === undefined ? '' : ' (card)'}`;
  const text = `${name}: ${verdicts[grade]} (predicted recall ${percent(recall)}). Next review ${describeDay(due, now)}.`;
  const style = grade === 'again' ? theme.notice : theme.good;
  return ['', ...wrap(style(text), theme.width, theme.margin)];
}

/** What a topic without questions is reviewed by. */
export function renderSelfReview(topic: Topic, { outcomes }: TopicContent, theme: Theme): string[] {
  return [
    '',
    ...wrap(theme.title(topic.title), theme.width, theme.margin),
    '',
    ...bullets(
      theme,
      outcomes.map(({ can }) => can),
    ),
    '',
  ];
}

export function renderAgain(mistakes: number, theme: Theme): string[] {
  const what = mistakes === 1 ? 'The one that was' : `The ${mistakes} that were`;
  return [
    '',
    ...wrap(`${what} not right, once more. It does not count.`, theme.width, theme.margin),
  ];
}

/** What would be asked, where nobody can be: a line each. */
export function renderQueue(items: readonly ReviewItem[], waiting: number, theme: Theme): string[] {
  const lines = items.map(({ topic, card, recall }) => {
    const name = card === undefined ? topic.id : `${topic.id} (card ${card})`;
    return `${name}: predicted recall ${percent(recall)}`;
  });
  const more = waiting > 0 ? [`${count(waiting, 'more', 'more')} can wait.`] : [];
  const head = `${count(items.length, 'review')}, about ${Math.ceil(minutesFor(items))} min:`;
  return [
    ...wrap(head, theme.width),
    ...lines.flatMap((line) => wrap(line, theme.width, '    ', '  ')),
    ...more,
  ];
}
