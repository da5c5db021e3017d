import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/curriculum.ts';
import { kitchen } from '../support/kitchen.ts';
import { executable, newLearner, node } from '../support/program.ts';
import { answer, promptOn, waitForPrompt } from '../support/prompt.ts';
import { key, openScreen, openTerminal, type Screen } from '../support/screen.ts';

const { enter } = key;

/** From the first line of the prompt on: what a resize has to leave whole. */
function frame(screen: Screen, first: string): string {
  const text = screen.text();
  return text.slice(text.lastIndexOf(first));
}

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('a prompt in a terminal that is resized', () => {
  it.each<[string, string[], [string | RegExp, string][], string, string]>([
    ['a choice', ['learn', 'locked'], [], 'Open it all the same?', 'q leave'],
    ['a page of a lesson', ['learn', 'single'], [], 'Page 1 of 1', 'q leave'],
    [
      'a question',
      ['learn', 'single'],
      [['enter to the questions', enter]],
      'arrows move',
      'q leave',
    ],
    [
      'a text',
      ['learn', 'short'],
      [['enter to the questions', enter]],
      'enter answer',
      'Your answer:',
    ],
    ['practice', ['practice', 'boiling'], [], 'Boil it', 'q leave'],
  ])('is painted anew and whole: %s', async (_, args, way, first, last) => {
    const curriculum = folderWith(kitchen());
    const { home, run } = newLearner({ MLOPS_PATH_CURRICULUM: curriculum });
    await run('curriculum', 'trust', '--yes');
    const env = { MLOPS_PATH_CURRICULUM: curriculum };
    const screen = openScreen(home, args, { columns: 80, rows: 40, env });
    for (const [shown, keys] of way) {
      await screen.waitFor(shown);
      screen.type(keys);
    }
    await waitForPrompt(screen, new RegExp(`${first.replace('?', '\\?')}[\\s\\S]*(${last}|n no)`));
    if (last === 'Your answer:') {
      screen.type('kel');
      await screen.waitFor('Your answer: kel');
    }
    if (args[0] === 'practice') await screen.waitFor('✗ the kettle is on');
    const before = frame(screen, first);
    for (const columns of [120, 40, 64, 36, 80]) {
      const seen = screen.raw().length;
      screen.resize(columns, 40);
      await screen.waitUntil(() => screen.raw().length > seen && promptOn(screen) !== undefined);
      const now = frame(screen, first);
      expect(words(now)).toBe(words(before));
      expect(count(screen.text(), first), `${columns}\n${screen.text()}`).toBe(1);
      for (const line of now.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    }
    expect(frame(screen, first)).toBe(before);
    screen.type(key.ctrlC);
    expect(await screen.exit()).toBe(130);
  });
});

describe.each([
  [80, 40],
  [40, 14],
])('practice on %i columns and %i rows', (columns, rows) => {
  it('has one frame, whichever key is pressed', async () => {
    const curriculum = folderWith(kitchen());
    const env = { MLOPS_PATH_CURRICULUM: curriculum, EDITOR: 'true' };
    const { home, run } = newLearner(env);
    await run('curriculum', 'trust', '--yes');
    const screen = openScreen(home, ['practice', 'boiling'], { columns, rows, env });
    await screen.waitFor(/✗ the kettle is on[\s\S]*q leave/);
    const wanted: [string, string | RegExp][] = [
      ['p', 'Your code printed'],
      ['p', 'checked when you save'],
      ['h', 'Hint 1.'],
      ['r', 'checked when you save'],
      ['o', 'checked when you save'],
      ['s', 'Press s once more'],
      ['p', 'Your code printed'],
    ];
    for (const [pressed, shown] of wanted) {
      await answer(screen, pressed);
      await waitForPrompt(screen, /q leave/);
      await screen.waitFor(shown);
      expect(count(screen.history(), 'Boil it '), screen.history()).toBe(1);
      expect(screen.text()).toContain('q leave');
    }
    // What is said about a key is over with the next one that answers it.
    await answer(screen, 's');
    await waitForPrompt(screen, /From your files to ours[\s\S]*q leave/);
    await answer(screen, 'q');
    expect(await screen.exit()).toBe(0);
    expect(count(screen.history(), 'Boil it ')).toBe(1);
    expect(screen.history()).not.toContain('Press s once more');
  });
});

/** What is said, wherever lines end. */
const words = (text: string): string => text.replace(/[\s·]+/g, '');

describe('a prompt that was put into the background', () => {
  it.each([
    ['a choice', ['learn', 'locked'], 'Open it all the same?', 'n'],
    ['a text', ['reset', '--erase'], 'enter answer', `no${enter}`],
  ])('is painted anew when it comes back, and listens: %s', async (_, args, first, keys) => {
    const curriculum = folderWith(kitchen());
    const { home, run } = newLearner({ MLOPS_PATH_CURRICULUM: curriculum });
    await run('done', 'single');
    const script = 'set -m; "$@"; echo IN THE SHELL; fg >/dev/null; exit $?';
    const screen = openTerminal(['sh', '-c', script, 'sh', node, executable, ...args], home, {
      rows: 40,
      env: { MLOPS_PATH_CURRICULUM: curriculum },
    });
    const asked = first.replace('?', '\\?');
    await waitForPrompt(screen, new RegExp(asked));
    screen.type('\u001a');
    await waitForPrompt(screen, new RegExp(`IN THE SHELL[\\s\\S]*${asked}`));
    await answer(screen, keys);
    expect(await screen.exit()).toBeLessThan(2);
    expect(screen.text().split('IN THE SHELL')[1]).toMatch(/^\n+ (Open it all|Type the word)/);
  });
});
