import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUnsafe } from '../../src/core/text/printable.ts';
import { folderWith, writeFiles } from '../support/curriculum.ts';
import {
  kettleCheck,
  kitchenExercise,
  kitchenFiles,
  kitchenQuestions,
} from '../support/kitchen.ts';
import { environment, newLearner, runProgram, temporaryFolder } from '../support/program.ts';
import { key, openScreen } from '../support/screen.ts';

/**
 * What drives a terminal or hides what is written: a title, the clipboard, a link, a clearing of the
 * screen, an 8-bit sequence, a reversed direction, and single characters that move the cursor.
 */
const evil =
  'EVIL\u001b]0;t\u0007\u001b]52;c;QUFB\u0007\u001b]8;;http://x\u0007\u001b[2J\u001b[8m\u009b2J\u202e\u2066\u200f\r\b\u007f\u0085\u0000';
/** The same where the system allows no NUL: in names, arguments and the environment. */
const evilName = evil.replaceAll('\u0000', '').replaceAll('/', '');

/** What the program writes itself: the sixteen colours and attributes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what it looks for
const own = /\u001b\[(?:0|1|2|3|22|23|3[0-7]|39)m/g;

function expectSafe(text: string): void {
  const at = findUnsafe(text.replace(own, ''));
  expect(
    at < 0 ? '' : JSON.stringify(text.replace(own, '').slice(Math.max(0, at - 60), at + 60)),
  ).toBe('');
}

/** Runs command lines one after the other; something of them has to show the text. */
async function tryAll(
  env: Readonly<Record<string, string>>,
  ...lines: readonly (readonly string[])[]
): Promise<string> {
  let all = '';
  for (const args of lines) {
    const { stdout, stderr } = await runProgram(args, env);
    expectSafe(stdout);
    expectSafe(stderr);
    all += stdout + stderr;
  }
  expect(all).toContain('EVIL');
  return all;
}

const lesson = '# Tea\n\nFill the kettle.\n';
const question = kitchenQuestions.single;

/** Some cases run the program a dozen times. */
const patience = { timeout: 120_000 };

describe('a curriculum that would drive the terminal', patience, () => {
  it.each<[string, Parameters<typeof kitchenFiles>]>([
    ['its title', [{ one: {} }, { title: evil }]],
    ['a step', [{ one: {} }, { step: evil }]],
    ['a topic', [{ one: { title: evil } }]],
    ['the reason of a topic', [{ one: { why: evil } }]],
    ['a lesson', [{ one: { lesson: `# Tea\n\n${evil}\n` } }]],
    ['a question', [{ one: { lesson, questions: [{ ...question, ask: evil }] } }]],
    ['a hint', [{ one: { lesson, questions: [{ ...question, hint: evil }] } }]],
    ['a requirement', [{ one: { requires: [evil] } }]],
    ['an id', [{ [evilName]: {} }]],
    [
      'a resource',
      [
        {
          one: {
            resources: [
              { title: evil, url: `https://x/${evil}`, kind: 'book', minutes: 1, why: evil },
            ],
          },
        },
      ],
    ],
    [
      'an exercise',
      [
        {
          one: {
            exercise: kitchenExercise('one', '', { title: evil, hints: [evil], files: [evil] })
              .exercise,
          },
        },
      ],
    ],
  ])('is refused, and shown as a picture: %s', async (_, files) => {
    const folder = folderWith(kitchenFiles(...files));
    const env = environment(temporaryFolder(), { FORCE_COLOR: '1' });
    const check = await runProgram(['curriculum', 'check', folder], env);
    expectSafe(check.stdout);
    expectSafe(check.stderr);
    expect(check.status).toBe(1);
    const used = await runProgram(['--curriculum', folder, 'next'], env);
    expectSafe(used.stderr);
    expect(used.status).toBe(1);
  });

  it('does not become one through entities of HTML', async () => {
    const folder = folderWith(
      kitchenFiles({
        one: { lesson: '# Tea\n\nEVIL &#27;[2J &#x9b;2J `&#27;` [a&#27;](x&#27;)\n' },
      }),
    );
    await tryAll(environment(temporaryFolder(), { MLOPS_PATH_CURRICULUM: folder }), [
      'learn',
      'one',
    ]);
  });

  it('is shown as a picture where its folder has such a name', async () => {
    const folder = join(temporaryFolder(), evilName);
    writeFiles(folder, kitchenFiles({ one: {} }));
    const env = environment(temporaryFolder());
    await tryAll(
      env,
      ['curriculum', 'check', folder],
      ['curriculum', 'use', folder],
      ['curriculum', 'list'],
    );
    await tryAll(
      env,
      ['--curriculum', `${folder}x`, 'next'],
      ['curriculum', 'check', `${folder}x`],
    );
  });
});

