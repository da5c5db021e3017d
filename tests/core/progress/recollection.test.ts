import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DoneHow, JournalEvent } from '../../../src/core/journal/event.ts';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import type { KeptMemory } from '../../../src/core/memory/kept-memory.ts';
import {
  firstMemory,
  type Grade,
  reviewed as reviewedBy,
} from '../../../src/core/memory/memory.ts';
import { foldProgress, type TopicProgress } from '../../../src/core/progress/progress.ts';
import { keptCard } from '../../../src/core/progress/recollection.ts';
import { dayOf } from '../../../src/core/time/day.ts';
import { anyJournal } from '../../support/any-journal.ts';
import { curriculumOf } from '../../support/curriculum.ts';
import {
  cardReviewed,
  daysAfter,
  eventsOf,
  type Happening,
  instant,
  marked,
  mastered,
  reopened,
  reviewed,
  skipped,
  standingOf,
} from '../../support/standing.ts';

const start = '2026-11-23T10:00:00.000+01:00';
const startDay = dayOf(instant(start));
const on = (day: number, happening: Happening): Happening => ({
  ...happening,
  at: daysAfter(start, day),
});

function topicsAfter(happenings: readonly Happening[]): ReadonlyMap<string, TopicProgress> {
  return foldProgress(eventsOf(happenings), 'mlops').topics;
}

/** What is remembered of Git after these happened. */
function kept(...happenings: readonly Happening[]): KeptMemory | undefined {
  return topicsAfter(happenings).get('git')?.memory;
}

/** In how many days, from the first on, a topic is due. */
const dueIn = (memory: KeptMemory | undefined) => memory && memory.due - startDay;

describe('the first memory', () => {
  it.each<[how: DoneHow, Grade | undefined, memory: Grade, due: number]>([
    ['mastered', 'good', 'good', 2],
    ['mastered', 'hard', 'hard', 1],
    ['mastered', undefined, 'good', 2],
    ['without-exercise', 'hard', 'hard', 1],
    ['without-exercise', undefined, 'good', 2],
    ['tested-out', undefined, 'easy', 7],
    ['marked', undefined, 'easy', 7],
  ])('of what is %s, %s, is that of a %s answer, and due in %i days', (how, grade, as, due) => {
    const fact = { kind: 'topic-done', topic: 'git', how, ...(grade && { grade }) } as const;
    const memory = kept(on(0, fact));
    expect(memory?.memory).toEqual(firstMemory(as, startDay));
    expect(dueIn(memory)).toBe(due);
  });

  it('of many marks of one day is spread over days 7 to 28', () => {
    const ids = Array.from({ length: 44 }, (_, i) => `topic-${i}`);
    const topics = topicsAfter(ids.map((id) => on(0, marked(id))));
    const days = ids.map((id) => dueIn(topics.get(id)?.memory) ?? 0);
    const each = Array.from({ length: 22 }, (_, i) => 7 + i);
    expect(days.toSorted((a, b) => a - b)).toEqual(each.flatMap((day) => [day, day]));
  });

  it('makes room for what is due already', () => {
    const topics = topicsAfter([on(0, marked('bash')), on(1, marked('git'))]);
    // Bash is due on day 7; a week after the first is day 8.
    expect([...topics.values()].map(({ memory }) => dueIn(memory))).toEqual([7, 8]);
    const same = topicsAfter([on(0, marked('bash')), on(0, marked('git'))]);
    expect([...same.values()].map(({ memory }) => dueIn(memory))).toEqual([7, 8]);
  });

  it.each<[what: string, ...Happening[]]>([
    ['marked, and then mastered', on(0, marked('git')), on(3, mastered('git', 'good'))],
    ['mastered twice', on(0, mastered('git', 'good')), on(3, mastered('git', 'hard'))],
    ['mastered, and then marked', on(0, mastered('git', 'good')), on(3, marked('git'))],
  ])('stays, where a topic is %s', (_, first, second) => {
    expect(kept(first, second)).toEqual(kept(first));
  });
});

