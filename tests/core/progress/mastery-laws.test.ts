import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GivenAnswer } from '../../../src/core/progress/answers.ts';
import { judge } from '../../../src/core/progress/mastery.ts';
import { answersFrom, someQuestions, startMs } from '../../support/answers.ts';

/** Any answers, over a few days, in any order of the clock. */
const anyAnswers = fc.array(
  fc.record({
    question: fc.constantFrom(...someQuestions.map(({ id }) => id)),
    result: fc.constantFrom('right', 'wrong', 'dont-know'),
    hint: fc.boolean(),
    at: fc
      .integer({ min: 0, max: 72 })
      .map((hour) => ({ ms: startMs + hour * 3_600_000, offsetMinutes: 0 })),
  }),
  { minLength: 1, maxLength: 12 },
);

/** How sure one would be, had one of the answers come out otherwise. */
function otherwise(answers: readonly GivenAnswer[], at: number, result: GivenAnswer['result']) {
  const place = at % answers.length;
  const changed = answers.map((answer, i) => (i === place ? { ...answer, result } : answer));
  return judge(changed, someQuestions).p;
}

it('it is a probability, and mastered needs two different questions and .95', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const { p, rightQuestions, mastered } = judge(answers, someQuestions);
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(mastered).toBe(p >= 0.95 && rightQuestions >= 2);
    }),
  );
});

it('not knowing is never worse than being wrong', () => {
  fc.assert(
    fc.property(anyAnswers, fc.nat(11), (answers, at) => {
      const honest = otherwise(answers, at, 'dont-know');
      expect(honest).toBeGreaterThanOrEqual(otherwise(answers, at, 'wrong'));
    }),
  );
});

it('being right is never worse than not knowing', () => {
  // Reported: it is, for a repeated question of two choices.
  const enough = anyAnswers
    .map((all) => all.filter(({ question }) => question !== 'two'))
    .filter((all) => all.length > 0);
  fc.assert(
    fc.property(enough, fc.nat(11), (answers, at) => {
      const right = otherwise(answers, at, 'right');
      expect(right).toBeGreaterThanOrEqual(otherwise(answers, at, 'dont-know'));
    }),
    { numRuns: 1000 },
  );
});

it('also for a question of two choices that was asked an hour ago', () => {
  const before = 'two:wrong typed:wrong number:wrong order:wrong';
  const p = (last: string) => judge(answersFrom(`${before} ${last}`), someQuestions).p;
  expect(p('two:right@1h')).toBeGreaterThanOrEqual(p('two:dont-know@1h'));
});
