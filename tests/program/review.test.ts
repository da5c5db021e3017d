import { describe, expect, it } from 'vitest';
import { shipped } from '../support/curriculum.ts';
import { newLearner } from '../support/program.ts';
import { answer, waitForPrompt } from '../support/prompt.ts';
import { key, openScreen } from '../support/screen.ts';
import { answerUntil, keysFor, questionOn, readOn } from '../support/simulated-learner.ts';

const on = (day: string) => ({ MLOPS_PATH_NOW: `${day}T10:15:00+01:00` });

/** A learner who said three weeks ago that they know some topics. */
async function learnerWith(...topics: string[]) {
  const learner = newLearner();
  await learner.runWith(on('2026-11-01'), 'done', ...topics);
  const later = async (...args: string[]) => learner.runWith(on('2026-11-29'), ...args);
  const open = (...args: string[]) =>
    openScreen(learner.home, args, { rows: 60, env: on('2026-11-29') });
  return { ...learner, later, open };
}

/** Two topics whose reviews have three questions each, and nothing else. */
const [first = '', second = ''] = shipped.curriculum.topics
  .filter((topic) => topic.cards.length === 0 && shipped.content(topic).questions.length > 3)
  .map(({ id }) => id);

const json = async (result: Promise<{ stdout: string }>) => JSON.parse((await result).stdout);

