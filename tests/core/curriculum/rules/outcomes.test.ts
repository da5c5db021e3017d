import { expect, it } from 'vitest';
import { checkFiles, type Files, withQuestions } from '../../../support/curriculum-source.ts';
import { numberQuestion } from '../../../support/question.ts';

const topic = 'topics/one/topic.yaml';
const three = Array.from({ length: 3 }, (_, i) => numberQuestion({ answer: i }));

/** The outcomes of the first topic, each tested so often. */
function tested(often: Readonly<Record<string, number>>): Files {
  const files = withQuestions(three.slice(0, 0));
  const outcomes = Object.keys(often).map((id) => ({ id, can: 'do it' }));
  const questions = Object.entries(often).flatMap(([outcome, n]) =>
    three.slice(0, n).map((question, i) => ({ ...question, outcome, id: `${outcome}-${i}` })),
  );
  const text = (files[topic] ?? '')
    .replace(/outcomes:[\s\S]*$/, '')
    .concat(`outcomes: ${JSON.stringify(outcomes)}\nquestions: ${JSON.stringify(questions)}\n`);
  return { ...files, [topic]: text };
}

it.each<[Record<string, number>, [what: string, outcome: string][]]>([
  [{ a: 2 }, []],
  [{ a: 2, b: 3 }, []],
  [{ a: 3, b: 1 }, [['Only one question', 'b']]],
  [{ a: 0, b: 2 }, [['No question', 'a']]],
  [
    { a: 0, b: 2, c: 1, d: 0 },
    [
      ['No question', 'a'],
      ['Only one question', 'c'],
      ['No question', 'd'],
    ],
  ],
])('outcomes with so many questions: %j', (often, found) => {
  const { diagnostics, compiled } = checkFiles(tested(often));
  expect(diagnostics).toMatchObject(
    found.map(([what, outcome]) => ({
      ...{ code: 'untested-outcome', severity: 'warning', file: topic },
      message: `${what} tests the outcome "${outcome}".`,
      range: { text: expect.stringContaining('outcomes:') },
    })),
  );
  // A warning keeps nobody from learning.
  expect(compiled).toBeDefined();
});

it('a topic without questions tests nothing, and says so elsewhere', () => {
  expect(checkFiles(withQuestions([])).diagnostics).toEqual([]);
  expect(checkFiles(withQuestions()).diagnostics).toEqual([]);
});

it('nothing is said of a topic that has a mistake', () => {
  const files = tested({ a: 1 });
  const text = (files[topic] ?? '').replace('hours: 1', 'hours: -1');
  const codes = checkFiles({ ...files, [topic]: text }).diagnostics.map(({ code }) => code);
  expect(codes).toEqual(['bad-value']);
});