describe('reviews', () => {
  const learnt = on(0, mastered('git', 'good'));

  it('change the memory of their day', () => {
    const memory = kept(learnt, on(2, reviewed('git', 'good')));
    const expected = reviewedBy(firstMemory('good', startDay), 'good', startDay + 2);
    expect(memory).toMatchObject({ memory: expected, own: expected, reviews: 1, lapses: 0 });
    expect(dueIn(memory)).toBe(13);
  });

  it('of what was never done begin its memory', () => {
    expect(kept(on(0, reviewed('git', 'hard')))?.memory).toEqual(firstMemory('hard', startDay));
  });

  it('give credit to what is remembered, and only to that', () => {
    const credits = [
      { topic: 'git', weight: 0.5, stated: true },
      { topic: 'never-touched', weight: 0.5, stated: true },
      { topic: 'skipped', weight: 0.5, stated: true },
    ];
    const before = [learnt, on(0, skipped('skipped')), on(0, mastered('dvc', 'good'))];
    const topics = topicsAfter([...before, on(2, reviewed('dvc', 'good', { credits }))]);
    expect(dueIn(topics.get('git')?.memory)).toBeGreaterThan(2);
    expect(topics.get('git')?.memory).toMatchObject({ reviews: 0, own: kept(learnt)?.own });
    expect(topics.has('never-touched')).toBe(false);
    expect(topics.get('skipped')?.memory).toBeUndefined();
  });

  it('credit is given by what is learnt, too', () => {
    const credits = [{ topic: 'git', weight: 0.5, stated: true }];
    const dvc = { ...mastered('dvc', 'good'), credits } as Happening;
    expect(dueIn(kept(learnt, on(2, dvc)))).toBeGreaterThan(2);
  });

  it('hurry what leans on what was forgotten', () => {
    const often = [2, 13, 59].map((day) => on(day, reviewed('git', 'good')));
    expect(dueIn(kept(learnt, ...often))).toBeGreaterThan(200);
    const bash = on(60, reviewed('bash', 'again', { recheck: ['git'] }));
    expect(dueIn(kept(learnt, ...often, bash))).toBe(67);
  });

  it('reach what the topic was renamed to', () => {
    const ids = (id: string) => (id === 'svn' ? ['git', 'bash'] : [id]);
    const credits = [{ topic: 'svn', weight: 1, stated: true }];
    const events = eventsOf([
      on(0, mastered('svn', 'good')),
      on(0, mastered('dvc', 'good')),
      on(2, reviewed('svn', 'good')),
      on(20, reviewed('dvc', 'good', { credits })),
    ]);
    const { topics } = foldProgress(events, 'mlops', ids);
    for (const id of ['git', 'bash']) {
      expect(topics.get(id)?.memory).toMatchObject({ reviews: 1, patience: expect.any(Number) });
      expect(dueIn(topics.get(id)?.memory)).toBeGreaterThan(13);
    }
  });
});

describe('forgotten', () => {
  const chain = curriculumOf({ bash: [], git: ['bash'], dvc: ['git'], top: ['dvc'] });
  const learnt = ['bash', 'git', 'dvc'].map((id) => on(0, mastered(id, 'good')));
  const failed = (day: number) => on(day, reviewed('git', 'again'));
  const states = (...happenings: Happening[]) => {
    const standing = standingOf(chain, [...learnt, ...happenings]);
    return chain.topics.map((topic) => standing.state(topic));
  };

  it.each<[what: string, Happening[], state: string]>([
    ['after one failed review: not yet', [failed(2)], 'done'],
    ['after two in a row: to be learnt again', [failed(2), failed(4)], 'started'],
    ['after three', [failed(2), failed(4), failed(6)], 'started'],
    [
      'after two with a good one between',
      [failed(2), on(3, reviewed('git', 'hard')), failed(4)],
      'done',
    ],
    ['reviewed well after two', [failed(2), failed(4), on(5, reviewed('git', 'good'))], 'done'],
    ['learnt anew', [failed(2), failed(4), on(5, mastered('git', 'good'))], 'done'],
    [
      'learnt anew, and failed once more',
      [failed(2), failed(4), on(5, mastered('git')), failed(7)],
      'done',
    ],
    // Reported: the learner's word was not heard.
    ['marked anew', [failed(2), failed(4), on(5, marked('git'))], 'done'],
    ['skipped', [failed(2), failed(4), on(5, skipped('git'))], 'skipped'],
  ])('%s; nothing is locked again', (_, happenings, state) => {
    expect(states(...happenings)).toEqual(['done', state, 'done', 'open']);
  });

  it('what is learnt anew is as a review of its day, not as if it had never been', () => {
    const before = [on(0, mastered('git', 'good')), failed(2), failed(4)];
    const [was, is] = [kept(...before), kept(...before, on(5, mastered('git', 'good')))];
    expect(is?.memory).toEqual(was && reviewedBy(was.memory, 'good', startDay + 5));
    expect(is).toMatchObject({ lapses: 0 });
  });

  it('what is marked anew is looked at as what was known before is', () => {
    const before = [on(0, mastered('git', 'good')), failed(2), failed(4)];
    const is = kept(...before, on(5, marked('git')));
    expect(is?.memory).toEqual(firstMemory('easy', startDay + 5));
    expect(dueIn(is)).toBe(12);
  });

  it.each<[what: string, Happening]>([
    ['reopened', reopened('git')],
    ['reset with others', { kind: 'progress-reset', scope: 'all', topics: ['bash', 'git'] }],
    ['skipped', skipped('git')],
  ])('what is %s has no memory, and no cards', (_, happening) => {
    const topics = topicsAfter([
      on(0, mastered('git', 'good')),
      on(2, cardReviewed('git', 'q', 'good')),
      on(3, happening),
    ]);
    expect(topics.get('git')).toMatchObject({ memory: undefined, cards: [] });
    // Nor does it take up a day: the next one can have it.
    const next = topicsAfter([on(0, marked('git')), on(0, happening), on(0, marked('bash'))]);
    expect(dueIn(next.get('bash')?.memory)).toBe(7);
  });
});