describe('an exercise that would drive the terminal', patience, () => {
  const python = JSON.stringify(evil).replaceAll('\u007f', '\\x7f');
  const learnerOf = async (check: string, more: Readonly<Record<string, string>> = {}) => {
    const { exercise, files } = kitchenExercise('one', check);
    const folder = folderWith(
      kitchenFiles({ one: { lesson, exercise } }, {}, { ...files, ...more }),
    );
    const home = temporaryFolder();
    const env = environment(home, { MLOPS_PATH_CURRICULUM: folder });
    await runProgram(['curriculum', 'trust', '--yes'], env);
    return { folder, home, env };
  };
  const inside = 'topics/one/exercise';

  it.each<[string, string]>([
    ['what a check says', `check(False, ${python}, ${python}, ${python}, ${python})`],
    [
      'what a check prints',
      `import sys\nprint(${python}, file=sys.stderr)\ncheck(False, ${python})`,
    ],
    ['what it says at the end', `import sys\nsys.exit(${python})`],
    ['how it gives up', `print("Bail out! " + ${python})`],
    [
      'notes in YAML',
      `print("not ok 1 - EVIL\\n  ---\\n  hint: \\"\\\\x1b[2J\\\\u009b\\"\\n  ...\\n1..1")`,
    ],
  ])('is shown as a picture: %s', async (_, check) => {
    const { env } = await learnerOf(check);
    await tryAll(env, ['practice', 'one'], ['practice', 'one', '--json']);
  });

  const noNul = evil.replace('\u0000', '');
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['its task', { 'task.md': evil }, ['practice', 'one']],
    ['its starter', { 'starter/kettle.txt': noNul }, ['practice', 'one', '--solution', '--yes']],
    ['its setup', { 'setup.py': `raise SystemExit(${python})` }, ['practice', 'one']],
    [
      'its solution',
      { 'solution/solve.py': `# ${noNul}\n` },
      ['practice', 'one', '--solution', '--yes'],
    ],
  ])('is shown as a picture: %s', async (_, files, args) => {
    const entries = Object.entries(files).map(([name, text]) => [`${inside}/${name}`, text]);
    const { env } = await learnerOf(kettleCheck, Object.fromEntries(entries));
    await tryAll(env, args);
  });

  it('is shown as a picture: what its author has promised', async () => {
    const { folder, env } = await learnerOf(kettleCheck, {
      [`${inside}/wrong/${evilName}/kettle.txt`]: 'cold\n',
      [`${inside}/wrong/${evilName}/expect.txt`]: evil,
      [`${inside}/wrong/script/solve.py`]: `raise SystemExit(${python})`,
      [`${inside}/wrong/script/expect.txt`]: 'x',
    });
    await tryAll(env, ['curriculum', 'check', folder, '--exercises', '--yes']);
  });
});

