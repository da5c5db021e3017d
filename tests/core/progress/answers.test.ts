import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeEvents } from '../../../src/core/journal/merge.ts';
import { answersTo } from '../../../src/core/progress/answers.ts';
import { foldProgress } from '../../../src/core/progress/progress.ts';
import { anyJournal } from '../../support/any-journal.ts';
import { eventsOf, type Happening, instant, reopened } from '../../support/standing.ts';

const answer = (question: string, topic = 'git', at = '2026-11-23T10:00:00Z'): Happening => ({
  ...{ kind: 'question-answered', topic, question, attempt: 1, result: 'wrong' },
  ...{ hint: true, seconds: 3, at },
});

const questions = (happenings: readonly Happening[], ids?: (id: string) => string[]) =>
  answersTo('git', eventsOf(happenings), 'mlops', ids).given.map(({ question }) => question);

it('tells what was answered, how and when', () => {
  const at = '2026-11-23T10:00:00Z';
  expect(answersTo('git', eventsOf([answer('q', 'git', at)]), 'mlops').given).toEqual([
    { question: 'q', result: 'wrong', hint: true, at: instant(at) },
  ]);
});

it.each<[what: string, happenings: Happening[], expected: string[]]>([
  ['in their order', [answer('b'), answer('a'), answer('b')], ['b', 'a', 'b']],
  ['only of the topic', [answer('a'), answer('b', 'bash')], ['a']],
  ['since it was reopened', [answer('a'), reopened('git'), answer('b')], ['b']],
  ['not since another was', [answer('a'), reopened('bash'), answer('b')], ['a', 'b']],
  [
    'since it was reset',
    [answer('a'), { kind: 'progress-reset', scope: 'x', topics: ['git'] }],
    [],
  ],
  [
    'without those that were taken back',
    [answer('a'), answer('b'), { kind: 'undone', events: ['laptop-1'] }],
    ['b'],
  ],
  [
    'also where a reopening was taken back',
    [answer('a'), reopened('git'), { kind: 'undone', events: ['laptop-2'] }],
    ['a'],
  ],
])('%s', (_, happenings, expected) => {
  expect(questions(happenings)).toEqual(expected);
});

it('includes those to a topic that this one was once', () => {
  const ids = (id: string) => (id === 'svn' ? ['git', 'bash'] : [id]);
  expect(questions([answer('a', 'svn'), answer('b')], ids)).toEqual(['a', 'b']);
  expect(questions([answer('a'), reopened('svn'), answer('b')], ids)).toEqual(['b']);
});

it('are as many, and as many of them right, as the progress of the topic says', () => {
  fc.assert(
    fc.property(anyJournal.map(mergeEvents), (events) => {
      for (const [topic, { answers }] of foldProgress(events, 'small').topics) {
        const { given: all } = answersTo(topic, events, 'small');
        // What was forgotten begins anew; the progress counts everything.
        if (events.some(({ kind }) => kind === 'topic-reviewed')) continue;
        const right = all.filter(({ result }) => result === 'right').length;
        expect({ given: all.length, right }).toEqual(answers);
      }
    }),
  );
});
