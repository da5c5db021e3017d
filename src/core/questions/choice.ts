import { type Choice, type Flaw, type Kind, mismatch, type QuestionOf } from './question.ts';

/** One right choice. Every choice answers with its own `because`, right or wrong. */
export const single: Kind<'single'> = {
  guess: (question) => 1 / question.choices.length,
  grade(question, answer) {
    if (answer.form !== 'choices') return mismatch(question, answer);
    const chosen = question.choices[answer.chosen[0] ?? -1];
    const isRight = answer.chosen.length === 1 && chosen?.correct === true;
    const feedback = chosen ? [chosen.because] : [];
    return { result: isRight ? 'right' : 'wrong', feedback };
  },
  solution,
  check(question) {
    const flaws = checkChoices(question.choices);
    const correct = question.choices.filter((choice) => choice.correct);
    if (correct.length === 1) return flaws;
    const message = `A single choice has exactly one right choice; here are ${correct.length}.`;
    const hint =
      correct.length === 0
        ? 'Mark it with "correct: true".'
        : 'Use "kind: multiple" if several are.';
    return [...flaws, { path: ['choices'], message, hint }];
  },
};

/** All of the right choices and none of the others. Says which were missed and which were too many. */
export const multiple: Kind<'multiple'> = {
  // Some set of them is chosen, and each is as likely as another.
  guess: ({ choices }) => Math.max(0.05, 1 / (2 ** choices.length - 1)),
  grade(question, answer) {
    if (answer.form !== 'choices') return mismatch(question, answer);
    const mistaken = question.choices.filter(
      (choice, i) => answer.chosen.includes(i) !== (choice.correct === true),
    );
    if (mistaken.length === 0) {
      const chosen = question.choices.filter((choice) => choice.correct);
      return { result: 'right', feedback: chosen.map(named) };
    }
    const feedback = mistaken.map(
      (choice) => `${choice.correct ? 'Missed' : 'Not this'}: ${named(choice)}`,
    );
    return { result: 'wrong', feedback };
  },
  solution,
  check(question) {
    const flaws = checkChoices(question.choices);
    if (question.choices.some((choice) => choice.correct)) return flaws;
    const hint = 'Mark the right ones with "correct: true".';
    return [...flaws, { path: ['choices'], message: 'No choice is right.', hint }];
  },
};

/** Of several choices each is named beside what there is to say about it. */
function named({ text, because }: Choice): string {
  return `${text} — ${because}`;
}

function solution(question: QuestionOf<'single' | 'multiple'>): string[] {
  return question.choices.filter((choice) => choice.correct).map((choice) => choice.text);
}

function checkChoices(choices: readonly Choice[]): Flaw[] {
  return choices.flatMap((choice, i) => {
    const same = choices.findIndex((other) => other.text === choice.text);
    if (same === i) return [];
    return [{ path: ['choices', i, 'text'], message: 'Two choices say the same.' }];
  });
}
