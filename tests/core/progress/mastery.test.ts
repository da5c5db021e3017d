import { describe, expect, it } from 'vitest';
import { endOf, judge } from '../../../src/core/progress/mastery.ts';
import type { ExerciseProgress } from '../../../src/core/progress/progress.ts';
import { answersFrom, someQuestions } from '../../support/answers.ts';

/** The probability of odds: 3 to 1 is .75. */
const odds = (value: number) => value / (1 + value);
/** What an explained mistake leaves: some learn from it. */
const learnt = (p: number) => p + (1 - p) * 0.15;
const half = Math.sqrt;

// A right answer multiplies the odds by .9/guess: 3.6 for one of four choices, 1.8 for one of two,
// 18 for what can hardly be guessed, 2 for what only the learner judged. A wrong one multiplies them
// by .1/(1 - guess).
const wrongOfFour = 0.1 / 0.75;
const wrongTyped = 0.1 / 0.95;

describe('by hand, from design/learning.md 3.1: even odds, slip .1, learning .15', () => {
  it.each<[answers: string, p: number, rightQuestions: number, mastered: boolean]>([
    ['', 0.5, 0, false],
    ['four:right', odds(3.6), 1, false],
    ['four:right four-b:right', odds(12.96), 2, false],
    ['four:right four-b:right four-c:right', odds(46.656), 3, true],
    ['two:right', odds(1.8), 1, false],
    ['typed:right', odds(18), 1, false],
    ['typed:right number:right', odds(324), 2, true],
    // Two items in order are guessed half the time, all of three choices one time in seven.
    ['order:right multiple:right', odds(1.8 * 6.3), 2, false],
    ['four:right typed:right', odds(64.8), 2, true],
    ['match:right', odds(5.4), 1, false],
    // A word counts .7: two of them are far from enough.
    ['recall:right', odds(2), 1, false],
    ['recall:right recall-b:right', odds(4), 2, false],
    ['recall:wrong', learnt(odds(0.1 / 0.55)), 0, false],

    ['four:wrong', learnt(odds(wrongOfFour)), 0, false],
    ['typed:wrong', learnt(odds(wrongTyped)), 0, false],
    ['four:dont-know', learnt(odds(wrongOfFour)), 0, false],
    // After the first mistake p is exactly one quarter: odds of 1 to 3.
    ['four:wrong four-b:right', odds(3.6 / 3), 1, false],
    ['four:wrong four-b:wrong', learnt(odds(wrongOfFour / 3)), 0, false],
    ['four:right four-b:wrong', learnt(odds(3.6 * wrongOfFour)), 1, false],

    // A hint halves what a right answer proves, and costs a wrong one nothing.
    ['typed:right/hint', odds(half(18)), 1, false],
    ['typed:right/hint number:right/hint', odds(18), 2, false],
    ['four:wrong/hint', learnt(odds(wrongOfFour)), 0, false],

    // The same question within a day counts half, and never as a second one.
    ['typed:right typed:right', odds(18 * half(18)), 1, false],
    ['typed:right typed:right@23.9999h', odds(18 * half(18)), 1, false],
    ['typed:right typed:right@24h', odds(324), 1, false],
    ['typed:right typed:right@20h typed:right@40h', odds(18 * 18), 1, false],
    ['typed:right typed:right@-72h', odds(18 * half(18)), 1, false],
    ['typed:right typed:right/hint', odds(18 * half(half(18))), 1, false],
    ['four:wrong four:right', odds(half(3.6) / 3), 1, false],
    ['four:wrong four:wrong', learnt(odds(half(wrongOfFour) / 3)), 0, false],

    ['gone:right constructor:wrong', 0.5, 0, false],
  ])('%s', (answers, p, rightQuestions, mastered) => {
    const found = judge(answersFrom(answers), someQuestions);
    expect(found.p).toBeCloseTo(p, 12);
    expect(found).toMatchObject({ rightQuestions, mastered });
  });

  it.each([
    ['four:right', 1.28],
    ['four:wrong', -2.01],
    ['typed:right', 2.89],
    ['typed:wrong', -2.25],
  ])('%s moves the log-odds by %d, as the table there says', (answers, increment) => {
    const { p } = judge(answersFrom(answers), someQuestions);
    const before = increment > 0 ? p : (p - 0.15) / 0.85;
    expect(Math.log(before / (1 - before))).toBeCloseTo(increment, 2);
  });
});

const exercise = (state: ExerciseProgress['state'], hints = 0, solution = false) => {
  return { state, hints, solution };
};

describe('an exercise', () => {
  // (1 - .05)/.02 = 47.5: its slip and its guess are smaller.
  it.each<
    [what: string, answers: string, exercise: ExerciseProgress, p: number, mastered: boolean]
  >([
    ['passed proves much', '', exercise('passed'), odds(47.5), false],
    [
      'passed, with two right answers',
      'four:right four-b:right',
      exercise('passed'),
      odds(12.96 * 47.5),
      true,
    ],
    ['passed after a hint proves half', '', exercise('passed', 1), odds(half(47.5)), false],
    ['passed after two proves a quarter', '', exercise('passed', 2), odds(half(half(47.5))), false],
    ['copied proves nothing', '', exercise('passed', 0, true), 0.5, false],
    ['left out proves nothing', 'four:right', exercise('left-out'), odds(3.6), false],
    ['open proves nothing', 'four:right', exercise('open', 3), odds(3.6), false],
  ])('%s', (_, answers, progress, p, mastered) => {
    const found = judge(answersFrom(answers), someQuestions, progress);
    expect(found.p).toBeCloseTo(p, 12);
    expect(found.mastered).toBe(mastered);
  });

  it.each([
    [false, exercise('open'), 'mastered'],
    [true, exercise('open'), undefined],
    [true, exercise('passed'), 'mastered'],
    [true, exercise('passed', 2, true), 'mastered'],
    [true, exercise('left-out'), 'without-exercise'],
  ])('a topic that has one: %s, %j: it ends as %s', (hasExercise, progress, how) => {
    expect(endOf(hasExercise, progress)).toBe(how);
  });
});
