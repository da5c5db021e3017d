import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, KnownEvent } from '../../../src/core/journal/event.ts';
import {
  type Action,
  findUndone,
  type History,
  readHistory,
} from '../../../src/core/journal/history.ts';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import { anyJournal } from '../../support/any-journal.ts';
import { eventOf } from '../../support/journal.ts';

/** What a learner does: something of so many events, or steps back and forth. */
type Move =
  | { readonly does: 'change'; readonly events: number }
  | { readonly does: 'undo' | 'redo'; readonly steps: number };

const anyMoves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('change' as const), events: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      does: fc.constantFrom('undo' as const, 'redo' as const),
      steps: fc.integer({ min: 1, max: 4 }),
    }),
  ),
  { maxLength: 25 },
);

/** Writes what the verbs write: they undo the last of `undoable`, and redo the last of `redoable`. */
function play(moves: readonly Move[], before: readonly KnownEvent[] = []): KnownEvent[] {
  const events = [...before];
  for (const move of moves) {
    const action = `action-${events.length}`;
    const write = (fact: Fact) => {
      events.push(eventOf(fact, { seq: events.length + 1, action }));
    };
    if (move.does === 'change') {
      for (let i = 0; i < move.events; i++) write({ kind: 'topic-skipped', topic: `t${i}` });
      continue;
    }
    const history = readHistory(events);
    const actions = (move.does === 'undo' ? history.undoable : history.redoable)
      .slice(-move.steps)
      .reverse();
    if (actions.length === 0) continue;
    const ids = actions.flatMap((moved) => moved.events.map(({ id }) => id));
    write({ kind: move.does === 'undo' ? 'undone' : 'redone', events: ids });
  }
  return events;
}

/** The oracle: two stacks, as in every editor. */
function playStacks(moves: readonly Move[]): { done: number[]; undone: number[] } {
  const done: number[] = [];
  const undone: number[] = [];
  moves.forEach((move, i) => {
    if (move.does === 'change') {
      done.push(i);
      undone.length = 0;
      return;
    }
    const [from, to] = move.does === 'undo' ? [done, undone] : [undone, done];
    for (let step = 0; step < move.steps; step++) {
      const moved = from.pop();
      if (moved !== undefined) to.push(moved);
    }
  });
  return { done, undone };
}

const ids = (actions: readonly Action[]) => actions.map(({ id }) => id);
const stacks = ({ undoable, redoable }: History) => [ids(undoable), ids(redoable)];

describe('undo and redo', () => {
  it('are two stacks', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        // Which move an action came from: each change writes under a name of its own.
        const events: KnownEvent[] = [];
        const nameOf = new Map<number, string>();
        moves.forEach((move, i) => {
          const next = play([move], events).slice(events.length);
          if (move.does === 'change') nameOf.set(i, next[0]?.action ?? '');
          events.push(...next);
        });
        const { done, undone } = playStacks(moves);
        expect(stacks(readHistory(events))).toEqual([
          done.map((i) => nameOf.get(i)),
          undone.map((i) => nameOf.get(i)),
        ]);
      }),
    );
  });

  it('n steps back and n steps forth leave everything as it was', () => {
    fc.assert(
      fc.property(anyMoves, fc.integer({ min: 1, max: 5 }), fc.boolean(), (moves, n, atOnce) => {
        const before = play(moves);
        const steps = Math.min(n, readHistory(before).undoable.length);
        const times = (does: 'undo' | 'redo'): Move[] =>
          atOnce ? [{ does, steps }] : Array.from({ length: steps }, () => ({ does, steps: 1 }));
        fc.pre(steps > 0);
        const after = play([...times('undo'), ...times('redo')], before);
        expect(findUndone(after)).toEqual(findUndone(before));
        expect(stacks(readHistory(after))).toEqual(stacks(readHistory(before)));
      }),
    );
  });

  it('a new change leaves nothing to redo', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const events = play([...moves, { does: 'change', events: 1 }]);
        expect(readHistory(events).redoable).toEqual([]);
        expect(readHistory(events).undoable.at(-1)?.events).toEqual(events.slice(-1));
      }),
    );
  });

  it('undoing everything leaves no change in force', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const { actions, undoable } = readHistory(play([...moves, { does: 'undo', steps: 99 }]));
        expect(undoable).toEqual([]);
        const changes = actions.filter(({ kind }) => kind === 'change');
        expect(changes.filter(({ inForce }) => inForce)).toEqual([]);
      }),
    );
  });

  it('what can be undone is in force, and what can be redone is not', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const { undoable, redoable } = readHistory(play(moves));
        expect(undoable.every(({ inForce }) => inForce)).toBe(true);
        expect(redoable.some(({ inForce }) => inForce)).toBe(false);
      }),
    );
  });

  it('an action is in force as long as one of its events is', () => {
    fc.assert(
      fc.property(anyJournal.map(mergeEvents), (events) => {
        const undone = findUndone(events);
        for (const { events: own, inForce } of readHistory(events).actions) {
          expect(inForce).toBe(own.some(({ id }) => !undone.has(id)));
        }
      }),
    );
  });
});

const skip = (id: string, action = id) =>
  eventOf({ kind: 'topic-skipped', topic: 'git' }, { id, action });
const undo = (...events: string[]) => eventOf({ kind: 'undone', events });
const redo = (...events: string[]) => eventOf({ kind: 'redone', events });

it.each<[what: string, events: KnownEvent[], undone: string[], undoable: string[]]>([
  ['nothing', [], [], []],
  ['one event of two', [skip('a', 'x'), skip('b', 'x'), undo('a')], ['a'], ['x']],
  [
    'both, one after the other',
    [skip('a', 'x'), skip('b', 'x'), undo('a'), undo('b')],
    ['a', 'b'],
    [],
  ],
  ['twice the same', [skip('a'), undo('a'), undo('a')], ['a'], []],
  ['put back twice', [skip('a'), undo('a'), redo('a'), redo('a')], [], ['a']],
  ['put back what was never taken', [skip('a'), redo('a')], [], ['a']],
  ['what nobody knows', [skip('a'), undo('elsewhere')], ['elsewhere'], ['a']],
  ['in the middle', [skip('a'), skip('b'), skip('c'), undo('b')], ['b'], ['a', 'c']],
])('taking back: %s', (_, events, undone, undoable) => {
  expect([...findUndone(events)]).toEqual(undone);
  expect(ids(readHistory(events).undoable)).toEqual(undoable);
});

it('names the action of an event, also of one that nobody understands', () => {
  const stranger = { ...skip('s', 'visit'), kind: 'badge-won', $foreign: true as const };
  const history = readHistory([skip('a', 'visit'), stranger, undo('a', 's')]);
  expect(history.actionOf('s')).toMatchObject({ id: 'visit', kind: 'change', inForce: false });
  expect(history.actions.map(({ kind }) => kind)).toEqual(['change', 'undo']);
  expect(history.actionOf('nowhere')).toBeUndefined();
});

it('reads a history of 100,000 events', () => {
  const events = play([
    { does: 'change', events: 100_000 },
    { does: 'undo', steps: 1 },
  ]);
  const { actions, undoable, redoable } = readHistory(events);
  expect([actions.length, undoable.length, redoable.length]).toEqual([2, 0, 1]);
  expect(redoable[0]?.inForce).toBe(false);
});

// Reported: on a device whose clock is behind, undo comes before what it takes back. `undo` then
// offers it again, and `redo` never does.
it('what was taken back from a device with a slow clock can only be put back', () => {
  const history = readHistory([undo('a'), skip('a')]);
  expect(stacks(history)).toEqual([[], ['a']]);
});
