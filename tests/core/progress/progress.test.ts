import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, JournalEvent } from '../../../src/core/journal/event.ts';
import { findUndone } from '../../../src/core/journal/history.ts';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import { foldProgress } from '../../../src/core/progress/progress.ts';
import { anyJournal } from '../../support/any-journal.ts';
import { eventOf } from '../../support/journal.ts';
import {
  answered,
  eventsOf,
  type Happening,
  instant,
  marked,
  reopened,
  skipped,
  started,
} from '../../support/standing.ts';

const at = '2026-11-24T08:00:00.000+01:00';
const when = instant(at);

const untouched = {
  ...{ mark: undefined, started: undefined, lessonRead: undefined },
  answers: { given: 0, right: 0 },
  exercise: { state: 'open', hints: 0, solution: false },
  ...{ aside: undefined, memory: undefined, cards: [] },
};
/** Its own tests say what it is. */
const memory = expect.anything();
const helped = (help: 'hint' | 'solution'): Happening => ({
  ...{ kind: 'exercise-helped', topic: 'git', help },
});
const checked = (passed: boolean): Happening => ({
  ...{ kind: 'exercise-checked', topic: 'git', passed, failed: passed ? [] : ['it runs'] },
});
const leftOut: Happening = { kind: 'exercise-left-out', topic: 'git' };

describe('what each kind of event does to its topic', () => {
  it.each<[what: string, before: Happening[], last: Happening, expected: object]>([
    ['started', [], started('git'), { started: when }],
    [
      'started again: the first time counts',
      [{ ...started('git'), at }],
      { ...started('git'), at: '2026-11-25' },
      { started: when, touched: instant('2026-11-25') },
    ],
    ['read', [], { kind: 'lesson-read', topic: 'git' }, { lessonRead: when }],
    [
      'answered right',
      [answered('git', 'wrong')],
      answered('git', 'right'),
      { answers: { given: 2, right: 1 } },
    ],
    ['answered wrong', [], answered('git', 'wrong'), { answers: { given: 1, right: 0 } }],
    ['not known', [], answered('git', 'dont-know'), { answers: { given: 1, right: 0 } }],
    ['checked in vain: it is started', [], checked(false), { started: when }],
    ['checked in vain once more', [helped('hint')], checked(false), {}],
    [
      'passed',
      [helped('hint')],
      checked(true),
      { exercise: { state: 'passed', hints: 1, solution: false } },
    ],
    [
      'passed after it was left out',
      [leftOut],
      checked(true),
      { exercise: { ...untouched.exercise, state: 'passed' }, started: when },
    ],
    [
      'left out',
      [helped('hint')],
      leftOut,
      { exercise: { state: 'left-out', hints: 1, solution: false } },
    ],
    ['left out after it passed: it has', [checked(true)], leftOut, {}],
    [
      'a second hint',
      [helped('hint')],
      helped('hint'),
      { exercise: { state: 'open', hints: 2, solution: false } },
    ],
    [
      'the solution',
      [helped('hint')],
      helped('solution'),
      { exercise: { state: 'open', hints: 1, solution: true } },
    ],
    ['help after it passed: it costs nothing', [checked(true)], helped('solution'), {}],
    ['marked', [], marked('git'), { mark: { kind: 'done', how: 'marked', at: when }, memory }],
    [
      'mastered',
      [],
      { kind: 'topic-done', topic: 'git', how: 'mastered' },
      { mark: { kind: 'done', how: 'mastered', at: when }, memory },
    ],
    ['put aside', [], { kind: 'topic-put-aside', topic: 'git' }, { aside: when }],
    [
      'taken up again',
      [{ kind: 'topic-put-aside', topic: 'git' }],
      started('git'),
      { started: when, aside: undefined },
    ],
    ['a hint shown', [], { kind: 'question-helped', topic: 'git', question: 'q', attempt: 1 }, {}],
    ['skipped', [], skipped('git'), { mark: { kind: 'skipped', at: when } }],
    [
      'skipped after it was done',
      [marked('git')],
      skipped('git'),
      { mark: { kind: 'skipped', at: when }, memory: undefined },
    ],
    [
      'done after it was skipped',
      [skipped('git')],
      marked('git'),
      { mark: { kind: 'done', how: 'marked', at: when }, memory },
    ],
    [
      'reopened',
      [started('git'), answered('git', 'right'), marked('git')],
      reopened('git'),
      untouched,
    ],
    [
      'reset with others',
      [started('git'), marked('git')],
      { kind: 'progress-reset', scope: 'all', topics: ['bash', 'git'] },
      untouched,
    ],
  ])('%s', (_, before, last, expected) => {
    const events = eventsOf([...before, { at, ...last }]);
    const was = foldProgress(events.slice(0, -1), 'mlops').topics.get('git');
    const is = foldProgress(events, 'mlops').topics.get('git');
    expect(is).toEqual({ ...untouched, ...was, touched: when, ...expected });
  });
});

