import { expect, it } from 'vitest';
import { checkFiles, type Files, smallest } from '../../../support/curriculum-source.ts';

const topic = 'topics/one/topic.yaml';
const exercise = `exercise:
  title: Try it
  minutes: 5
  needs: [python3]
  files: [work.py]
  hints: [Look.]
  after: Done.
`;

const folder = (...names: string[]): Files =>
  Object.fromEntries(names.map((name) => [`topics/one/exercise/${name}`, '']));

/** What every exercise has. */
const whole = ['task.md', 'check.py', 'starter/work.py', 'solution/work.py', 'wrong/empty/work.py'];
const without = (gone: string) => folder(...whole.filter((name) => !name.startsWith(gone)));

it.each<[what: string, yaml: string, files: Files, findings: string[]]>([
  ['a whole one', exercise, folder(...whole), []],
  ['none', '', {}, []],
  ['no folder', exercise, {}, ['error at 9']],
  ['no description: nobody will meet it', '', folder(...whole), ['warning at 1']],
  ['no task', exercise, without('task.md'), ['error at 9']],
  ['no check', exercise, without('check.py'), ['error at 9']],
  ['no starter', exercise, without('starter'), ['error at 9']],
  ['no solution', exercise, without('solution'), ['error at 9']],
  ['no wrong solution', exercise, without('wrong'), ['warning at 9']],
  [
    'a file named like a folder',
    exercise,
    { ...without('starter'), ...folder('starter.py') },
    ['error at 9'],
  ],
  ['a setup, and none', `${exercise}  setup: setup.py\n`, without('starter'), ['error at 9']],
  [
    'a setup',
    `${exercise}  setup: setup.py\n`,
    { ...without('starter'), ...folder('setup.py') },
    [],
  ],
  [
    'only the task',
    exercise,
    folder('task.md'),
    ['error at 9', 'error at 9', 'error at 9', 'warning at 9'],
  ],
])('an exercise with %s', (_, yaml, files, expected) => {
  const checked = checkFiles({ ...smallest, [topic]: `${smallest[topic]}${yaml}`, ...files });
  const found = checked.diagnostics.map(({ code, severity, file, range, hint }) => {
    expect({ code, file, hint }).toEqual({
      code: 'exercise',
      file: topic,
      hint: expect.any(String),
    });
    return `${severity} at ${range?.line}`;
  });
  expect(found).toEqual(expected);
});

const path = 'A path below the folder';
it.each([
  ['the root', 'files: [/etc/passwd]', path],
  ['the folder above', 'files: [../work.py]', path],
  ['the folder above, hidden', 'files: [a/../../work.py]', path],
  ['a drive', String.raw`files: ['C:\work.py']`, path],
  ['a program by its path', 'needs: [/bin/sh]', 'without a path'],
  ['a program with arguments', 'needs: ["python3 -c"]', 'without a path'],
])('%s is no part of an exercise', (_, field, hint) => {
  const yaml = exercise.replace(new RegExp(`${field.split(':')[0]}: .*`), () => field);
  const { diagnostics } = checkFiles({
    ...smallest,
    [topic]: `${smallest[topic]}${yaml}`,
    ...folder(...whole),
  });
  expect(diagnostics).toMatchObject([{ code: 'bad-value', hint: expect.stringContaining(hint) }]);
});
