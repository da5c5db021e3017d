import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Question, QuestionOf } from '../../../src/core/questions/question.ts';
import { short } from '../../../src/core/questions/short.ts';
import { shortQuestion, typed } from '../../support/question.ts';

type Compare = NonNullable<QuestionOf<'short'>['compare']>;
type Result = 'right' | 'wrong' | 'near';

function resultOf(question: QuestionOf<'short'>, text: string): Result {
  return short.grade(question, typed(text)).result;
}

describe('grading what was typed', () => {
  it.each<[Compare, string, string, Result]>([
    ['text', 'regression', ' Regression. ', 'right'],
    ['text', 'regression', 'classification', 'wrong'],
    ['text', 'regression', '', 'wrong'],
    ['text', '1000', '1,000', 'right'],
    ['text', '0.1', '0.01', 'wrong'],
    ['code', 'npartitions=-1', 'npartitions = -1', 'right'],
    ['code', 'npartitions=-1', 'npartitions=1', 'wrong'],
    ['command', 'git commit -a -m x', '$ git commit -am x', 'right'],
    ['command', 'git restore a', 'git reset a', 'wrong'],
    ['command', 'docker run -p 8000:9000 i', 'docker run -p 9000:8000 i', 'wrong'],
    ['regex', 'git (add|stage) \\w+', 'git  stage x', 'right'],
    ['regex', 'git (add|stage) \\w+', 'git commit x', 'wrong'],
    ['regex', 'add', 'git add x', 'wrong'],
    ['regex', '"a"', '\u201cA\u201d', 'right'],
  ])('as %s, where %j is right, %j is %s', (compare, accept, text, result) => {
    expect(resultOf(shortQuestion({ compare, accept: [accept] }), text)).toBe(result);
  });

  it('compares as text, and ignores case, unless told otherwise', () => {
    expect(resultOf(shortQuestion({ accept: ['a  B'] }), 'A b.')).toBe('right');
  });

  it.each<[Compare, string, string]>([
    ['text', 'Any', 'any'],
    ['code', 'True', 'true'],
    ['command', 'ls -V', 'ls -v'],
    ['regex', '[A-Z]', 'x'],
  ])('as %s, tells %j from %j where case is kept', (compare, known, text) => {
    const question = shortQuestion({ compare, accept: [known], case: 'keep' });
    expect(resultOf(question, known === '[A-Z]' ? 'X' : known)).toBe('right');
    expect(resultOf(question, text)).not.toBe('right');
    expect(resultOf({ ...question, case: 'ignore' }, text)).toBe('right');
  });

  it('takes any of what is accepted', () => {
    const question = shortQuestion({ accept: ['fake', 'a fake'] });
    expect(['fake', 'a fake'].map((text) => resultOf(question, text))).toEqual(['right', 'right']);
  });

  it.each<Compare>(['text', 'code', 'command', 'regex'])(
    'as %s, answers a known mistake',
    (compare) => {
      const reject = [{ text: 'stub', because: 'It only answers.' }];
      const question = shortQuestion({ compare, accept: ['fakes', 'stubs'], reject });
      const verdict = { result: 'wrong', feedback: ['It only answers.'] };
      expect(short.grade(question, typed(' Stub '))).toEqual(verdict);
    },
  );

  it('has nothing to add to a right answer, or to a mistake that nobody foresaw', () => {
    const question = shortQuestion({ accept: ['fake'] });
    expect(short.grade(question, typed('fake')).feedback).toEqual([]);
    expect(short.grade(question, typed('monk')).feedback).toEqual([]);
  });

  it.each(['(a+)+$', '(a|a)*b', '(.*)*x', '(a|aa)+$'])('is not hung by %j', (pattern) => {
    const question = shortQuestion({ compare: 'regex', accept: [pattern] });
    expect(resultOf(question, `${'a'.repeat(499)}!`)).toBe('wrong');
  });

  it.each(['"', "'", ' ', '.', '-', '\u2026', '"\'', '$ '])(
    'is not hung by a page of %j',
    (part) => {
      for (const compare of ['text', 'code', 'command', 'regex'] as const) {
        expect(resultOf(shortQuestion({ compare, accept: ['a'] }), part.repeat(50_000))).toBe(
          'wrong',
        );
      }
    },
  );
});

