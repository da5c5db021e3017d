import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Question, QuestionOf } from '../../../src/core/questions/question.ts';
import { short } from '../../../src/core/questions/short.ts';
import { chose, shortQuestion, typed } from '../../support/question.ts';

type Compare = NonNullable<QuestionOf<'short'>['compare']>;

function resultOf(question: QuestionOf<'short'>, text: string) {
  return short.grade(question, typed(text)).result;
}

describe('grading what was typed', () => {
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
      expect(short.grade(question, typed(' stub '))).toEqual(verdict);
    },
  );

  it('takes a known mistake for a mistake, also where it is nearly right', () => {
    const reject = [{ text: 'regressor', because: 'It does it.' }];
    const question = shortQuestion({ accept: ['regresson'], reject });
    expect(resultOf(question, 'regressor')).toBe('wrong');
  });

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

describe('the solution', () => {
  const signs = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  /** What a reader of the Markdown sees. */
  const seen = ([line = '']: readonly string[]) =>
    String(marked.parseInline(line))
      .replace(/<[^>]*>/g, '')
      .replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => signs[name as keyof typeof signs]);

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

  it.each<[string, Compare, string, string[]]>([
    ['bold', 'text', '__init__.py', []],
    ['two pieces of code', 'command', 'echo `date`', []],
    ['a pattern', 'regex', 'git (add|stage) x', ['git add x']],
    ['emphasis', 'text', 'a * b * c', []],
    ['a piece of code', 'text', '`a`', []],
    ['a link', 'text', '[a](b)', []],
    ['an escape', 'text', 'C:\\_x', []],
    ['code that ends at once', 'code', '`', []],
    ['code that ends twice', 'command', 'a ``b`` `c', []],
  ])('is right, and not %s', (_, compare, accept, right) => {
    const question = shortQuestion({ compare, accept: [accept], right });
    expect(seen(short.solution(question))).toBe(right[0] ?? accept);
    expect(resultOf(question, seen(short.solution(question)))).toBe('right');
  });

  it('shows any answer exactly', () => {
    const sign = fc.constantFrom(...'ab1 .-+*_`~[]()!#|\\$%/,:;\'"@<&>');
    const answers = fc.string({ unit: sign, minLength: 1 }).map((text) => text.trim());
    fc.assert(
      fc.property(answers, fc.constantFrom('text', 'command', 'code'), (accept, compare) => {
        fc.pre(accept !== '');
        expect(seen(short.solution(shortQuestion({ compare, accept: [accept] })))).toBe(accept);
      }),
    );
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

  it('is a pattern without an example of what it matches', () => {
    const question = shortQuestion({ compare: 'regex', accept: ['a|b'] });
    expect(pathsOf(question)).toEqual([['compare']]);
    expect(pathsOf({ ...question, right: [] })).toEqual([['compare']]);
    expect(pathsOf({ ...question, right: ['b'] })).toEqual([]);
  });

  it.each<[number, (string | number)[][]]>([
    [500, []],
    [501, [['accept', 1]]],
  ])('is what nobody can answer: of %i characters', (length, paths) => {
    expect(pathsOf(shortQuestion({ accept: ['x', 'x'.repeat(length)] }))).toEqual(paths);
  });

  it.each<[Compare, string, string, boolean]>([
    ['text', 'Stub.', 'stub', true],
    ['text', 'stub', 'stubs', false],
    ['command', 'git push -u -f', 'git push -fu', true],
    ['command', 'ls -v', 'ls -V', false],
    ['code', 'x = 1', 'x=1;', true],
    ['regex', 'git (add|stage)', 'git stage', true],
  ])('is, as %s, with %j accepted, the mistake %j: %s', (compare, accept, text, isFlaw) => {
    const reject = [
      { text: 'other', because: 'b' },
      { text, because: 'b' },
    ];
    const right = compare === 'regex' ? ['git add'] : [accept];
    const question = shortQuestion({ compare, accept: [accept], reject, right });
    expect(pathsOf(question)).toEqual(isFlaw ? [['reject', 1, 'text']] : []);
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
  expect(() => short.grade(question, chose(0))).toThrow();
});
