import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/core/questions/question.ts';
import { checkFiles, page, withQuestions } from '../../../support/curriculum-source.ts';
import { multipleQuestion, numberQuestion, singleQuestion } from '../../../support/question.ts';

/** With these a topic is tested and can be mastered: only choices are left to be talked about. */
const typed = [numberQuestion({ answer: 1 }), numberQuestion({ answer: 2 })];

/**
 * A question in letters. Each is a choice, the later in the alphabet the longer, and a capital is right:
 * of `aCb` the second choice is right and is the longest.
 */
function questionOf(letters: string): Question {
  const choices = [...letters].map((letter, i) => ({
    text: `${i}`.padEnd('abcdefgh'.indexOf(letter.toLowerCase()) + 2, '.'),
    because: 'Because.',
    ...(letter !== letter.toLowerCase() && { correct: true }),
  }));
  const rights = choices.filter(({ correct }) => correct).length;
  return rights === 1 ? singleQuestion(choices) : multipleQuestion(choices);
}

const times = (n: number, questions: string) => Array(n).fill(questions).join(' ');

/** What is said, in short: `longest 5 of 5, by chance 1.7`; of all topics together, with `all: `. */
function findings(...topics: readonly string[]): string[] {
  const questions = topics.map((topic) => {
    const chosen = topic.split(' ').filter((word) => word !== '');
    return [...chosen.map(questionOf), ...typed];
  });
  return checkFiles(withQuestions(...questions)).diagnostics.map((diagnostic) => {
    expect(diagnostic).toMatchObject({
      code: 'telling-choices',
      severity: 'warning',
      hint: expect.any(String),
      range: { text: expect.stringMatching(/^title: Small|^questions:/) },
    });
    const { file, message } = diagnostic;
    const [, where, which, share, chance] =
      /^In (this topic|the whole curriculum) the (\w+) choice .*?(\d+ of \d+) .*?([\d.]+)?\.$/.exec(
        message.replace(/right choice stands at place (\d)/, '$1 choice'),
      ) ?? [];
    expect(where === 'the whole curriculum').toBe(file === page);
    return `${file === page ? 'all: ' : ''}${which} ${share}${chance ? `, by chance ${chance}` : ''}`;
  });
}

describe('length', () => {
  it.each<[what: string, questions: string, found: string[]]>([
    ['no choices', '', []],
    ['neither the longest nor the shortest', times(2, 'aBc cBa'), []],
    // (1/3)^4 is 1.2 %, (1/3)^5 is 0.4 %.
    ['the longest of three, 4 of 4', 'abC aCb Cab abC', []],
    ['the longest of three, 5 of 5', 'abC aCb Cab abC aCb', ['longest 5 of 5, by chance 1.7']],
    ['the shortest of three, 5 of 5', 'Abc bAc bcA Abc bAc', ['shortest 5 of 5, by chance 1.7']],
    // 13/729 is 1.8 %.
    ['the longest of three, 5 of 6', 'abC aCb Cab abC aCb cBa', []],
    // (1/2)^6 is 1.6 %; with two choices the longest says as much as the shortest.
    ['the longest of two, 6 of 6', times(3, 'aB Ba'), []],
    [
      'the longest of two, 7 of 7',
      `${times(3, 'aB Ba')} aB`,
      ['longest 7 of 7, by chance 3.5', 'shortest 0 of 7, by chance 3.5'],
    ],
    // (2/3)^11 is 1.2 %, (2/3)^12 is 0.8 %.
    ['never the longest, 11 times', `${times(3, 'aBc cBa Abc')} aBc cbA`, []],
    [
      'never the longest, 12 times',
      `${times(3, 'aBc cBa Abc')} cBa aBc bcA`,
      ['longest 0 of 12, by chance 4.0'],
    ],
    // The longest of three, two of them right: (2/3)^12.
    ['among several right ones', times(4, 'aBC CbA bAC'), ['longest 12 of 12, by chance 8.0']],
    ['all choices right', times(20, 'ABC'), []],
    ['no longest, and no shortest one', times(20, 'aCcA'), []],
  ])('%s', (_, questions, found) => {
    expect(findings(questions)).toEqual(found);
  });
});

describe('the place', () => {
  it.each<[what: string, questions: string, found: string[]]>([
    // Three places, each with (1/3)^n: 1.2 % for five questions, 0.4 % for six.
    ['first, 5 of 5', 'Bac Bca Abc Cab Bac', []],
    ['first, 6 of 6', 'Bac Bca Abc Cab Bac Cab', ['1 6 of 6']],
    ['last, 6 of 6', 'acB caB bcA abC acB abC', ['3 6 of 6']],
    // Of four choices (1/4)^5, four times: 0.4 %.
    ['third, 5 of 5', 'abCd dcBa adBc bcAd cbDa', ['3 5 of 5']],
    ['third where there is one', 'abCd dcBa adBc bcAd aB Ba', []],
    ['several right ones, always first', times(9, 'ABcd DCba'), []],
  ])('%s', (_, questions, found) => {
    expect(findings(questions)).toEqual(found);
  });
});

it('what each topic hides, all of them together show', () => {
  expect(findings('abC aCb Cab abC', 'abC aCb Cab')).toEqual([
    'all: longest 7 of 7, by chance 2.3',
  ]);
});

it('what is said of the only topic is not said again', () => {
  expect(findings('abC aCb Cab abC aCb', '')).toEqual(['longest 5 of 5, by chance 1.7']);
});
