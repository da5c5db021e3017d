import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/curriculum.ts';
import { newLearner } from '../support/program.ts';

const kettle = (): string =>
  folderWith({
    'curriculum.yaml': `format: 1
id: tea
title: Tea
version: 1.0.0
language: en
about: Tea.
phases:
  - {id: p, title: P, focus: F., why: W., steps: [{id: s, title: S, why: W., builds_on: [], topics: [boil]}]}
`,
    'topics/boil/topic.yaml': `title: Boil
hours: 1
why: Hot.
requires: []
outcomes: [{id: o, can: boil}]
exercise:
  {title: Boil it, minutes: 5, needs: [python3], files: [kettle.txt], hints: [Turn it on.], after: Done.}
`,
    'topics/boil/exercise/task.md': 'Write `on` into kettle.txt.\n',
    'topics/boil/exercise/starter/kettle.txt': 'off\n',
    'topics/boil/exercise/check.py': `from checkkit import check
text = open("kettle.txt").read()
check(text == "on\\n", "the kettle is on", came=text, hint="Small letters." if text == "ON\\n" else "Turn it on.")
`,
    'topics/boil/exercise/solution/kettle.txt': 'on\n',
    'topics/boil/exercise/wrong/shouting/kettle.txt': 'ON\n',
    'topics/boil/exercise/wrong/shouting/expect.txt': 'Small letters\n',
  });

const prove = (folder: string, ...more: string[]) =>
  newLearner().run('curriculum', 'check', folder, '--exercises', ...more);

describe('curriculum check --exercises', () => {
  it('proves that the starter fails, the solution passes and each wrong one is named', async () => {
    const { status, stdout } = await prove(kettle(), '--yes', '--runs', '2');
    expect(stdout).toContain('3 promises of exercises, 0 broken.');
    expect(status).toBe(0);
  });

  it.each([
    ['the starter passes', 'starter/kettle.txt', 'on\n', 'exercise/starter: It passes.'],
    ['the solution fails', 'solution/kettle.txt', 'of\n', 'exercise/solution: It is rejected'],
    ['a wrong one passes', 'wrong/shouting/kettle.txt', 'on\n', 'wrong/shouting: It passes.'],
    ['a wrong one is not named', 'wrong/shouting/expect.txt', 'Cold', 'names its mistake'],
    ['the check falls over', 'check.py', '1 / 0\n', 'The check broke'],
  ])('says so when %s', async (_, file, content, message) => {
    const folder = kettle();
    writeFileSync(join(folder, 'topics/boil/exercise', file), content);
    const { status, stdout } = await prove(folder, '--yes');
    expect(stdout).toContain(message);
    expect(status).toBe(1);
  });

  it('runs nothing of others without a word', async () => {
    const { status, stderr } = await prove(kettle());
    expect(status).toBe(1);
    expect(stderr).toContain('--yes');
  });
});

describe('curriculum check', () => {
  it.each([
    ['task.md', 'has no task.md'],
    ['check.py', 'has no check.py'],
    ['starter', 'has no starter folder'],
    ['solution', 'has no solution folder'],
    ['wrong', 'no wrong solutions'],
  ])('misses %s of an exercise', async (part, message) => {
    const folder = kettle();
    rmSync(join(folder, 'topics/boil/exercise', part), { recursive: true });
    const { stdout } = await newLearner().run('curriculum', 'check', folder);
    expect(stdout).toContain(message);
  });

  it('refuses links in an exercise', async () => {
    const folder = kettle();
    symlinkSync('/etc/passwd', join(folder, 'topics/boil/exercise/starter/secret'));
    const { status, stdout } = await newLearner().run('curriculum', 'check', folder);
    expect(status).toBe(1);
    expect(stdout).toContain('exercise/starter/secret');
  });
});
