import type { JournalEvent, KnownEvent } from './event.ts';

/** Something the learner did: one command, or one visit to a topic. The unit of undo. */
export interface Action {
  readonly id: string;
  readonly events: readonly JournalEvent[];
  readonly kind: 'change' | 'undo' | 'redo';
  /** False while all of its events are taken back. */
  readonly inForce: boolean;
}

export interface History {
  /** Oldest first. */
  readonly actions: readonly Action[];
  /** What `undo` takes back next comes last. */
  readonly undoable: readonly Action[];
  /** What `redo` puts back next comes last. A new change empties it. */
  readonly redoable: readonly Action[];
  /** The action that an event belongs to. */
  actionOf(event: string): Action | undefined;
}

/** @param events in merged order, of one curriculum. Linear in the events. */
export function readHistory(events: readonly JournalEvent[]): History {
  const groups = new Map<string, JournalEvent[]>();
  const actionOf = new Map<string, string>();
  for (const event of events) {
    actionOf.set(event.id, event.action);
    const group = groups.get(event.action);
    if (group) group.push(event);
    else groups.set(event.action, [event]);
  }

  const undone = new Set<string>();
  // Sets remember the order in which actions were put in: the last one is the next to be moved.
  const undoable = new Set<string>();
  const redoable = new Set<string>();
  for (const [id, group] of groups) {
    const kind = kindOf(group);
    if (kind === 'change') {
      // The undo of a device with a slow clock may come before what it takes back.
      if (group.every((event) => undone.has(event.id))) redoable.add(id);
      else {
        undoable.add(id);
        redoable.clear();
      }
      continue;
    }
    const [from, to] = kind === 'undo' ? [undoable, redoable] : [redoable, undoable];
    const named = group.flatMap((event) => (isReversal(event) ? event.events : []));
    for (const event of named) {
      if (kind === 'undo') undone.add(event);
      else undone.delete(event);
    }
    for (const action of new Set(named.map((event) => actionOf.get(event) ?? ''))) {
      const isGone = groups.get(action)?.every((event) => undone.has(event.id));
      if (isGone === (kind === 'undo') && from.delete(action)) to.add(action);
    }
  }

  const actions = new Map(
    [...groups].map(([id, group]): [string, Action] => {
      const inForce = group.some((event) => !undone.has(event.id));
      return [id, { id, events: group, kind: kindOf(group), inForce }];
    }),
  );
  const pick = (ids: Set<string>) => [...ids].flatMap((id) => actions.get(id) ?? []);
  const [can, could] = [pick(undoable), pick(redoable)];
  return {
    ...{ actions: [...actions.values()], undoable: can, redoable: could },
    actionOf: (event) => actions.get(actionOf.get(event) ?? ''),
  };
}

function kindOf(group: readonly JournalEvent[]): Action['kind'] {
  const reversal = group.find(isReversal);
  if (!reversal) return 'change';
  return reversal.kind === 'undone' ? 'undo' : 'redo';
}

type Reversal = Extract<KnownEvent, { kind: 'undone' | 'redone' }>;

/** The ids of all events that are taken back. @param events in merged order, of one curriculum. */
export function findUndone(events: readonly JournalEvent[]): Set<string> {
  const undone = new Set<string>();
  for (const event of events) {
    if (!isReversal(event)) continue;
    for (const id of event.events) {
      if (event.kind === 'undone') undone.add(id);
      else undone.delete(id);
    }
  }
  return undone;
}

/** Whether an event takes others back or puts them back: an undo or a redo. */
export function isReversal(event: JournalEvent): event is Reversal {
  return !('$foreign' in event) && (event.kind === 'undone' || event.kind === 'redone');
}
