import type { Topic, TopicContent } from '../core/curriculum/curriculum.ts';
import { chooseQuestion, roundOf } from '../core/progress/choose-question.ts';
import { explainEvidence, judge, type Mastery } from '../core/progress/mastery.ts';
import type { Standing } from '../core/progress/standing.ts';
import { renderMastery } from '../terminal/views/question.ts';
import { type Desk, goOn, type Left, left } from './desk.ts';
import { examine } from './examine.ts';

export interface Quiz {
  readonly topic: Topic;
  readonly content: TopicContent;
  readonly action: string;
  /** Ends after so many answers that are not right; without it a round is asked to its end. */
  readonly mistakes?: number;
}

export interface QuizResult {
  readonly standing: Standing;
  readonly mastery: Mastery;
  /** How many rounds of all the questions are over. */
  readonly rounds: number;
}

/** What a learner who knows the topic needs, on average. */
const usualQuestions = 4;

/** Asks until the topic is mastered or a round is over. Each answer is saved at once. */
export async function runQuiz(desk: Desk, quiz: Quiz, start: Standing): Promise<QuizResult | Left> {
  const { topic, action, mistakes = Number.POSITIVE_INFINITY } = quiz;
  const { questions } = quiz.content;
  let standing = start;
  let notRight = 0;
  const begun = roundOf(questions, (await desk.answers(topic)).given);
  for (;;) {
    const answers = await desk.answers(topic);
    const exercise = standing.of(topic)?.exercise;
    const mastery = judge(answers.given, questions, exercise);
    const round = roundOf(questions, answers.given);
    const question = chooseQuestion(questions, answers.given);
    const isOver = round.over > begun.over || notRight >= mistakes;
    if (mastery.mastered || isOver || !question) return { standing, mastery, rounds: round.over };

    const number = round.asked + 1;
    const expected = Math.max(number, Math.min(usualQuestions, questions.length));
    const place = `question ${number} of about ${expected}`;
    const examined = await examine(desk, topic, question, place, answers, action);
    if (examined === left) return left;

    standing = examined.standing;
    if (examined.answer.result !== 'right') notRight++;
    const after = judge([...answers.given, examined.answer], questions, exercise);
    const reason = explainEvidence(question, examined.answer, answers.given);
    desk.show(renderMastery({ before: mastery.p, after: after.p, reason }, desk.theme));
    if (!after.mastered && (await goOn(desk)) === left) return left;
  }
}