describe('review', () => {
  it('asks questions of several topics in turn, grades them and says when they come again', async () => {
    const { open, later } = await learnerWith(first, second, '--force');
    expect((await json(later('next', '--json'))).rule).toMatch(/review$/);
    const screen = open('review');
    const asked = await answerUntil(screen, /Saved\./, () => 'right');
    expect(await screen.exit()).toBe(0);
    expect(asked).toHaveLength(6);
    const topics = asked.map((name) => name.split('/')[0]);
    expect(topics).toEqual(topics.map((_, i) => topics[i % 2]));
    expect(screen.history()).toMatch(/: remembered[\s\S]*Next review in\s+\d+\s+days\s+\(/);
    expect(screen.history()).toContain('6 of 6 answers right; 2 reviews');

    expect((await json(later('review', '--json'))).items).toEqual([]);
    const [{ summary }] = (await json(later('log', '--json'))).actions;
    expect(summary).toMatch(/^reviewed [a-z, -]+: 6 of 6 answers right$/);
    expect((await json(later('next', '--json'))).rule).toBe('new');
    await later('undo');
    expect((await json(later('review', '--json'))).items).toHaveLength(2);
  });

  it('asks what was not right once more, looks at it soon, and locks nothing', async () => {
    const { open, later } = await learnerWith(first, '--force');
    const screen = open('review');
    const asked = await answerUntil(screen, /Saved\./, () => 'never-knows');
    expect(await screen.exit()).toBe(0);
    expect(asked).toHaveLength(6);
    expect(asked.slice(3)).toEqual(asked.slice(0, 3));
    expect(screen.history()).toContain('forgotten, and that is what reviews are for');
    const topic = await json(later('show', first, '--json'));
    expect(topic).toMatchObject({ state: 'done', memory: { reviews: 1 } });
    expect(topic.memory.due < '2026-12-06').toBe(true);
  });

  it('is left and taken up again at the same question, with the hint that was shown', async () => {
    const { open, later } = await learnerWith('git-snapshots');
    const screen = open('review');
    const asked = /review, 0 of \d+ done[\s\S]*I don't know/;
    await waitForPrompt(screen, asked);
    await answer(screen, ...keysFor(questionOn(screen).question, 'right'));
    await waitForPrompt(screen, /enter go on/);
    await answer(screen, key.enter);
    await waitForPrompt(screen, asked);
    const { question } = questionOn(screen);
    const letter = (name: string) =>
      question.kind === 'short' || question.kind === 'number' ? `${name}${key.enter}` : name;
    await answer(screen, letter('?'));
    await waitForPrompt(screen, /Hint\./);
    const shown = screen
      .text()
      .split(/review, 0 of \d+ done/)
      .at(-1)
      ?.replace(/\s+/g, ' ');
    await answer(screen, letter('q'));
    expect(await screen.exit()).toBe(0);

    const again = open('review');
    await waitForPrompt(again, /review, 0 of \d+ done[\s\S]*Hint\.[\s\S]*I don't know/);
    expect(questionOn(again).question.id).toBe(question.id);
    const body = again
      .text()
      .split(/review, 0 of \d+ done/)
      .at(-1)
      ?.replace(/\s+/g, ' ');
    expect(shown).toContain(question.ask.split('\n')[0]?.replace(/[`*]/g, '').slice(0, 20));
    expect(body?.slice(0, 60)).toBe(shown?.slice(0, 60));
    await answer(again, ...keysFor(question, 'right'));
    await waitForPrompt(again, /enter go on/);
    again.kill('SIGTERM');
    await again.exit();
    const [{ events }] = (await json(later('log', '--json'))).actions;
    expect(events.at(-1)).toMatchObject({ result: 'right', hint: true, question: question.id });
  });

  it('two failures in a row make it forgotten: it is learnt again, and stays unlocked behind', async () => {
    const { home, runWith } = await learnerWith('git-snapshots');
    for (const day of ['2026-11-29', '2026-12-10']) {
      const screen = openScreen(home, ['review'], { rows: 60, env: on(day) });
      await answerUntil(screen, /Saved\./, () => 'wrong');
      expect(await screen.exit()).toBe(0);
    }
    const now = (...args: string[]) => json(runWith(on('2026-12-10'), ...args, '--json'));
    expect(await now('next')).toMatchObject({ rule: 'resume', topic: { id: 'git-snapshots' } });
    expect((await now('next')).reason).toContain('Two reviews in a row failed');
    expect((await now('status')).tally.done).toBe(0);
    expect((await now('show', 'git-branching-and-collaboration')).state).toBe('open');
  });

  it('lists what is due where nobody can be asked, and says when nothing is', async () => {
    const { later, run } = await learnerWith(first, second, '--force');
    const { stdout } = await later('review');
    expect(stdout).toMatch(
      /^2 reviews, about 5 min:\n(?: {2}[a-z-]+: predicted recall 80 %\n){2}$/,
    );
    expect((await later('review', '--limit', '1')).stdout).toContain('1 more can wait.');
    expect((await later('review', '--minutes', '1', '--json')).stdout).toContain('"waiting": 1');
    expect((await later('status')).stdout).toContain('2 topics are due for review (about 5 min)');
    expect((await later('status', '--short')).stdout).toContain(' 2 due ');
    expect((await newLearner().run('review')).stdout).toContain('Nothing is remembered yet');
    expect((await run('undo')).status).toBe(0);
  });

  it('of a topic without questions asks the learner', async () => {
    const { open, later } = await learnerWith('jenkins-pipelines', '--force');
    const screen = open('review');
    await waitForPrompt(screen, /How much of this could you do today\?/);
    await answer(screen, `3${key.enter}`);
    await screen.waitFor('Saved.');
    expect(await screen.exit()).toBe(0);
    const [{ events }] = (await json(later('log', '--json'))).actions;
    expect(events).toMatchObject([{ kind: 'topic-reviewed', grade: 'good' }]);
  });
});

describe('quiz', () => {
  it('tests out of a topic', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['quiz', 'git-snapshots'], { rows: 60 });
    const asked = await answerUntil(screen, /Saved\./, () => 'right');
    expect(await screen.exit()).toBe(0);
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(screen.history()).toContain('Tested out: Git snapshots');
    expect(await json(run('show', 'git-snapshots', '--json'))).toMatchObject({
      ...{ state: 'done', how: 'tested-out' },
    });
  });

  it('of a step asks only about what nothing else of it stands on', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['quiz', 'programming-foundations'], { rows: 80 });
    const asked = await answerUntil(screen, /Saved\./, () => 'right');
    expect(await screen.exit()).toBe(0);
    expect(new Set(asked.map((name) => name.split('/')[0]))).toEqual(
      new Set(['git-branching-and-collaboration', 'integration-testing', 'design-principles']),
    );
    expect((await json(run('status', '--json'))).tally.done).toBe(7);
    expect(screen.history()).toContain('Step complete: Core Programming');
    expect((await run('undo')).stdout).toContain('tested out of');
    expect((await json(run('status', '--json'))).tally.done).toBe(0);
  });

  it('marks nothing for who knows nothing, and asks about what lies below', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['quiz', 'programming-foundations'], { rows: 80 });
    const asked = await answerUntil(screen, /Saved\./, () => 'never-knows');
    expect(await screen.exit()).toBe(0);
    expect(asked).toHaveLength(14);
    expect((await json(run('status', '--json'))).tally.done).toBe(0);
  });

  it.each([
    ['jenkins-pipelines', 'has no questions yet'],
    ['git-snapshots', 'Questions need a terminal'],
    ['gti-snapshots', 'Did you mean git-snapshots?'],
  ])('without a terminal or questions says what to do: %s', async (topic, message) => {
    const { status, stderr } = await newLearner().run('quiz', topic);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('study', () => {
  it('reviews first, then goes on to what is next, and sums up', async () => {
    const { open } = await learnerWith(first, '--force');
    const screen = open('study', '25');
    await answerUntil(screen, /Page 1 of/, () => 'right');
    expect(screen.history()).toMatch(/: remembered[\s\S]*You will be able to/);
    await answer(screen, 'q');
    expect(await screen.exit()).toBe(0);
    expect(screen.text()).toContain('3 of 3 answers right; 1 review');
  });

  it('needs a terminal and a number', async () => {
    const { run } = newLearner();
    expect(await run('study', '25')).toMatchObject({ status: 1 });
    expect(await run('study', 'long')).toMatchObject({ status: 2 });
  });
});

describe('two rounds in vain', () => {
  it('put a topic aside until tomorrow, and offer something else', async () => {
    const { home, runWith } = newLearner();
    const screen = openScreen(home, ['learn', 'git-snapshots'], { rows: 60 });
    await readOn(screen);
    const asked = await answerUntil(screen, /What now\?/, () => 'never-knows');
    await waitForPrompt(screen, /Read the lesson again/);
    await answer(screen, key.down + key.enter);
    await readOn(screen);
    asked.push(...(await answerUntil(screen, /rests until tomorrow/, () => 'never-knows')));
    await waitForPrompt(screen, /Next:/);
    await answer(screen, 'q');
    expect(await screen.exit()).toBe(0);
    expect(new Set(asked).size * 2).toBe(asked.length);
    const next = async (day: string) => json(runWith(on(day), 'next', '--json'));
    expect((await next('2026-11-23')).topic.id).toBe('python-core');
    expect(await next('2026-11-24')).toMatchObject({
      rule: 'resume',
      topic: { id: 'git-snapshots' },
    });
  });
});
