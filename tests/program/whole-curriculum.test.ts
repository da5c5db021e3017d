import { expect, it } from 'vitest';
import { shipped } from '../support/curriculum.ts';
import { newLearner } from '../support/program.ts';
import { answer, waitForPrompt } from '../support/prompt.ts';
import { key, openScreen } from '../support/screen.ts';
import {
  answerAll,
  answerUntil,
  contentOf,
  type Manner,
  readOn,
} from '../support/simulated-learner.ts';

/** The topics that have a lesson and questions, in their order. */
const written = shipped.curriculum.topics.filter(
  (topic) => shipped.content(topic).questions.length > 0,
);
const doneOf = async (run: (...args: string[]) => Promise<{ stdout: string }>) =>
  JSON.parse((await run('status', '--json')).stdout).tally.done;

it('who answers everything right goes through all that is written, in one sitting', async () => {
  const { home, run } = newLearner();
  const screen = openScreen(home, ['learn'], { rows: 50 });
  for (const { id, title } of written) {
    await waitForPrompt(screen, new RegExp(`${title.slice(0, 20)}[\\s\\S]*Page 1 of`));
    await readOn(screen);
    expect(await answerAll(screen, contentOf(id), 'right'), id).toBeLessThanOrEqual(4);
    await waitForPrompt(screen, /Now with your hands/);
    await answer(screen, key.down + key.down + key.enter);
    await waitForPrompt(screen, /Passed without exercise[\s\S]*Next:/);
    await answer(screen, id === written.at(-1)?.id ? 'q' : key.enter);
  }
  expect(await screen.exit()).toBe(0);
  expect(screen.history()).toContain('Phase complete: Beginner');
  expect(screen.history()).toContain('Write it down: mlops-path certificate beginner');
  expect(await doneOf(run)).toBe(written.length);
  // A visit to a topic is what undo takes back.
  await run('undo', String(written.length));
  expect(await doneOf(run)).toBe(0);
}, 400_000);

it.each<[manner: string, of: (asked: number) => Manner]>([
  ['wrong', () => 'wrong'],
  [
    'in turn wrong, unknown and right',
    (asked) => (['wrong', 'never-knows', 'right'] as const)[asked % 3] ?? 'wrong',
  ],
])(
  'who answers everything %s unlocks nothing by mastery',
  async (_, manner) => {
    const { home, run } = newLearner();
    for (const { id } of written) {
      const screen = openScreen(home, ['quiz', id], { rows: 60 });
      const asked = await answerUntil(screen, /Saved\./, manner);
      expect(await screen.exit()).toBe(0);
      expect(new Set(asked).size, id).toBe(contentOf(id).questions.length);
    }
    expect(await doneOf(run)).toBe(0);
  },
  400_000,
);
