import type { Topic } from '../../core/curriculum/curriculum.ts';
import { shortTitle } from '../../core/progress/next.ts';
import { list } from '../../core/text/phrase.ts';
import { rule, wrap } from '../layout.ts';
import type { Theme } from '../theme.ts';

/** What stands above the questions of one topic among several. */
export function renderTestOf(topic: Topic, theme: Theme): string[] {
  const indent = theme.margin;
  return ['', ...rule(theme), ...wrap(theme.title(topic.title), theme.width, indent)];
}

/** What knowing one topic proved besides. */
export function renderTestedOut(others: readonly Topic[], theme: Theme): string[] {
  if (others.length === 0) return [];
  const names = list(others.map(shortTitle), 6);
  const text = `That shows that you know what it stands on, too: ${names}.`;
  return [...wrap(text, theme.width, theme.margin), ''];
}
