import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entries } from '../../src/commands/index.ts';
import {
  type Ending,
  endings,
  kitchenName,
  moreEndings,
  openKitchen,
  type Stage,
  whole,
} from '../support/endings.ts';
import { key } from '../support/screen.ts';
import { styleAfter } from '../support/style.ts';

const { enter } = key;

const trusted = 'curriculum trust --yes';

/** A prompt: the verb that asks, how one gets there, and what the screen shows then. */
interface Prompt extends Stage {
  readonly verb: string;
  readonly prompt: string;
}

const which = (verb: string, args: readonly string[]): Prompt => ({
  ...{ verb, prompt: 'which is meant', args, shows: /Which one do you mean[\s\S]*enter choose/ },
});
const toQuestion = [['enter to the questions', enter]] as const;
const answered = (keys: string) => [...toQuestion, ["I don't know", keys]] as const;
const right = ["I don't know", `100${enter}`] as const;
const on = ['enter go on', enter] as const;

/** Every prompt of every verb. A new verb stands here, or among those that never ask. */
const prompts: readonly Prompt[] = [
  { verb: 'home', prompt: 'menu', args: [], shows: /What now\?[\s\S]*enter choose/ },
  { verb: 'next', prompt: 'start', args: ['next'], shows: /Start now\?[\s\S]*enter choose/ },
  which('learn', ['learn', 'green']),
  {
    ...{ verb: 'learn', prompt: 'gate', args: ['learn', 'locked'] },
    shows: /Open it all the same\?[\s\S]*enter choose/,
  },
  { verb: 'learn', prompt: 'page', args: ['learn', 'single'], shows: 'enter to the questions' },
  {
    ...{ verb: 'learn', prompt: 'single', args: ['learn', 'single'], way: toQuestion },
    shows: /Where does it boil[\s\S]*I don't know/,
  },
  {
    ...{ verb: 'learn', prompt: 'multiple', args: ['learn', 'multiple'], way: toQuestion },
    shows: /What changes it\?[\s\S]*I don't know/,
  },
  {
    ...{ verb: 'learn', prompt: 'order', args: ['learn', 'order'], way: toQuestion },
    shows: /What comes first\?[\s\S]*I don't know/,
  },
  {
    ...{ verb: 'learn', prompt: 'short', args: ['learn', 'short'], way: toQuestion },
    shows: /I don't know[\s\S]*Your answer:/,
  },
  {
    ...{ verb: 'learn', prompt: 'number', args: ['learn', 'number'], way: toQuestion },
    shows: /I don't know[\s\S]*Your answer \(in °C\):/,
  },
  {
    ...{ verb: 'learn', prompt: 'after a verdict', args: ['learn', 'single'], way: answered('i') },
    shows: /mastery[\s\S]*enter go on/,
  },
  {
    ...{ verb: 'learn', prompt: 'not yet', args: ['learn', 'single'] },
    way: [...answered('i'), on],
    shows: /What now\?[\s\S]*enter choose/,
  },
  {
    ...{ verb: 'learn', prompt: 'read before', args: ['learn', 'single'] },
    before: ['import <kitchen>/read.jsonl'],
    shows: /You have read this lesson\.[\s\S]*enter choose/,
  },
  {
    ...{ verb: 'learn', prompt: 'on your word', args: ['learn', 'unwritten'] },
    shows: /Can you do all of this\?[\s\S]*enter choose/,
  },
  {
    ...{ verb: 'learn', prompt: 'next topic', args: ['learn', 'unwritten'] },
    way: [[/Can you do[\s\S]*enter choose/, enter]],
    shows: /Next: single[\s\S]*enter choose/,
  },
  {
    ...{ verb: 'learn', prompt: 'exercise', args: ['learn', 'boiling'] },
    way: [...toQuestion, right, on, [/question 2[\s\S]*I don't know/, `100${enter}`]],
    shows: /Now with your hands[\s\S]*enter choose/,
  },
  {
    ...{
      verb: 'review',
      prompt: 'question',
      args: ['review'],
      before: ['import <kitchen>/done.jsonl'],
    },
    shows: /Where does it boil[\s\S]*I don't know/,
  },
  {
    ...{ verb: 'study', prompt: 'page', args: ['study', '25'] },
    shows: /Page 1 of 1|enter to the questions/,
  },
  which('quiz', ['quiz', 'green']),
  {
    ...{ verb: 'quiz', prompt: 'question', args: ['quiz', 'single'] },
    shows: /Where does it boil[\s\S]*I don't know/,
  },
  which('practice', ['practice', 'green']),
  {
    ...{ verb: 'practice', prompt: 'trust', args: ['practice', 'boiling'] },
    shows: /Do you trust it\?[\s\S]*enter choose/,
  },
  {
    ...{ verb: 'practice', prompt: 'watch', args: ['practice', 'boiling'], before: [trusted] },
    shows: /✗ the kettle is on[\s\S]*q leave/,
  },
  {
    ...{ verb: 'practice', prompt: 'solution', args: ['practice', 'boiling', '--solution'] },
    before: [trusted],
    shows: /Show it\?[\s\S]*enter choose/,
  },
  {
    ...{ verb: 'practice', prompt: 'reset', args: ['practice', 'boiling', '--reset'] },
    before: [trusted],
    shows: /Put the starter back\?[\s\S]*enter choose/,
  },
  which('done', ['done', 'green']),
  {
    ...{ verb: 'done', prompt: 'gate', args: ['done', 'locked'] },
    shows: /Mark it all the same\?[\s\S]*enter choose/,
  },
  which('skip', ['skip', 'green']),
  which('reopen', ['reopen', 'green']),
  which('log', ['log', '--topic', 'green']),
  which('roadmap', ['roadmap', 'green']),
  which('show', ['show', 'green']),
  which('why', ['why', 'green']),
  which('reset', ['reset', 'green']),
  {
    ...{ verb: 'reset', prompt: 'consent', args: ['reset', 'all'], before: ['done single'] },
    shows: /Reset them\?[\s\S]*enter choose/,
  },
  {
    ...{ verb: 'reset', prompt: 'erase', args: ['reset', '--erase'], before: ['done single'] },
    shows: /enter answer[\s\S]*Type the word erase/,
  },
  {
    ...{ verb: 'curriculum check', prompt: 'consent' },
    args: ['curriculum', 'check', kitchenName, '--exercises'],
    shows: /Go on\?[\s\S]*enter choose/,
  },
  {
    ...{ verb: 'curriculum trust', prompt: 'trust', args: ['curriculum', 'trust'] },
    shows: /Do you trust it\?[\s\S]*enter choose/,
  },
  which('certificate', ['certificate', 'green']),
  which('stats', ['stats', 'green']),
];

const neverAsk = [
  ...['undo', 'redo', 'search', 'status', 'export', 'import', 'doctor', 'config'],
  ...['curriculum list', 'curriculum use', 'curriculum schema'],
];

it.each([
  ['\u001b[1ma\u001b[22m', []],
  ['\u001b[1m\u001b[31ma\u001b[39m', ['bold']],
  ['\u001b[1;4;38;5;1ma\u001b[0m', []],
  ['\u001b[7ma\u001b[m\u001b[48;2;1;2;3m', ['ground']],
  ['\u001b[2;7ma\u001b[27m', ['dim']],
  ['\u001b[4ma\u001b[24m\u001b[92m', ['colour']],
])('sees what looks were left behind: %j', (raw, left) => {
  expect(styleAfter(raw)).toEqual(left);
});

let room: Awaited<ReturnType<typeof openKitchen>>;
beforeAll(async () => {
  room = await openKitchen();
});
afterAll(() => room.close());

describe('the terminal is as it was, whatever ends the program', () => {
  it('visits every verb', async () => {
    const groups = await Promise.all(
      entries.map(async ({ name, load }) => {
        const loaded = await load();
        return 'entries' in loaded ? loaded.entries.map((one) => `${name} ${one.name}`) : [name];
      }),
    );
    const visited = new Set([...prompts.map(({ verb }) => verb), ...neverAsk]);
    expect([...visited].sort()).toEqual([...groups.flat(), 'home'].sort());
  });

  it.each(prompts)('at the prompt of $verb: $prompt', async (prompt) => {
    expect(await room.end(prompt, endings)).toEqual(whole(endings));
  });

  const some = prompts.filter(({ prompt }) => ['menu', 'short', 'watch'].includes(prompt));
  it.each(some)('with other endings, at the prompt of $verb: $prompt', async (prompt) => {
    const ways = moreEndings.slice(endings.length);
    expect(await room.end(prompt, ways)).toEqual(whole(ways));
  });

  it('line by line', async () => {
    const stage: Stage = {
      ...{ args: ['--plain', 'learn', 'short'], way: [['Press Enter:', enter]] },
      shows: /Type your answer:$/,
    };
    expect(await room.end(stage, moreEndings)).toEqual(whole(moreEndings));
  });
});

describe('what is under way is ended, and leaves nothing behind', () => {
  it.each<[string, Stage]>([
    [
      'a check that is watched',
      { args: ['practice', 'slow'], before: [trusted], shows: /checking …[\s\S]*q leave/ },
    ],
    [
      'a check that is waited for',
      { args: ['practice', 'slow', '--check'], before: [trusted], shows: '' },
    ],
    [
      'an exercise that is tried out',
      { args: ['curriculum', 'check', kitchenName, '--exercises', '--yes'], shows: 'Trying slow' },
    ],
  ])('%s', async (_, stage) => {
    expect(await room.end({ ...stage, running: true }, endings)).toEqual(whole(endings));
  });

  it('a pager, which has Ctrl+C for itself', async () => {
    const stage: Stage = {
      ...{ args: ['roadmap'], env: { PAGER: 'less', LESS: '-+F', LESSHISTFILE: '-' } },
      ...{ rows: 8, shows: /Kitchen[\s\S]*\n:$/ },
    };
    const [ctrlC, ...signals] = endings;
    expect(await room.end(stage, signals)).toEqual(whole(signals));
    const left: Ending = {
      ...{ name: 'q', exit: 0, says: ctrlC?.says ?? '' },
      async end(shell) {
        const before = shell.raw().length;
        await ctrlC?.end(shell);
        // less throws away what is typed before it has painted the screen anew, with its prompt at the end.
        const prompt = ':\u001b[K';
        await shell.waitUntil(
          () => shell.raw().slice(before).endsWith(prompt),
          'the prompt of less',
        );
        shell.type('q');
      },
    };
    expect(await room.end(stage, [left])).toMatchObject([{ exit: 0, restored: true }]);
  });

  it('an editor', async () => {
    const stage: Stage = {
      ...{ args: ['practice', 'boiling'], before: [trusted] },
      env: { EDITOR: `sh -c 'stty raw -echo; printf EDITING; sleep 60' editor` },
      way: [[/✗ the kettle[\s\S]*q leave/, 'o']],
      shows: 'EDITING',
    };
    const signals = endings.filter(({ name }) => name === 'SIGTERM' || name === 'SIGHUP');
    const outcomes = await room.end(stage, signals);
    expect(outcomes.map(({ exit, children }) => ({ exit, children }))).toEqual(
      signals.map(({ exit }) => ({ exit, children: [] })),
    );
  });

  it('everything, when the window is closed', async () => {
    const hangUp: Ending = {
      ...{ name: 'hang up', exit: 129, says: '' },
      end: (shell) => shell.hangUp(),
    };
    const stage: Stage = {
      ...{ args: ['practice', 'slow'], before: [trusted], shows: /checking …[\s\S]*q leave/ },
    };
    const [outcome] = await room.end({ ...stage, running: true }, [hangUp]);
    expect(outcome).toMatchObject({ children: [], leftBehind: [] });
  });
});