const position = expect.anything();

it.each<[what: string, events: JournalEvent[], counted: number]>([
  ['no events', [], 0],
  ['those of another curriculum', eventsOf([marked('git')], { curriculum: 'other' }), 0],
  ['those of a newer program', [{ ...eventOf(marked('git')), $foreign: true }], 1],
  ['an empty reset', eventsOf([{ kind: 'progress-reset', scope: 'all', topics: [] }]), 1],
])('%s touch no topic', (_, events, counted) => {
  expect(foldProgress(events, 'mlops')).toEqual({
    ...{ topics: new Map(), events: counted, awaited: [], reviews: undefined, position },
  });
});

it('knows topics by any name, and what the curriculum does not know', () => {
  const names = ['__proto__', 'constructor', 'toString', 'svn'];
  const { topics } = foldProgress(eventsOf(names.map(marked)), 'mlops');
  expect([...topics.keys()]).toEqual(names);
});

it('what happened to an old topic counts for all that it is now', () => {
  const ids = (id: string) => (id === 'shell' ? ['bash', 'git'] : [id]);
  const { topics } = foldProgress(eventsOf([started('bash'), marked('shell')]), 'mlops', ids);
  expect([...topics.keys()]).toEqual(['bash', 'git']);
  expect(topics.get('git')).toMatchObject({ mark: { kind: 'done' }, started: undefined });
  expect(topics.get('bash')).toMatchObject({ mark: { kind: 'done' }, started: expect.anything() });
});

describe('events that are taken back', () => {
  const undo = (...events: string[]): Fact => ({ kind: 'undone', events });
  const redo = (...events: string[]): Fact => ({ kind: 'redone', events });
  it.each<[what: string, facts: Fact[], mark: string | undefined]>([
    ['do not count', [marked('git'), undo('laptop-1')], undefined],
    [
      'count again when they are put back',
      [marked('git'), undo('laptop-1'), redo('laptop-1')],
      'done',
    ],
    ['uncover what was there before', [skipped('git'), marked('git'), undo('laptop-2')], 'skipped'],
    ['may be a reopening', [marked('git'), reopened('git'), undo('laptop-2')], 'done'],
    ['may be named before they come', [undo('laptop-2'), marked('git')], undefined],
    ['by another curriculum: they count', [marked('git')], 'done'],
  ])('%s', (_, facts, mark) => {
    const events = [...eventsOf(facts), eventOf(undo('laptop-1'), { curriculum: 'other' })];
    expect(foldProgress(events, 'mlops').topics.get('git')?.mark?.kind).toBe(mark);
  });

  it('leave no trace: the same as if they had never been', () => {
    fc.assert(
      fc.property(anyJournal.map(mergeEvents), (events) => {
        const own = events.filter(({ curriculum }) => curriculum === 'small');
        const undone = findUndone(own);
        const without = own.filter(
          ({ id, kind }) => !undone.has(id) && !/^(un|re)done$/.test(kind),
        );
        expect(foldProgress(events, 'small').topics).toEqual(foldProgress(without, 'small').topics);
      }),
    );
  });
});