describe('this machine', patience, () => {
  it('has a home with such a name', async () => {
    const home = join(temporaryFolder(), evilName);
    const env = environment(home);
    await tryAll(
      env,
      [],
      ['status'],
      ['doctor'],
      ['config'],
      ['practice', 'python-core', '--check'],
    );
    await tryAll(
      env,
      ['practice', 'python-core', '--json'],
      ['status', '--json'],
      ['doctor', '--json'],
    );
  });

  it('has preferences with such values', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'config'));
    const settings = {
      workspace: `/x/${evil}`,
      color: evil,
      pager: evil,
      folders: { [evil]: evil },
    };
    writeFileSync(join(home, 'config', 'settings.json'), JSON.stringify(settings));
    const env = environment(home);
    await tryAll(
      env,
      ['config'],
      ['config', 'workspace'],
      ['config', 'color'],
      ['curriculum', 'list'],
    );
    await tryAll(env, ['config', '--json'], ['practice', 'python-core']);
    writeFileSync(join(home, 'config', 'settings.json'), `{"curriculum": ${JSON.stringify(evil)}}`);
    await tryAll(env, ['next'], ['curriculum', 'check']);
  });

  it('has a journal, or is given one, with such lines', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    const base = {
      v: 1,
      at: '2026-11-23T09:00:00+01:00',
      device: 'd',
      curriculum: 'mlops',
      action: 'a',
    };
    const lines = [
      { ...base, id: 'e1', seq: 1, kind: 'topic-done', topic: evil, how: 'marked' },
      { ...base, id: 'e2', seq: 2, kind: evil, topic: 'x' },
      { ...base, id: 'e3', seq: 3, kind: 'from-the-future', topic: evil },
      {
        ...base,
        id: 'e4',
        seq: 4,
        kind: 'exercise-checked',
        topic: 'git-snapshots',
        passed: false,
        failed: [evil],
      },
      {
        ...base,
        id: 'e5',
        seq: 5,
        kind: 'topic-done',
        topic: 'a-topic-of-evil',
        how: 'marked',
        note: evil,
      },
      { ...base, id: 'e6', seq: 6, v: 9, kind: 'topic-done', topic: evil, at: evil },
    ];
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n${evil}\n`;
    writeFileSync(join(home, 'data', 'journal', `${evilName}.jsonl`), text);
    const file = join(home, `${evilName}.jsonl`);
    writeFileSync(file, text);
    const env = environment(home);
    await tryAll(env, ['status'], ['log'], ['log', '--json'], ['doctor'], ['undo']);
    await tryAll(env, ['import', file], ['import', `${file}x`], ['log']);
    // Into a file it goes as it is; a screen is another matter.
    const screen = openScreen(home, ['export']);
    await screen.exit();
    expect(screen.history()).toContain('EVIL');
    expectSafe(screen.raw().replaceAll('\r\n', '\n'));
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['MLOPS_PATH_NOW', { MLOPS_PATH_NOW: evilName }, ['next']],
    ['MLOPS_PATH_LEARNER', { MLOPS_PATH_LEARNER: evilName }, ['next']],
    ['MLOPS_PATH_CURRICULUM', { MLOPS_PATH_CURRICULUM: evilName }, ['next']],
    ['a verb', {}, [evilName]],
    ['a verb of curriculum', {}, ['curriculum', evilName]],
    ['an option', {}, ['next', `--${evilName}`]],
    ['a number', {}, ['next', '-n', evilName]],
    ['a date', {}, ['log', '--since', evilName]],
    ['a format', {}, ['roadmap', '--format', evilName]],
    ['a topic', {}, ['show', evilName]],
    ['a scope', {}, ['roadmap', evilName]],
    ['words', {}, ['search', evilName]],
    ['words, in JSON', {}, ['search', evilName, '--json']],
    ['a preference', {}, ['config', evilName]],
    ['its value', {}, ['config', 'color', evilName]],
    ['a workspace', {}, ['config', 'workspace', evilName]],
    ['a schema', {}, ['curriculum', 'schema', evilName]],
    ['a file', {}, ['export', '--output', `/etc/passwd/${evilName}`]],
  ])('is told so: %s', async (_, env, args) => {
    await tryAll(environment(temporaryFolder(), env), args);
  });
});

describe('what is typed', patience, () => {
  it.each([
    ['with keys', [], /I don't know[\s\S]*Your answer:/],
    ['line by line', ['--plain'], /Type your answer:$/],
  ])('reaches no screen but as a picture: %s', async (_, options, shows) => {
    const files = kitchenFiles({ one: { lesson, questions: [kitchenQuestions.short] } });
    const env = { MLOPS_PATH_CURRICULUM: folderWith(files) };
    const screen = openScreen(temporaryFolder(), [...options, 'learn', 'one'], { env });
    await screen.waitFor(/enter to the questions|Press Enter:/);
    screen.type(key.enter);
    await screen.waitFor(shows);
    const before = screen.raw().length;
    screen.type(`EVIL\u202e\u2066x${key.enter}`);
    await screen.waitFor('Not quite.');
    const after = screen.raw().slice(before);
    // The terminal itself echoes lines; what the program writes comes after them.
    const written = options.length > 0 ? after.slice(after.indexOf('\n')) : after;
    expect(written).not.toMatch(/[\u202e\u2066]/);
    screen.type(key.ctrlC);
    await screen.exit();
  });
});
