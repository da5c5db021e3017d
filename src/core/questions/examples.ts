import type { Answer, Flaw, Verdict } from './question.ts';

/** Grades the author's own examples: what is said to be right must be, and what is said wrong, too. */
export function checkExamples(
  examples: {
    readonly right?: readonly string[] | undefined;
    readonly wrong?: readonly string[] | undefined;
  },
  grade: (answer: Answer) => Verdict,
): Flaw[] {
  const flaws: Flaw[] = [];
  examples.right?.forEach((text, i) => {
    const { result } = grade({ form: 'text', text });
    if (result === 'right') return;
    flaws.push({
      path: ['right', i],
      message: `"${text}" should be right, but is graded as ${result}.`,
      hint: 'Add it to what is accepted.',
    });
  });
  examples.wrong?.forEach((text, i) => {
    const { result } = grade({ form: 'text', text });
    if (result !== 'right') return;
    const message = `"${text}" should be wrong, but is graded as right.`;
    flaws.push({ path: ['wrong', i], message });
  });
  return flaws;
}
