import type { Topic, TopicContent } from '../core/curriculum/curriculum.ts';
import { chooseQuestion } from '../core/progress/choose-question.ts';
import { judge, type Mastery } from '../core/progress/mastery.ts';
import type { Standing } from '../core/progress/standing.ts';
import { renderMastery, renderQuestion, renderVerdict } from '../terminal/views/question.ts';
import { askForAnswer } from './answer.ts';
import { type Desk, type Left, leaveKey, left } from './desk.ts';

export interface Quiz {
  readonly topic: Topic;
  readonly content: TopicContent;
  readonly action: string;
}

/** Nobody thinks about one question for longer; the rest was a pause. */
const longestSeconds = 1800;
/** What a learner who knows the topic needs, on average. */
const usualQuestions = 4;

/** Asks until the topic is mastered or every question was asked once. Each answer is saved at once. */
export async function runQuiz(
  desk: Desk,
  quiz: Quiz,
  start: Standing,
): Promise<{ standing: Standing; mastery: Mastery } | Left> {
  const { topic, content } = quiz;
  const asked = new Set<string>();
  let standing = start;
  for (;;) {
    const answers = await desk.answers(topic);
    const exercise = standing.of(topic)?.exercise;
    const mastery = judge(answers, content.questions, exercise);
    const question = chooseQuestion(content.questions, answers, asked);
    if (mastery.mastered || !question) return { standing, mastery };

    asked.add(question.id);
    const expected = Math.max(asked.size, Math.min(usualQuestions, content.questions.length));
    desk.show(renderQuestion(topic, question, asked.size, expected, desk.theme));
    const attempt = answers.filter((answer) => answer.question === question.id).length + 1;
    const began = desk.now();
    const given = await askForAnswer(desk, question, attempt);
    if (given === left) return left;

    const { result, hint } = given;
    const seconds = Math.min(longestSeconds, Math.max(0, (desk.now().ms - began.ms) / 1000));
    standing = await desk.record(
      [
        {
          kind: 'question-answered',
          topic: topic.id,
          question: question.id,
          ...{ attempt, result, hint, seconds: Math.round(seconds) },
        },
      ],
      quiz.action,
    );
    const after = judge(await desk.answers(topic), content.questions, exercise);
    desk.show([
      ...renderVerdict(question, given, desk.theme),
      ...renderMastery(after.p, desk.theme),
    ]);
    if (!after.mastered && (await pause(desk)) === left) return left;
  }
}

async function pause(desk: Desk): Promise<Left | undefined> {
  const choices = [{ value: undefined, label: 'Go on' }];
  return desk.ask.choose<undefined, Left>({ message: '', choices, keys: [leaveKey] });
}
