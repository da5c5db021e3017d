import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withLock } from '../../src/io/journal/lock.ts';
import { folderWith } from '../support/curriculum.ts';
import { kitchen } from '../support/kitchen.ts';
import { newLearner } from '../support/program.ts';
import { answer, waitForPrompt } from '../support/prompt.ts';
import { key, openScreen, type Screen } from '../support/screen.ts';

const { enter, down } = key;

/** A page of a lesson; behind it is a question that nobody has seen yet. */
async function openPage(topic: string) {
  const curriculum = folderWith(kitchen());
  const { home, run } = newLearner({ MLOPS_PATH_CURRICULUM: curriculum });
  const screen = openScreen(home, ['learn', topic], {
    rows: 40,
    env: { MLOPS_PATH_CURRICULUM: curriculum },
  });
  await screen.waitFor('enter to the questions');
  /** Turns the page, and types while the program still saves that: it waits for the lock. */
  const typeEarly = (keys: string) =>
    withLock(join(home, 'data', 'journal.lock'), process.pid, async () => {
      screen.type(enter);
      await screen.waitFor('which is saving progress');
      screen.type(keys);
      if (keys === key.ctrlC) await screen.exit();
      else await arrived(screen);
    });
  const kinds = async (): Promise<string[]> => {
    const { actions } = JSON.parse((await run('log', '--json')).stdout);
    return actions[0].events.map(({ kind }: { kind: string }) => kind);
  };
  return { screen, typeEarly, kinds };
}

/** The terminal echoes what is typed while nobody asks; so one more letter says when all is there. */
async function arrived(screen: Screen): Promise<void> {
  screen.type('z');
  await screen.waitUntil(() => screen.raw().endsWith('z'));
}

const question = /(arrows move|enter answer)[\s\S]*I don't know/;

/** One byte at a time, each in a write of its own. */
const bytewise = (screen: Screen, keys: string): void => {
  for (const byte of keys) screen.type(byte);
};

describe('a key that is pressed before the question is there', () => {
  it.each([
    ['Enter', enter],
    ['Enter twice', enter + enter],
    ['a key of the question to come', 'i'],
    ['a number and Enter', `2${enter}`],
    ['a screenful', 'abc '.repeat(100)],
    ['Ctrl+D', key.ctrlD],
  ])('answers no choice: %s', async (_, keys) => {
    const { screen, typeEarly, kinds } = await openPage('single');
    await typeEarly(keys);
    await screen.waitFor(question);
    screen.type('q');
    expect(await screen.exit()).toBe(0);
    expect(await kinds()).toEqual(['topic-started', 'lesson-read']);
  });

  it.each([
    ['letters', 'Cel'],
    ['a line', `Celsius${enter}`],
    ['the key to leave', 'q'],
  ])('is no part of a text: %s', async (_, keys) => {
    const { screen, typeEarly } = await openPage('short');
    await typeEarly(keys);
    await screen.waitFor(question);
    screen.type('Kelvin');
    await screen.waitFor(/^ Your answer: Kelvin$/m);
    screen.type(enter);
    await screen.waitFor('Right.');
  });

  it('ends the program if it is Ctrl+C', async () => {
    const { screen, typeEarly } = await openPage('single');
    await typeEarly(key.ctrlC);
    expect(await screen.exit()).toBe(130);
  });
});

describe('a key that is pressed while the prompt is being made', () => {
  /** Opens a program whose loop turns a second too late, when its terminal is raw and nothing painted. */
  async function openLate() {
    const late = 'globalThis.setImmediate = (work) => setTimeout(work, 1000);';
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(late)}` };
    const screen = openScreen(newLearner().home, ['next'], { env });
    await screen.waitUntil(() => screen.raw().endsWith('\r\u001b[K'));
    return screen;
  }

  it('answers nothing', async () => {
    const screen = await openLate();
    screen.type(`y${enter}`);
    await waitForPrompt(screen, /Start now\?/);
    await answer(screen, 'n');
    expect(await screen.exit()).toBe(0);
    expect(screen.text()).toMatch(/Start now\? ❯ no$/);
  });

  it.each([
    ['Ctrl+C', key.ctrlC],
    ['Ctrl+D', key.ctrlD],
  ])('ends the program if it is %s', async (_, keys) => {
    const screen = await openLate();
    screen.type(keys);
    expect(await screen.exit()).toBe(130);
    expect(screen.text()).toContain('Stopped.');
  });
});

describe('a key that is pressed when the question is there', () => {
  it('counts once, though Enter is pressed twice', async () => {
    const { screen, kinds } = await openPage('single');
    screen.type(enter + enter);
    await screen.waitFor(question);
    screen.type('q');
    expect(await screen.exit()).toBe(0);
    expect(await kinds()).toEqual(['topic-started', 'lesson-read']);
  });

  it('counts, though its bytes come one by one', async () => {
    const { screen, kinds } = await openPage('single');
    screen.type(enter);
    await screen.waitFor(question);
    bytewise(screen, down + down + down);
    await screen.waitFor(/\n {3}(On|At) .*\n ❯ (On|At)/);
    bytewise(screen, enter);
    await screen.waitFor('mastery');
    screen.type(key.ctrlC);
    expect(await screen.exit()).toBe(130);
    expect((await kinds()).at(-1)).toBe('question-answered');
  });
});
