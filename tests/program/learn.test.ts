import { describe, expect, it } from 'vitest';
import { newLearner } from '../support/program.ts';
import { answer, waitForPrompt } from '../support/prompt.ts';
import { key, openScreen, type Screen } from '../support/screen.ts';
import { answerAll, contentOf, readOn } from '../support/simulated-learner.ts';

/** What is left after the questions is the exercise. */
async function passWithoutExercise(screen: Screen): Promise<void> {
  await waitForPrompt(screen, /Now with your hands/);
  await answer(screen, key.down + key.down + key.enter);
  await screen.waitFor('Passed without exercise');
}

describe.each([80, 40])('the tutor at %i columns', (columns) => {
  it('teaches and examines git-snapshots', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['learn', 'git-snapshots'], { columns, rows: 30 });
    await screen.waitFor('Page 1 of');
    expect(screen.history()).toContain('You will be able to');
    await readOn(screen);
    const asked = await answerAll(screen, contentOf('git-snapshots'), 'right');
    await passWithoutExercise(screen);
    await waitForPrompt(screen, /Next:/);
    await answer(screen, 'q');
    expect(await screen.exit()).toBe(0);
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(asked).toBeLessThanOrEqual(4);
    for (const line of screen.history().split('\n')) {
      expect(line.length).toBeLessThanOrEqual(columns);
    }
    const [{ summary }] = JSON.parse((await run('log', '--json')).stdout).actions;
    expect(summary).toBe(
      `learned git-snapshots: lesson read, ${asked} of ${asked} answers right, passed without exercise`,
    );
    expect((await run('undo')).status).toBe(0);
    expect((await run('status', '--short')).stdout).toContain('mlops 0/73');
  });
});

describe('the tutor', () => {
  it.each(['wrong', 'never-knows'] as const)(
    'masters nobody who answers everything %s',
    async (manner) => {
      const { home, run } = newLearner();
      const screen = openScreen(home, ['learn', 'python-core'], { rows: 40 });
      await readOn(screen);
      const content = contentOf('python-core');
      expect(await answerAll(screen, content, manner)).toBe(content.questions.length);
      await waitForPrompt(screen, /Not there yet/);
      await answer(screen, 'q');
      expect(await screen.exit()).toBe(0);
      expect(JSON.parse((await run('status', '--json')).stdout).next.state).toBe('started');
    },
  );

  it('keeps every answer when Ctrl+C is pressed at a question', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['learn', 'git-snapshots'], { rows: 40 });
    await readOn(screen);
    await answer(screen, `i${key.enter}`);
    await screen.waitFor('mastery');
    screen.type(key.ctrlC);
    expect(await screen.exit()).toBe(130);
    expect(screen.text()).toContain('Stopped. Everything you answered is saved.');
    // The cursor is visible again.
    expect(screen.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(
      screen.raw().lastIndexOf('\u001b[?25l'),
    );
    const [{ events }] = JSON.parse((await run('log', '--json')).stdout).actions;
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'topic-started',
      'lesson-read',
      'question-answered',
    ]);
  });

  it('goes on to the next topic, and leaves when asked to', async () => {
    const { home } = newLearner();
    const screen = openScreen(home, ['learn', 'python-core'], { rows: 40 });
    await readOn(screen);
    await answerAll(screen, contentOf('python-core'), 'right');
    await passWithoutExercise(screen);
    await waitForPrompt(screen, /Next: From script to project/);
    await answer(screen, key.enter);
    await waitForPrompt(screen, /topic 2 of 73[\s\S]*Page 1 of/);
    await answer(screen, 'q');
    expect(await screen.exit()).toBe(0);
    expect(screen.text()).toContain('Saved. done 1 of 73');
  });

  it('shows a hint and asks again', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['learn', 'python-core'], { rows: 40 });
    await readOn(screen);
    await answer(screen, `?${key.enter}`);
    await waitForPrompt(screen, /Hint\./);
    await answer(screen, `[3.9, 3.8, 3.7]${key.enter}`);
    await waitForPrompt(screen, /Right\./);
    await answer(screen, 'q');
    await screen.exit();
    const [{ events }] = JSON.parse((await run('log', '--json')).stdout).actions;
    expect(events.at(-1)).toMatchObject({ result: 'right', hint: true });
  });

  it('shows outcomes and reading where the lesson is not written, and marks on a word', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['learn', 'jenkins-pipelines', '--force'], { rows: 50 });
    await waitForPrompt(screen, /not written yet[\s\S]*Can you do all of this\?/);
    await answer(screen, key.down + key.enter);
    await waitForPrompt(screen, /Next:/);
    await answer(screen, 'q');
    expect(await screen.exit()).toBe(0);
    expect((await run('status', '--short')).stdout).toContain('1/73');
  });

  it('names what is missing before it opens a locked topic', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['learn', 'kubernetes-rollouts']);
    await screen.waitFor('Open it all the same?');
    expect(screen.text()).toContain('The shortest way there (9 topics');
    screen.type(key.enter);
    expect(await screen.exit()).toBe(1);
    expect((await run('log')).stdout).toContain('Nothing has happened yet');
  });

  it('prints the lesson where there is no terminal', async () => {
    const { run } = newLearner();
    const { status, stdout, stderr } = await run('learn', 'git-snapshots');
    expect(status).toBe(0);
    expect(stdout).toContain('A file can have three versions at once');
    expect(stderr).toContain('need a terminal');
  });
});
