import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/terminal/layout.ts';
import { folderWith } from '../support/curriculum.ts';
import { kitchen, kitchenFiles } from '../support/kitchen.ts';
import { newLearner } from '../support/program.ts';
import { key, openScreen, type ScreenOptions } from '../support/screen.ts';

const { enter } = key;

/** What the learner does: what is waited for, and typed then. */
type Way = readonly (readonly [shown: string | RegExp, keys: string])[];

async function record(args: readonly string[], way: Way, options: ScreenOptions = {}) {
  const curriculum = folderWith(kitchen());
  const { home, run } = newLearner({ MLOPS_PATH_CURRICULUM: curriculum });
  await run('curriculum', 'trust', '--yes');
  await run('done', 'green-tea');
  await run('skip', 'green-pot');
  const env = { MLOPS_PATH_CURRICULUM: curriculum, ...options.env };
  const screen = openScreen(home, args, { rows: 60, ...options, env });
  for (const [shown, keys] of way) {
    await screen.waitFor(shown);
    screen.type(keys);
  }
  await screen.exit();
  return screen;
}

const readingVerbs = [
  ...['roadmap', 'status', 'log', 'show locked', 'why locked', 'search brew', 'doctor', 'config'],
  ...['stats', 'review', 'status --short', 'certificate'],
  ...['curriculum list', 'curriculum check', 'undo', 'redo', 'export', '--help', 'next --help'],
];
const leave = ['Press Enter:', `q${enter}`] as const;
const toQuestion = ['Press Enter:', enter] as const;

