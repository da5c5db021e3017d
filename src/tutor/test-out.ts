import { type Topic, type TopicContent, topicAt } from '../core/curriculum/curriculum.ts';
import type { Standing } from '../core/progress/standing.ts';
import { TestOut } from '../core/progress/test-out.ts';
import { renderTestedOut, renderTestOf } from '../terminal/views/test-out.ts';
import { renderNotYet } from '../terminal/views/walk.ts';
import { showEnding } from './conclude.ts';
import { type Desk, left } from './desk.ts';
import { runQuiz } from './quiz.ts';

/** In a scope of many topics one is given up after so many mistakes: the fewest questions decide. */
const mistakesInScope = 2;

export interface TestOutResult {
  readonly standing: Standing;
  readonly left: boolean;
}

/**
 * Questions without lessons: what is known is done, as tested out. In a scope of several topics only
 * those are asked that no other one stands on; whoever knows them knows the rest.
 *
 * @param topics the scope, all of them with questions and none of them done.
 */
export async function testOut(
  desk: Desk,
  start: Standing,
  topics: readonly Topic[],
  contentOf: (topic: Topic) => TopicContent,
): Promise<TestOutResult> {
  const action = desk.newAction();
  const { curriculum } = start;
  const test = new TestOut(
    curriculum.graph,
    topics.map(({ number }) => number - 1),
  );
  const limit = topics.length > 1 ? { mistakes: mistakesInScope } : {};
  let standing = start;
  for (let place = test.next(); place !== undefined; place = test.next()) {
    const topic = topicAt(curriculum, place);
    const content = contentOf(topic);
    if (topics.length > 1) desk.show(renderTestOf(topic, desk.theme));
    const result = await runQuiz(desk, { topic, content, action, ...limit }, standing);
    if (result === left) return { standing, left: true };
    standing = result.standing;
    if (!result.mastery.mastered) {
      test.fail(place);
      const { given } = await desk.answers(topic);
      desk.show(renderNotYet(content, given, desk.theme));
      continue;
    }
    const proved = test.pass(place).map((other) => topicAt(curriculum, other));
    standing = await desk.record(
      proved.map(({ id }) => ({ kind: 'topic-done', topic: id, how: 'tested-out' })),
      action,
    );
    showEnding(desk, standing, topic, 'tested-out');
    desk.show(
      renderTestedOut(
        proved.filter((other) => other !== topic),
        desk.theme,
      ),
    );
  }
  return { standing, left: false };
}
