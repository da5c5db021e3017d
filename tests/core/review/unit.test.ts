import { describe, expect, it } from 'vitest';
import type { Answers, GivenAnswer } from '../../../src/core/progress/answers.ts';
import type { Question } from '../../../src/core/questions/question.ts';
import { gradeOf, unitOf } from '../../../src/core/review/unit.ts';
import { shortQuestion } from '../../support/question.ts';
import { instant } from '../../support/standing.ts';

const question = (id: string, outcome = 'o', more: Partial<Question> = {}): Question =>
  ({ ...shortQuestion({ accept: ['a'] }), id, outcome, ...more }) as Question;

/** `a@20 b:wrong@23`: answers at ten o'clock of a day in November, right unless they are not. */
function given(text: string): GivenAnswer[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [, id = '', result = 'right', when = ''] = /^(\w+)(?::(\w+))?@(.+)$/.exec(word) ?? [];
      const at = when.includes('T') ? when : `${when}T10:00`;
      return {
        question: id,
        result: result as GivenAnswer['result'],
        hint: false,
        at: instant(`2026-11-${at}Z`),
      };
    });
}
const answers = (text: string, settled?: string): Answers => ({
  given: given(text),
  helped: new Set(),
  settled: settled === undefined ? undefined : instant(`2026-11-${settled}Z`),
});
const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id).join(' ');
const now = instant('2026-11-23T12:00Z');

describe('the questions of a review', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => question(id));
  const outcomes = [
    question('a1', 'a'),
    question('a2', 'a'),
    question('a3', 'a'),
    question('b1', 'b'),
  ];
  const levels = [
    ...[question('x1', 'o', { difficulty: 1 }), question('y1', 'o', { difficulty: 1 })],
    ...[question('z2', 'o', { difficulty: 2 }), question('z3', 'o', { difficulty: 3 })],
  ];
  const card = (id: string) => question(id, 'o', { card: true });

  it.each<[what: string, Question[], answers: string, unit: string]>([
    ['the first three, where none was seen', five, '', 'a b c'],
    ['all, where there are fewer', five.slice(0, 2), '', 'a b'],
    ['none, where there is none', [], '', ''],
    ['what was never seen, before what was', five, 'a@01 b@02 c@03', 'd e a'],
    ['what was not seen for longest', five, 'a@05 b@01 c@02 d@04 e@03', 'b c e'],
    ['by when it was seen last', five, 'a@01 b@02 c@03 d@04 e@05 a@20', 'b c d'],
    ['however it was answered', five, 'a:wrong@05 b:wrong@06 c@01 d@02 e@03', 'c d e'],
    ['of different outcomes, where none was seen', outcomes, '', 'a1 b1 a2'],
    ['not seen counts more than outcomes', outcomes, 'b1@05', 'a1 a2 a3'],
    ['seen on one day: different outcomes', outcomes, 'a1@05 a2@05 a3@05 b1@05', 'a1 b1 a2'],
    ['of different difficulties', levels, '', 'x1 z2 z3'],
    ['without the cards', [card('k'), ...five.slice(0, 2)], '', 'a b'],
    ['the cards, where there is nothing else', [card('k'), card('l')], '', 'k l'],
    ['answers to what is gone do not matter', five, 'gone@05', 'a b c'],
  ])('%s', (_, questions, text, unit) => {
    expect(ids(unitOf(questions, answers(text), now).questions)).toBe(unit);
  });

  it.each<
    [what: string, answers: string, settled: string | undefined, answered: string, open: string]
  >([
    ['not begun', '', undefined, '', 'a b c'],
    ['left after the first and taken up', 'a@23', undefined, 'a', 'b c'],
    ['with what was answered before the last review', 'a@01 b@02', '02T11:00', '', 'c d e'],
    ['at the end', 'a@23 b:wrong@23 c@23', '20T10:00', 'a b c', ''],
    ['not with the answers that were reviewed today', 'a@23 b@23', '23T11:00', '', 'c d e'],
    ['on the same day after midnight', 'a@23T23:00', undefined, 'a', 'b c'],
    ['not on another day', 'a@22', undefined, '', 'b c d'],
    ['an answer to another question does not count', 'd@23', undefined, '', 'a b c'],
  ])('%s', (_, text, settled, answered, open) => {
    const at = text.includes('T23') ? instant('2026-11-24T02:00Z') : now;
    const unit = unitOf(five, answers(text, settled), at);
    expect(unit.answered.map(({ question: id }) => id).join(' ')).toBe(answered);
    expect(ids(unit.open)).toBe(open);
  });

  it('stays the same ones, however often it is left', () => {
    const before = 'a@05 b@01 c@02 d@04 e@03';
    for (const more of ['', ' b@23', ' b@23 c:wrong@23', ' b@23 c:wrong@23 e@23']) {
      expect(ids(unitOf(five, answers(before + more), now).questions)).toBe('b c e');
    }
  });

  it('the first answer counts', () => {
    const { answered } = unitOf(five, answers('a:wrong@23 a@23'), now);
    expect(answered).toMatchObject([{ question: 'a', result: 'wrong' }]);
  });
});

describe('the grade', () => {
  /** `+` right, `-` wrong, `?` not known, `h` right with a hint; a rating after it. */
  function answered(text: string): GivenAnswer[] {
    return [...text.matchAll(/([+\-?h])(forgot|hard|good|easy)?/g)].map(([, sign, rating]) => ({
      ...{ question: 'q', at: now, hint: sign === 'h' },
      result: sign === '-' ? 'wrong' : sign === '?' ? 'dont-know' : 'right',
      ...(rating && { rating: rating as NonNullable<GivenAnswer['rating']> }),
    }));
  }

  it.each<[answers: string, recall: number, grade: string]>([
    // From learning.md 3.3: again below .6, hard below .85 or with any hint, good when all are right.
    ['+++', 0.9, 'good'],
    ['++-', 0.9, 'hard'],
    ['+--', 0.9, 'again'],
    ['---', 0.9, 'again'],
    ['++?', 0.9, 'hard'],
    ['+??', 0.9, 'again'],
    ['++h', 0.9, 'hard'],
    ['+-h', 0.9, 'hard'],
    ['h--', 0.9, 'again'],
    ['++', 0.9, 'good'],
    ['+-', 0.9, 'again'],
    ['+', 0.9, 'good'],
    ['-', 0.9, 'again'],
    ['h', 0.9, 'hard'],
    // 3 of 5 are just .6, and 17 of 20 just .85.
    ['+++--', 0.9, 'hard'],
    ['+++++++++++++++++---', 0.9, 'good'],
    ['++++++++++++++++----', 0.9, 'hard'],
    // Easy only after a long time, or on the learner's word.
    ['+++', 0.8, 'good'],
    ['+++', 0.79, 'easy'],
    ['++-', 0.5, 'hard'],
    ['++h', 0.5, 'hard'],
    ['+easy', 0.9, 'easy'],
    ['++easy+', 0.9, 'easy'],
    ['+good', 0.9, 'good'],
    ['+hard', 0.9, 'hard'],
    ['+hard', 0.5, 'hard'],
    ['+easy+hard', 0.9, 'hard'],
    ['-forgot', 0.9, 'again'],
    ['++-easy', 0.9, 'hard'],
  ])('%s, predicted %d: %s', (text, recall, grade) => {
    expect(gradeOf(answered(text), recall)).toBe(grade);
  });
});