describe('cards', () => {
  const learnt = on(0, mastered('git', 'good'));
  const cardOf = (...happenings: Happening[]) => {
    const topic = topicsAfter(happenings).get('git');
    return topic && keptCard(topic, 'q');
  };

  it('begin with their topic', () => {
    expect(cardOf(learnt)).toEqual(kept(learnt));
  });

  it('are due with their topic until they are reviewed, and have no lapses of its own', () => {
    const events = [learnt, on(2, reviewed('git', 'good')), on(13, reviewed('git', 'again'))];
    expect(cardOf(...events)).toEqual({ ...kept(...events), reviews: 0, lapses: 0 });
  });

  it('go their own way from their first review on', () => {
    const events = [
      learnt,
      on(2, cardReviewed('git', 'q', 'good')),
      on(13, reviewed('git', 'again')),
    ];
    expect(cardOf(...events)).toMatchObject({ reviews: 1, lapses: 0, due: startDay + 13 });
    expect(cardOf(...events)).toEqual(cardOf(...events.slice(0, 2)));
    expect(kept(...events.slice(0, 2))).toEqual(kept(learnt));
  });

  it('are as many as were reviewed, each once', () => {
    const topic = topicsAfter([
      learnt,
      on(2, cardReviewed('git', 'q', 'good')),
      on(2, cardReviewed('git', 'r', 'again')),
      on(3, cardReviewed('git', 'q', 'good')),
    ]).get('git');
    expect(topic?.cards.map(({ question, kept }) => [question, kept.reviews])).toEqual([
      ['r', 1],
      ['q', 2],
    ]);
  });

  it('are known by themselves, where their topic is not', () => {
    expect(cardOf(on(0, cardReviewed('git', 'q', 'good')))).toMatchObject({ due: startDay + 2 });
  });
});

it('counts the reviews of the last day that had any', () => {
  const reviews = (...happenings: Happening[]) =>
    foldProgress(eventsOf(happenings), 'mlops').reviews;
  const [git, card] = [reviewed('git', 'good'), cardReviewed('git', 'q', 'again')];
  expect(reviews(on(0, marked('git')))).toBeUndefined();
  expect(reviews(on(0, git), on(0, card))).toEqual({ day: startDay, count: 2 });
  expect(reviews(on(0, git), on(0, card), on(1, git))).toEqual({ day: startDay + 1, count: 1 });
});

describe('on any journal', () => {
  const memories = (events: readonly JournalEvent[]) =>
    new Map(
      [...foldProgress(events, 'small').topics].map(([id, { memory, cards }]) => [
        id,
        { memory, cards },
      ]),
    );

  it('a review that was taken back leaves no trace', () => {
    fc.assert(
      fc.property(anyJournal, (journal) => {
        const all = journal.filter(({ kind }) => kind !== 'undone' && kind !== 'redone');
        const isReview = ({ kind }: JournalEvent) =>
          kind === 'topic-reviewed' || kind === 'card-reviewed';
        const ids = all.filter(isReview).map(({ id }) => id);
        const undo = eventsOf([{ kind: 'undone', events: ids }], {
          ...{ curriculum: 'small', device: 'laptop', seq: 99 },
        });
        const merged = mergeEvents([...all, ...undo]);
        const rest = merged.filter((event) => !isReview(event) && event.kind !== 'undone');
        // Of topics that nothing else touched there is nothing to say.
        const touched = memories(rest);
        const found = [...memories(merged)].filter(([id]) => touched.has(id));
        expect(new Map(found)).toEqual(touched);
        expect(foldProgress(merged, 'small').reviews).toBeUndefined();
      }),
    );
  });

  it('it does not matter in which order the files come', () => {
    const shuffledJournal = anyJournal.chain((journal) =>
      fc.tuple(fc.constant(journal), fc.shuffledSubarray(journal, { minLength: journal.length })),
    );
    fc.assert(
      fc.property(shuffledJournal, ([journal, other]) => {
        expect(memories(mergeEvents(other))).toEqual(memories(mergeEvents(journal)));
      }),
    );
  });

  it('what is remembered is due on a day, and its numbers are numbers', () => {
    fc.assert(
      fc.property(anyJournal, (journal) => {
        const { topics } = foldProgress(mergeEvents(journal), 'small');
        for (const { mark, memory, cards } of topics.values()) {
          if (mark?.kind === 'done') expect(memory).toBeDefined();
          for (const kept of [memory, ...cards.map((card) => card.kept)]) {
            if (!kept) continue;
            expect(Number.isInteger(kept.due)).toBe(true);
            expect(kept.memory.stability).toBeGreaterThan(0);
            expect(kept.memory.stability).toBeGreaterThanOrEqual(kept.own.stability);
          }
        }
      }),
    );
  });
});
