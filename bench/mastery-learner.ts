import type { GivenAnswer } from '../src/core/progress/answers.ts';
import { chooseQuestion, roundOf, roundsBeforeRest } from '../src/core/progress/choose-question.ts';
import { judge } from '../src/core/progress/mastery.ts';
import { guessRate } from '../src/core/questions/index.ts';
import type { Question } from '../src/core/questions/question.ts';
import type { Chance } from './chance.ts';

/** How simulated learners are: probabilities, from the simulations that the rule was chosen by. */
export interface Kind {
  /** The lesson was understood. */
  readonly known: number;
  /** Wrong although one knows. */
  readonly slip: number;
  /** Learnt from a mistake and its explanation. */
  readonly learn: number;
  /** How many times as well as by chance one guesses who does not know. */
  readonly guessing: number;
}

export interface Quizzed {
  readonly knewAtFirst: boolean;
  readonly knows: boolean;
  readonly mastered: boolean;
  readonly questions: number;
}

/** One learner and one topic: the program's own questions and judgement, until it is sure or gives up. */
export function quiz(questions: readonly Question[], kind: Kind, chance: Chance): Quizzed {
  const knewAtFirst = chance() < kind.known;
  let knows = knewAtFirst;
  const answers: GivenAnswer[] = [];
  for (;;) {
    const { mastered } = judge(answers, questions);
    const question = chooseQuestion(questions, answers);
    if (mastered || !question || roundOf(questions, answers).over === roundsBeforeRest) {
      return { knewAtFirst, knows, mastered, questions: answers.length };
    }
    const guess = Math.min(1, guessRate(question) * kind.guessing);
    const isRight = chance() < (knows ? 1 - kind.slip : guess);
    const at = { ms: answers.length * 60_000, offsetMinutes: 0 };
    answers.push({ question: question.id, result: isRight ? 'right' : 'wrong', hint: false, at });
    if (!isRight && !knows) knows = chance() < kind.learn;
  }
}
