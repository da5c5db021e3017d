import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GivenAnswer } from '../../../src/core/progress/answers.ts';
import { chooseQuestion, roundOf } from '../../../src/core/progress/choose-question.ts';
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

it.each<[what: string, answers: GivenAnswer[], chosen: string | undefined]>([
  ['the first at first', [], 'a1'],
  ['the other outcome after one is proved', [right('a1')], 'b1'],
  ['both proved once: easy before hard', [right('a1'), right('b1')], 'a2'],
  ['the outcome that went wrong', [right('a1'), wrong('b1')], 'b2'],
  ['what one does not know went wrong', [right('b1'), answer('a1', 'dont-know')], 'a2'],
  ['of the proved outcome, once the other is asked', [wrong('a1'), wrong('a2'), wrong('a3')], 'b1'],
  ['answers to questions that are gone do not count', [wrong('gone'), right('a1')], 'b1'],
  [
    'the weakest of all, when a round is over',
    [...six.map(({ id }) => right(id)).slice(1), wrong('a1')],
    'a2',
  ],
])('%s', (_, answers, chosen) => {
  expect(chooseQuestion(six, answers)?.id).toBe(chosen);
});

it('nothing where there is no question, and the only one again and again', () => {
  expect(chooseQuestion([], [])).toBeUndefined();
  expect(chooseQuestion(six.slice(0, 1), [wrong('a1')])?.id).toBe('a1');
});

it.each<[what: string, answers: GivenAnswer[], over: number, asked: number]>([
  ['nothing asked', [], 0, 0],
  ['two asked', [right('a1'), wrong('b3')], 0, 2],
  ['a question that is gone', [right('gone')], 0, 0],
  ['all asked', six.map(({ id }) => wrong(id)), 1, 0],
  ['one of the second round', [...six.map(({ id }) => wrong(id)), right('b1')], 1, 1],
])('rounds: %s', (_, answers, over, asked) => {
  expect(roundOf(six, answers)).toEqual({ over, asked });
});

it('asks every question once before any of them again, and none twice in a row', () => {
  const outcomes = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 3 })),
    {
      minLength: 2,
      maxLength: 7,
    },
  );
  const results = fc.infiniteStream(fc.constantFrom('right', 'wrong', 'dont-know'));
  fc.assert(
    fc.property(outcomes, results, (shapes, stream) => {
      const questions = shapes.map(([outcome, hard], i) => question(`q${i}`, outcome, hard));
      const answers: GivenAnswer[] = [];
      for (let i = 0; i < 3 * questions.length; i++) {
        const chosen = chooseQuestion(questions, answers);
        expect(chosen?.id).not.toBe(answers.at(-1)?.question);
        answers.push(answer(chosen?.id ?? '', stream.next().value ?? 'wrong'));
        expect(roundOf(questions, answers).over).toBe(Math.floor((i + 1) / questions.length));
      }
    }),
  );
});
