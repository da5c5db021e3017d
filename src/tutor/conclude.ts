import {
  type Topic,
  type TopicContent,
  topicsIn,
  unlockedIn,
} from '../core/curriculum/curriculum.ts';
import type { DoneHow } from '../core/journal/event.ts';
import { creditsOf } from '../core/memory/credit.ts';
import { achievementOf } from '../core/progress/achievement.ts';
import { endOf, judge } from '../core/progress/mastery.ts';
import { openExercise } from '../core/progress/progress.ts';
import { type Standing, tally } from '../core/progress/standing.ts';
import { renderMastered } from '../terminal/views/walk.ts';
import type { Desk } from './desk.ts';

/** Whoever needed more questions than this has learnt it with effort, and forgets it sooner. */
const easyQuestions = 6;

/**
 * Ends a topic if its questions and its exercise say so, and says what that opens.
 * @returns `undefined` while something is left to do.
 */
export async function conclude(
  desk: Desk,
  standing: Standing,
  topic: Topic,
  content: TopicContent,
  action: string,
): Promise<Standing | undefined> {
  const exercise = standing.of(topic)?.exercise ?? openExercise;
  const { given } = await desk.answers(topic);
  const { mastered } = judge(given, content.questions, exercise);
  const how = endOf(content.exercise !== undefined, exercise);
  if (!mastered || !how) return undefined;

  const mark = standing.of(topic)?.mark;
  const isNew = standing.state(topic) !== 'done' || mark?.kind !== 'done' || mark.how !== how;
  if (!isNew) return showEnding(desk, standing, topic, how);
  const grade = given.length > easyQuestions ? 'hard' : 'good';
  const credits = creditsOf(standing.curriculum, topic.number - 1, grade);
  const fact = { kind: 'topic-done', topic: topic.id, how, grade, credits } as const;
  return showEnding(desk, await desk.record([fact], action), topic, how);
}

/** Says that a topic is done, what that opens, and what it completes. */
export function showEnding(desk: Desk, after: Standing, topic: Topic, how: DoneHow): Standing {
  const { curriculum } = after;
  const { step } = topic;
  const unlocked = unlockedIn(curriculum, topic).filter((other) => after.state(other) === 'open');
  const completed = [
    { what: 'Step', title: step.title, topics: step.topics },
    {
      ...{ what: 'Phase', title: step.phase.title, certificate: `certificate ${step.phase.id}` },
      topics: topicsIn(step.phase),
    },
    {
      ...{ what: 'Curriculum', title: curriculum.title, certificate: 'certificate' },
      topics: curriculum.topics,
    },
  ]
    .filter(({ topics }) => isComplete(after, topics))
    .map(({ topics, ...scope }) => ({ ...scope, achievement: achievementOf(after, topics) }));
  desk.show(renderMastered({ topic, unlocked, how, completed, now: desk.now() }, desk.theme));
  return after;
}

function isComplete(standing: Standing, topics: readonly Topic[]): boolean {
  const { done, topics: all } = tally(standing, topics);
  return done === all;
}
