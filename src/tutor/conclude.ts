import { type Topic, type TopicContent, topicAt } from '../core/curriculum/curriculum.ts';
import { neighbours } from '../core/graph/graph.ts';
import { endOf, judge } from '../core/progress/mastery.ts';
import { openExercise } from '../core/progress/progress.ts';
import { type Standing, tally } from '../core/progress/standing.ts';
import { renderMastered } from '../terminal/views/walk.ts';
import type { Desk } from './desk.ts';

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
  const { mastered } = judge(await desk.answers(topic), content.questions, exercise);
  const how = endOf(content.exercise !== undefined, exercise);
  if (!mastered || !how) return undefined;

  const mark = standing.of(topic)?.mark;
  const isNew = mark?.kind !== 'done' || mark.how !== how;
  const after = isNew
    ? await desk.record([{ kind: 'topic-done', topic: topic.id, how }], action)
    : standing;
  const { curriculum } = after;
  const dependents = [...neighbours(curriculum.graph.unlocks, topic.number - 1)];
  const unlocked = dependents
    .map((place) => topicAt(curriculum, place))
    .filter((other) => after.state(other) === 'open');
  const { step } = topic;
  const isComplete = (topics: readonly Topic[]) => {
    const { done, topics: all } = tally(after, topics);
    return done === all;
  };
  const phaseTopics = step.phase.steps.flatMap(({ topics }) => topics);
  desk.show(
    renderMastered(
      {
        ...{ topic, unlocked, how },
        ...(isComplete(step.topics) && { step }),
        ...(isComplete(phaseTopics) && { phase: step.phase }),
      },
      desk.theme,
    ),
  );
  return after;
}
