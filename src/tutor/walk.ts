import type { Topic, TopicContent } from '../core/curriculum/curriculum.ts';
import { roundsBeforeRest } from '../core/progress/choose-question.ts';
import { chooseNext, explainChoice, shortTitle } from '../core/progress/next.ts';
import type { Standing } from '../core/progress/standing.ts';
import { weakestPrerequisite } from '../core/review/queue.ts';
import { percent } from '../core/text/phrase.ts';
import { dayOf } from '../core/time/day.ts';
import {
  renderFinished,
  renderNotYet,
  renderPutAside,
  renderTopicHead,
  renderUnwritten,
} from '../terminal/views/walk.ts';
import { conclude } from './conclude.ts';
import { type Desk, type Left, leaveKey, leaveOrGoOn, left, timeOver } from './desk.ts';
import { readLesson } from './lesson.ts';
import { runQuiz } from './quiz.ts';
import { runReview } from './review.ts';

/** Teaches topic after topic for as long as the learner goes on. @returns where they stand then. */
export async function walk(
  desk: Desk,
  start: Standing,
  first: Topic,
  contentOf: (topic: Topic) => TopicContent,
): Promise<Standing> {
  let standing = start;
  let topic = first;
  for (;;) {
    const outcome = await teach(desk, standing, topic, contentOf);
    if (outcome === left) return standing;
    standing = outcome;
    // What was just left unfinished is not offered again at once.
    const choice = chooseNext(standing, desk.now());
    const next = choice.topic === topic ? choice.runnersUp[0] : choice.topic;
    if (!next) {
      desk.show(renderFinished(standing, explainChoice(standing, choice), desk.theme));
      return standing;
    }
    const over = timeOver(desk);
    const go = await desk.ask.choose<boolean, Left>({
      message: `${over === undefined ? '' : `${over} `}Next: ${next.title}`,
      choices: leaveOrGoOn(over !== undefined),
      keys: [leaveKey],
    });
    if (go !== true) return standing;
    topic = next;
  }
}

async function teach(
  desk: Desk,
  start: Standing,
  topic: Topic,
  contentOf: (topic: Topic) => TopicContent,
): Promise<Standing | Left> {
  const content = contentOf(topic);
  const action = desk.newAction();
  desk.show(renderTopicHead(topic, content, start, desk.theme));
  let standing = start;
  if (!standing.of(topic)?.started && !standing.of(topic)?.mark) {
    standing = await desk.record([{ kind: 'topic-started', topic: topic.id }], action);
  }
  if (content.lesson === undefined) return markByWord(desk, standing, topic, content, action);

  let read = await wantsLesson(desk, standing, topic, content);
  for (;;) {
    if (read === left) return left;
    if (read) {
      if ((await readLesson(desk, content.lesson)) === left) return left;
      standing = await desk.record([{ kind: 'lesson-read', topic: topic.id }], action);
    }
    if (content.questions.length === 0) return markByWord(desk, standing, topic, content, action);

    const result = await runQuiz(desk, { topic, content, action }, standing);
    if (result === left) return left;
    standing = result.standing;
    if (result.mastery.mastered) return finish(desk, standing, topic, content, action);
    desk.show(renderNotYet(content, (await desk.answers(topic)).given, desk.theme));
    if (result.rounds >= roundsBeforeRest) return putAside(desk, topic, contentOf, action);
    const again = await desk.ask.choose<boolean, Left>({
      message: 'What now?',
      choices: [
        { value: false, label: 'Something else, and this one again later' },
        { value: true, label: 'Read the lesson again' },
      ],
      keys: [leaveKey],
    });
    if (again === false) return standing;
    read = again;
  }
}

/** Lets a topic rest until tomorrow, and offers what it stands on and is remembered least. */
async function putAside(
  desk: Desk,
  topic: Topic,
  contentOf: (topic: Topic) => TopicContent,
  action: string,
): Promise<Standing | Left> {
  const standing = await desk.record([{ kind: 'topic-put-aside', topic: topic.id }], action);
  desk.show(renderPutAside(topic, desk.theme));
  const weakest = weakestPrerequisite(standing, topic, dayOf(desk.now()));
  if (!weakest) return standing;
  const choice = await desk.ask.choose<boolean, Left>({
    message: `It stands on ${shortTitle(weakest.topic)} (predicted recall ${percent(weakest.recall)}).`,
    choices: [
      { value: true, label: 'Look at that again first' },
      { value: false, label: 'Something else' },
    ],
    keys: [leaveKey],
  });
  if (choice === left) return left;
  if (!choice) return standing;
  const reviewed = await runReview(desk, standing, [weakest], contentOf);
  return reviewed.left ? left : reviewed.standing;
}

/** A lesson that was read before may be left out. */
async function wantsLesson(
  desk: Desk,
  standing: Standing,
  topic: Topic,
  { questions }: TopicContent,
): Promise<boolean | Left> {
  if (!standing.of(topic)?.lessonRead || questions.length === 0) return true;
  return desk.ask.choose<boolean, Left>({
    message: 'You have read this lesson.',
    choices: [
      { value: false, label: 'To the questions' },
      { value: true, label: 'Read it again' },
    ],
    keys: [leaveKey],
  });
}

/** Without questions the tutor cannot know; the learner says so. */
async function markByWord(
  desk: Desk,
  standing: Standing,
  topic: Topic,
  content: TopicContent,
  action: string,
): Promise<Standing | Left> {
  if (content.lesson === undefined) desk.show(renderUnwritten(content, desk.theme));
  const isDone = await desk.ask.choose<boolean, Left>({
    message: 'Can you do all of this?',
    choices: [
      { value: false, label: 'Not yet: keep it open' },
      { value: true, label: 'Yes: mark it as done' },
    ],
    keys: [leaveKey],
  });
  if (isDone === left) return left;
  if (!isDone) return standing;
  return desk.record([{ kind: 'topic-done', topic: topic.id, how: 'marked' }], action);
}

/** The questions are mastered; what is left is the exercise, if there is one. */
async function finish(
  desk: Desk,
  start: Standing,
  topic: Topic,
  content: TopicContent,
  action: string,
): Promise<Standing | Left> {
  let standing = start;
  const state = standing.of(topic)?.exercise.state ?? 'open';
  if (content.exercise && state === 'open') {
    const choice = await desk.ask.choose<'now' | 'later' | 'without', Left>({
      message: `Now with your hands: ${content.exercise.title} (about ${content.exercise.minutes} min)`,
      choices: [
        ...(desk.practise ? [{ value: 'now' as const, label: 'Do the exercise' }] : []),
        { value: 'later', label: 'Later: keep the topic open' },
        { value: 'without', label: 'Pass without it; the roadmap will say so' },
      ],
      keys: [leaveKey],
    });
    if (choice === left) return left;
    if (choice === 'later') return standing;
    if (choice === 'without') {
      standing = await desk.record([{ kind: 'exercise-left-out', topic: topic.id }], action);
    } else if (desk.practise) {
      const after = await desk.practise(topic, content, standing, action);
      if (after === left) return left;
      standing = after;
    }
  }
  return (await conclude(desk, standing, topic, content, action)) ?? standing;
}
