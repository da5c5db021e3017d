import { describe, expect, it } from 'vitest';
import { checkExamples } from '../../../src/core/questions/examples.ts';
import type { Answer, Verdict } from '../../../src/core/questions/question.ts';

/** The answer is what is called for: `right`, `wrong` or `near`. */
function asTyped(answer: Answer): Verdict {
  const text = answer.form === 'text' ? answer.text : '';
  return { result: text === 'right' || text === 'near' ? text : 'wrong', feedback: [] };
}

describe('checkExamples', () => {
  it.each([
    ['none', {}, []],
    ['examples graded as they say', { right: ['right'], wrong: ['wrong'] }, []],
    ['a right one graded as wrong', { right: ['right', 'wrong'] }, [['right', 1]]],
    ['a right one graded as near', { right: ['near'] }, [['right', 0]]],
    ['a wrong one graded as right', { wrong: ['wrong', 'right'] }, [['wrong', 1]]],
    ['a wrong one graded as near', { wrong: ['near'] }, []],
    [
      'both',
      { right: ['near'], wrong: ['right'] },
      [
        ['right', 0],
        ['wrong', 0],
      ],
    ],
  ])('faults of %s', (_, examples, paths) => {
    expect(checkExamples(examples, asTyped).map(({ path }) => path)).toEqual(paths);
  });

  it('names the example and what became of it', () => {
    const [flaw] = checkExamples({ right: ['near'] }, asTyped);
    expect(flaw?.message).toContain('"near"');
  });
});
