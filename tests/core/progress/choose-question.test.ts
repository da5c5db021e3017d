import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GivenAnswer } from '../../../src/core/progress/answers.ts';
import { chooseQuestion } from '../../../src/core/progress/choose-question.ts';
import type { Question } from '../../../src/core/questions/question.ts';
import { shortQuestion } from '../../support/question.ts';
import { instant } from '../../support/standing.ts';

const at = instant('2026-11-23T10:00:00Z');

const question = (id: string, outcome: string, difficulty: number): Question => ({
  ...shortQuestion({ accept: ['a'] }),
  ...{ id, outcome, difficulty },
});
const answer = (id: string, result: GivenAnswer['result']): GivenAnswer => {
  return { question: id, result, hint: false, at };
};

/** Two outcomes, three questions each. */
const six = [
  ...[question('a1', 'a', 1), question('a2', 'a', 2), question('a3', 'a', 3)],
  ...[question('b1', 'b', 1), question('b2', 'b', 2), question('b3', 'b', 3)],
];
const right = (id: string) => answer(id, 'right');
const wrong = (id: string) => answer(id, 'wrong');

it.each<[what: string, answers: GivenAnswer[], asked: string[], chosen: string | undefined]>([
  ['the first at first', [], [], 'a1'],
  ['the other outcome after one is proved', [right('a1')], ['a1'], 'b1'],
  [
    'both proved once: the one that was asked less, easy before hard',
    [right('a1'), right('b1')],
    [],
    'a2',
  ],
  ['the outcome that went wrong', [right('a1'), wrong('b1')], ['a1', 'b1'], 'b2'],
  ['what one does not know went wrong', [right('b1'), answer('a1', 'dont-know')], [], 'a2'],
  [
    'asked most, all the same proved least',
    [wrong('a1'), wrong('a2'), wrong('a3'), wrong('a1')],
    [],
    'a2',
  ],
  ['the hard one, once the easy ones are asked', [], ['a1', 'a2', 'b1', 'b2'], 'a3'],
  ['answers to questions that are gone do not count', [wrong('gone'), right('a1')], [], 'b1'],
  ['nothing, once all are asked', [], six.map(({ id }) => id), undefined],
])('%s', (_, answers, asked, chosen) => {
  expect(chooseQuestion(six, answers, new Set(asked))?.id).toBe(chosen);
});

it('nothing where there is no question', () => {
  expect(chooseQuestion([], [], new Set())).toBeUndefined();
});

/** The words of the docstring, one filter after the other. */
function byHand(
  questions: readonly Question[],
  answers: readonly GivenAnswer[],
  asked: ReadonlySet<string>,
): Question | undefined {
  const least = (all: readonly Question[], measure: (question: Question) => number) => {
    const lowest = Math.min(...all.map(measure));
    return all.filter((candidate) => measure(candidate) === lowest);
  };
  const given = (of: (question: Question) => boolean) =>
    answers.filter(({ question: id }) => questions.some((other) => other.id === id && of(other)));
  const proved = ({ outcome }: Question) => {
    const own = given((other) => other.outcome === outcome);
    return 2 * own.filter(({ result }) => result === 'right').length - own.length;
  };
  const open = questions.filter(({ id }) => !asked.has(id));
  const unproved = least(open, proved);
  const fresh = least(unproved, ({ id }) => given((other) => other.id === id).length);
  return least(fresh, ({ difficulty }) => difficulty)[0];
}

it('is what its rule says, on any questions and answers', () => {
  const ids = ['p', 'q', 'r', 's', 't'];
  const questions = fc.tuple(
    ...ids.map((id) =>
      fc
        .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 3 }))
        .map(([outcome, difficulty]) => question(id, outcome, difficulty)),
    ),
  );
  const answers = fc.array(
    fc
      .tuple(fc.constantFrom(...ids, 'gone'), fc.constantFrom('right', 'wrong', 'dont-know'))
      .map(([id, result]) => answer(id, result)),
    { maxLength: 8 },
  );
  const asked = fc.subarray(ids).map((some) => new Set(some));
  fc.assert(
    fc.property(questions, answers, asked, (all, given, seen) => {
      expect(chooseQuestion(all, given, seen)).toBe(byHand(all, given, seen));
    }),
  );
});
