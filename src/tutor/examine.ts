import type { Topic } from '../core/curriculum/curriculum.ts';
import type { Answers, GivenAnswer } from '../core/progress/answers.ts';
import type { Standing } from '../core/progress/standing.ts';
import type { Question } from '../core/questions/question.ts';
import { renderQuestion, renderVerdict } from '../terminal/views/question.ts';
import { askForAnswer } from './answer.ts';
import type { Desk, Left } from './desk.ts';
import { left } from './desk.ts';

export interface Examined {
  readonly standing: Standing;
  readonly answer: GivenAnswer;
}

/** Nobody thinks about one question for longer; the rest was a pause. */
const longestSeconds = 1800;

/**
 * Asks one question: on the screen, answered, saved, and answered to. A hint that is shown is saved,
 * too, so that leaving does not make it unseen.
 *
 * @param place `question 2 of about 5`.
 */
export async function examine(
  desk: Desk,
  topic: Topic,
  question: Question,
  place: string,
  { given, helped }: Answers,
  action: string,
): Promise<Examined | Left> {
  desk.show(renderQuestion(topic, question, place, desk.theme));
  const attempt = given.filter((answer) => answer.question === question.id).length + 1;
  const named = { topic: topic.id, question: question.id, attempt };
  const began = desk.now();
  const reply = await askForAnswer(desk, question, attempt, {
    shown: helped.has(question.id),
    onShown: async () => {
      await desk.record([{ kind: 'question-helped', ...named }], action);
    },
  });
  if (reply === left) return left;

  const { result, hint, rating } = reply;
  const at = desk.now();
  const seconds = Math.round(Math.min(longestSeconds, Math.max(0, (at.ms - began.ms) / 1000)));
  const rated = rating && { rating };
  const standing = await desk.record(
    [{ kind: 'question-answered', ...named, result, hint, seconds, ...rated }],
    action,
  );
  desk.show(renderVerdict(question, reply, desk.theme));
  return { standing, answer: { question: question.id, result, hint, at, ...rated } };
}
