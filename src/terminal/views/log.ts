import type { JournalEvent, KnownEvent } from '../../core/journal/event.ts';
import type { Action, History } from '../../core/journal/history.ts';
import { count, list } from '../../core/text/phrase.ts';
import { printable } from '../../core/text/printable.ts';
import { formatDate, formatTime, type Instant, parseInstant } from '../../core/time/instant.ts';
import { padEnd, wrap } from '../layout.ts';
import type { Theme } from '../theme.ts';

/** What happened, newest first; what was taken back is said to be. */
export function renderLog(
  actions: readonly Action[],
  history: History,
  now: Instant,
  theme: Theme,
): string[] {
  return actions.flatMap((action) => {
    const at = parseInstant(action.events[0]?.at ?? '');
    const date = at ? `${padEnd(formatDate(at, now), 11)} ${formatTime(at)}` : '';
    const text = describeAction(action.events, history) + (action.inForce ? '' : ' (undone)');
    const style = action.inForce ? (line: string) => line : theme.dim;
    return wrap(style(text), theme.width, ' '.repeat(21), ` ${theme.dim(date)}  `);
  });
}

/**
 * One action in a few words: `marked python-core`, `learned git-snapshots: 5 answers, mastered`.
 * @param history where to look up what an undo took back.
 */
export function describeAction(events: readonly JournalEvent[], history: History): string {
  const known = events.filter((event): event is KnownEvent => !('$foreign' in event));
  const [first] = known;
  if (!first)
    return `something that this version does not know (${printable(events[0]?.kind ?? '')})`;
  const topicsOf = (kind: KnownEvent['kind']): string[] =>
    known.flatMap((event) => (event.kind === kind && 'topic' in event ? [event.topic] : []));
  if (first.kind === 'undone' || first.kind === 'redone') {
    const meant = new Set(first.events.flatMap((id) => history.actionOf(id) ?? []));
    const texts = [...meant].map((action) => describeAction(action.events, history));
    return `${first.kind === 'undone' ? 'undid' : 'redid'} ${list(texts, 3)}`;
  }
  if (first.kind === 'progress-reset') {
    return `reset ${first.scope}: ${count(first.topics.length, 'topic')}`;
  }
  const skipped = topicsOf('topic-skipped');
  const reopened = topicsOf('topic-reopened');
  const marked = known.flatMap((event) =>
    event.kind === 'topic-done' && event.how === 'marked' ? [event.topic] : [],
  );
  if (skipped.length > 0) return `skipped ${list(skipped)}`;
  if (reopened.length > 0) return `reopened ${list(reopened)}`;
  if (marked.length > 0 && marked.length === known.length) return `marked ${list(marked)}`;

  const answers = known.filter((event) => event.kind === 'question-answered');
  const right = answers.filter(({ result }) => result === 'right').length;
  const said = answers.length > 0 && `${right} of ${count(answers.length, 'answer')} right`;
  const after = (text: string): string => (said ? `${text}: ${said}` : text);
  const reviewed = [...topicsOf('topic-reviewed'), ...topicsOf('card-reviewed')];
  if (reviewed.length > 0) return after(`reviewed ${list([...new Set(reviewed)], 3)}`);
  const tested = known.flatMap((event) =>
    event.kind === 'topic-done' && event.how === 'tested-out' ? [event.topic] : [],
  );
  if (tested.length > 0) return after(`tested out of ${list(tested, 3)}`);
  const hints = known.filter((event) => event.kind === 'exercise-helped').length;
  const checks = known.filter((event) => event.kind === 'exercise-checked');
  const ended = known.find((event) => event.kind === 'topic-done');
  const parts = [
    topicsOf('lesson-read').length > 0 && 'lesson read',
    said,
    hints > 0 && `helped ${count(hints, 'time')}`,
    checks.length > 0 &&
      (checks.some(({ passed }) => passed) ? 'exercise passed' : 'exercise tried'),
    ended && endings[ended.how],
    topicsOf('topic-put-aside').length > 0 && 'put aside',
  ].filter((part) => typeof part === 'string');
  return `learned ${first.topic}: ${parts.length > 0 ? parts.join(', ') : 'opened'}`;
}

const endings = {
  mastered: 'mastered',
  'without-exercise': 'passed without exercise',
  'tested-out': 'tested out',
  marked: 'marked',
} as const;