describe('a near miss', () => {
  it.each<[Compare, string, string]>([
    ['text', 'regression', 'regresion'],
    ['text', 'regression', 'regressions'],
    ['text', 'regression', 'regrassion'],
    ['command', 'git status', 'git statu'],
    ['code', 'how="outer"', 'how="outter"'],
  ])('as %s, asks again where %j became %j, and says so', (compare, accept, text) => {
    const verdict = short.grade(shortQuestion({ compare, accept: [accept] }), typed(text));
    expect(verdict).toMatchObject({ result: 'near', feedback: [expect.any(String)] });
  });

  it.each<[Compare, string, string]>([
    ['text', 'stub', 'stab'],
    ['text', 'HEAD~1', 'HEAD~2'],
    ['text', '0.125', '0.225'],
    ['text', 'b07+b31 1', 'b07+b31 2'],
    ['text', '10000', '1000'],
    ['text', 'regression', 'regresio'],
    ['code', 'n = -10', 'n = 10'],
    ['code', 'x[1:30]', 'x[1,30]'],
    ['code', 'head() < 5', 'head() > 5'],
    ['command', 'ls', 'la'],
    ['regex', 'regression', 'regresion'],
  ])('as %s, is none where %j became %j', (compare, accept, text) => {
    expect(resultOf(shortQuestion({ compare, accept: [accept] }), text)).toBe('wrong');
  });

  // Defect: the short word is a whole flag or value, but only the length of the whole line is looked at.
  it.fails.each<[Compare, string, string]>([
    ['command', 'ls -l', 'ls -a'],
    ['command', 'git push -u', 'git push -f'],
    ['code', 'validate="m:1"', 'validate="1:1"'],
  ])('as %s, should be none where %j became %j', (compare, accept, text) => {
    expect(resultOf(shortQuestion({ compare, accept: [accept], case: 'keep' }), text)).toBe(
      'wrong',
    );
  });

  it('leaves a known mistake a mistake', () => {
    const reject = [{ text: 'regressor', because: 'It does it.' }];
    const question = shortQuestion({ accept: ['regresson'], reject });
    expect(resultOf(question, 'regressor')).toBe('wrong');
  });
});

describe('the solution', () => {
  /** What a reader of the Markdown sees. */
  const seen = ([line = '']: readonly string[]) =>
    String(marked.parseInline(line)).replace(/<[^>]*>/g, '');

  it.each<[Compare, string]>([
    ['text', 'a fake'],
    ['text', '[3.9, 3.8]'],
    ['command', 'git show HEAD~1'],
    ['command', 'git add *.py'],
    ['code', 'a * b * c'],
    ['code', '__init__'],
  ])('as %s, shows %j as it is, and is right', (compare, accept) => {
    const question = shortQuestion({ compare, accept: [accept, 'other'] });
    expect(seen(short.solution(question))).toBe(accept);
    expect(resultOf(question, seen(short.solution(question)))).toBe('right');
  });

  // Defects: prose is not escaped; a backtick ends the code; a pattern is no answer; the answer is cut.
  it.fails.each<[string, Compare, string, string[]]>([
    ['bold', 'text', '__init__.py', []],
    ['two pieces of code', 'command', 'echo `date`', []],
    ['a pattern', 'regex', 'git (add|stage) x', ['git add x']],
    ['longer than an answer may be', 'text', 'x'.repeat(501), []],
  ])('should be right, and not %s', (_, compare, accept, right) => {
    const question = shortQuestion({ compare, accept: [accept], right });
    expect(resultOf(question, seen(short.solution(question)))).toBe('right');
  });
});

describe('what its author got wrong', () => {
  const pathsOf = (question: QuestionOf<'short'>) => short.check(question).map(({ path }) => path);

  it('is nothing when the examples are graded as they say', () => {
    const examples = { right: ['A fake.'], wrong: ['stub', ''] };
    expect(short.check(shortQuestion({ accept: ['a fake'], ...examples }))).toEqual([]);
  });

  it('is each example that is graded otherwise; near is not right', () => {
    const examples = { right: ['fakes', 'mock', 'fakest'], wrong: ['stub', 'Fakes'] };
    const question = shortQuestion({ accept: ['fakes'], ...examples });
    expect(pathsOf(question)).toEqual([
      ['right', 1],
      ['right', 2],
      ['wrong', 1],
    ]);
  });

  it.each(['(', 'a{2,1}', '(?=a)', '(a)\\1', '[z-a]'])('is the pattern %j', (pattern) => {
    const question = shortQuestion({ compare: 'regex', accept: ['a', pattern], right: ['b'] });
    expect(pathsOf(question)).toEqual([['accept', 1]]);
  });

  it('is no pattern where none is asked for', () => {
    expect(short.check(shortQuestion({ compare: 'code', accept: ['f('] }))).toEqual([]);
  });
});

it('guesses rarely', () => {
  expect(short.guess(shortQuestion({ accept: ['a'] }))).toBe(0.05);
});

it('cannot grade what was not typed', () => {
  const question: Question = shortQuestion({ accept: ['a'] });
  expect(() => short.grade(question, { form: 'dont-know' })).toThrow();
});
