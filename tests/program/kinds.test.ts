import { it } from 'vitest';
import type { Question } from '../../src/core/questions/question.ts';
import { folderWith } from '../support/curriculum.ts';
import { smallest } from '../support/curriculum-source.ts';
import { newLearner } from '../support/program.ts';
import { shortQuestion } from '../support/question.ts';
import { key, openScreen } from '../support/screen.ts';
import { pause } from '../support/simulated-learner.ts';

/** Opens a topic that has only this question, and turns its one page. */
async function openAt(question: Question, options: readonly string[] = []) {
  const { home, run } = newLearner();
  const one = 'topics/one/topic.yaml';
  const questions = JSON.stringify([{ ...question, outcome: 'do' }]);
  const folder = folderWith({
    ...smallest,
    [one]: `${smallest[one]}questions: ${questions}\n`,
    'topics/one/lesson.md': '# One\n\nRead this.\n',
  });
  const args = [...options, '--curriculum', folder, 'learn', 'one'];
  const screen = openScreen(home, args, { rows: 60, columns: 70 });
  await screen.waitFor(/Page 1 of 1[\s\S]*q.* leave/);
  screen.type(key.enter);
  await screen.waitFor(/question 1 of[\s\S]*I don't know/);
  await pause();
  /** What the journal has of it, once the tutor has said its verdict. */
  const recorded = async () => {
    await screen.waitFor('mastery');
    screen.type(key.ctrlC);
    await screen.exit();
    const log = await run('--curriculum', folder, 'log', '--json');
    return JSON.parse(log.stdout).actions[0].events.at(-1);
  };
  return { screen, recorded };
}

it('the right answer is shown as it is written, also where it could be Markdown', async () => {
  const { screen } = await openAt(shortQuestion({ compare: 'code', accept: ['a*b*c'] }));
  screen.type(`a+b+c${key.enter}`);
  await screen.waitFor('Right is: a*b*c');
});