describe('--plain, read as bytes', () => {
  const conversations: readonly [string, string[], Way][] = [
    ['home', [], [['Type a number from 1 to 5:', `5${enter}`]]],
    ['next', ['next'], [[/Start now\?[\s\S]*1 to 2:$/, `2${enter}`]]],
    ['which', ['done', 'green'], [[/Which one[\s\S]*1 to 2:$/, `1${enter}`]]],
    ['single', ['learn', 'single'], [toQuestion, [/mountain[\s\S]*1 to 2:$/, `2${enter}`], leave]],
    [
      'multiple',
      ['learn', 'multiple'],
      [toQuestion, ['spaces between them:', `1 3${enter}`], leave],
    ],
    [
      'order',
      ['learn', 'order'],
      [
        toQuestion,
        [/What comes first\?[\s\S]*1 to 3:$/, `1${enter}`],
        [/And then\?[\s\S]*1 to 2:$/, `1${enter}`],
        [/hat is my answer[\s\S]*Press Enter:$/, enter],
        [/Why:[\s\S]*Press Enter:$/, `q${enter}`],
      ],
    ],
    ['short', ['learn', 'short'], [toQuestion, ['Type your answer:', `Kelvin${enter}`], leave]],
    [
      'a hint',
      ['learn', 'single'],
      [
        toQuestion,
        [/\?\. hint[\s\S]*1 to 2:$/, `?${enter}`],
        [/Hint\.[\s\S]*1 to 2:$/, `q${enter}`],
      ],
    ],
    ['on a word', ['learn', 'unwritten'], [[/Can you do[\s\S]*1 to 2:$/, `q${enter}`]]],
    [
      'practice',
      ['practice', 'boiling'],
      [
        [/Not yet: the kettle[\s\S]*q\. leave$/, `h${enter}`],
        ['Hint 1.', `q${enter}`],
      ],
    ],
    ['reset', ['reset', 'all'], [[/Reset them\?[\s\S]*1 to 2:$/, `2${enter}`]]],
    ['erase', ['reset', '--erase'], [['Type your answer:', `no${enter}`]]],
    ...readingVerbs.map((verb): [string, string[], Way] => [verb, verb.split(' '), []]),
  ];

  it.each(conversations)('is lines of text and nothing else: %s', async (_, args, way) => {
    const screen = await record(['--plain', ...args], way);
    const raw = screen.raw().replaceAll('\r\n', '\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
    expect(raw).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    expect(raw).not.toMatch(/[\u2500-\u259f\u25a0-\u25ff\u2700-\u27bf\u2800-\u28ff]/);
    // Dots, angles, bullets and arrows; and what stands for them without Unicode.
    expect(raw).not.toMatch(/[\u00b7\u2022\u203a\u2190-\u21ff]/);
    expect(raw).not.toMatch(/(?:^|\s)[>|~]+(?:\s|$)|\w - \w/m);
    expect(raw.trim()).not.toBe('');
  });

  it('says in words what colours and symbols say elsewhere', async () => {
    const map = await record(['--plain', 'roadmap'], []);
    expect(map.history()).toMatch(/single: next/);
    expect(map.history()).toMatch(/green-tea: marked/);
    expect(map.history()).toMatch(/green-pot: skipped/);
    expect(map.history()).toMatch(/locked: needs unwritten/);
    const wrong = await record(
      ['--plain', 'learn', 'number'],
      [toQuestion, ['Type your answer:', `3${enter}`], leave],
    );
    expect(wrong.history()).toContain('Not quite.');
    expect(wrong.history()).toContain('Right is:');
    const list = await record(['--plain', 'curriculum', 'list'], []);
    expect(list.history()).toContain('(in use)');
  });
});

describe('colours', () => {
  /** Attributes, and the eight colours that every terminal lets its owner choose. */
  const sixteen = /^(0|1|2|3|4|22|23|24|3[0-7]|39|9[0-7])$/;

  it.each<[string, string[], Way]>([
    [
      'a lesson and a verdict',
      ['learn', 'single'],
      [
        ['enter to the questions', enter],
        ["I don't know", 'i'],
        ['enter go on', 'q'],
      ],
    ],
    ['practice', ['practice', 'boiling'], [[/✗ the kettle[\s\S]*q leave/, 'q']]],
    ['the roadmap', ['roadmap', '--no-pager'], []],
    ['doctor', ['doctor'], []],
  ])('are the sixteen of the terminal, on any ground: %s', async (_, args, way) => {
    const screen = await record(args, way);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
    const codes = [...screen.raw().matchAll(/\u001b\[([\d;]*)m/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(code).toMatch(sixteen);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
    expect(screen.raw()).not.toMatch(/\u001b\[4[0-8]/);
  });
});

describe('wide characters', () => {
  const titles = [
    '日本語の入門',
    'Ünï e\u0301',
    '👩‍🔬 Labor',
    '🇩🇪 Flagge',
    'plain',
    `${'長'.repeat(60)}`,
    'x'.repeat(150),
  ];
  const topics = Object.fromEntries(titles.map((title, i) => [`t${i}`, { title }]));

  it.each([40, 80, 200])('keep the roadmap in its columns, at %i', async (columns) => {
    const env = { MLOPS_PATH_CURRICULUM: folderWith(kitchenFiles(topics)) };
    const { home } = newLearner();
    const screen = openScreen(home, ['roadmap', '--no-pager'], { columns, env });
    await screen.exit();
    const rows = screen
      .history()
      .split('\n')
      .filter((line) => line.endsWith(' 1 h'));
    expect(rows).toHaveLength(titles.length);
    // The emulator keeps one cell for each column.
    expect(new Set(rows.map(widthOf)).size).toBe(1);
  });
});

describe('a screen of 40, 80 and 200 columns', { timeout: 120_000 }, () => {
  it.each([40, 80, 200])('has no line that is wider: %i', async (columns) => {
    const { run } = newLearner({ COLUMNS: String(columns) });
    await run('done', 'python-core', 'git-snapshots');
    const wider: string[] = [];
    for (const verb of [
      'roadmap',
      'status',
      'log',
      'show 3',
      'why 73',
      'search git',
      'next -n 3',
      'learn 3',
      'done 4',
      'undo',
      'doctor',
      'config',
      '',
    ]) {
      const { stdout } = await run(...verb.split(' ').filter((word) => word !== ''));
      wider.push(...stdout.split('\n').filter((line) => widthOf(line) > columns));
    }
    // A link and a path are never broken.
    expect(wider.filter((line) => !/https:\/\/|\/tmp\//.test(line))).toEqual([]);
  });
});
