import type { JournalEvent } from '../journal/event.ts';
import { findUndone } from '../journal/history.ts';

/** The columns of the table for other programs: docs/journal-format.md. */
export const columns = [
  ...['at', 'curriculum', 'topic', 'kind', 'question', 'attempt', 'result', 'hint', 'seconds'],
  ...['undone', 'device', 'id'],
] as const;

export type Row = Readonly<Record<(typeof columns)[number], string>>;

/** Marks and answers, one row each, oldest first. */
export function tabulate(events: readonly JournalEvent[]): Row[] {
  const undone = findUndone(events);
  return events.flatMap((event): Row[] => {
    if ('$foreign' in event || !('topic' in event)) return [];
    const { at, curriculum, topic, device, id } = event;
    const answer = event.kind === 'question-answered' ? event : undefined;
    return [
      {
        ...{ at, curriculum, topic, device, id },
        kind: event.kind === 'topic-done' ? event.how : event.kind,
        question: answer?.question ?? '',
        attempt: String(answer?.attempt ?? ''),
        result: answer?.result ?? '',
        hint: answer ? String(answer.hint) : '',
        seconds: String(answer?.seconds ?? ''),
        undone: String(undone.has(id)),
      },
    ];
  });
}
