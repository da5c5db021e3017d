import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/curriculum.ts';
import { newLearner } from '../support/program.ts';

const page = (topics: string): string => `
format: 1
id: tea
title: Making tea
version: 1.0.0
language: en
about: From water to tea.
phases:
  - id: kitchen
    title: Kitchen
    focus: Tea.
    why: It is warm.
    steps:
      - id: brewing
        title: Brewing
        why: It comes first.
        builds_on: []
        topics: ${topics}
`;

const topic = (title: string, requires = '[]', rest = ''): string => `
title: ${title}
hours: 1
why: You want tea.
requires: ${requires}
outcomes:
  - id: do-it
    can: do it
${rest}`;

const tea = {
  'curriculum.yaml': page('[boil-water, brew-tea]'),
  'topics/boil-water/topic.yaml': topic('Boil water'),
  'topics/brew-tea/topic.yaml': topic('Brew tea', '[boil-water]'),
};

describe('curriculum check', () => {
  it('passes the shipped curriculum', async () => {
    const { status, stdout } = await newLearner().run('curriculum', 'check');
    expect(stdout).toMatch(
      /^73 topics in 11 steps and 3 phases, 204 h: (no errors|\d+ warnings?)\.$/m,
    );
    expect(status).toBe(0);
  });

  it.each<[how: string, more: (folder: string) => string[], env: (folder: string) => object]>([
    ['by its option', (folder) => ['--curriculum', folder], () => ({})],
    ['by the environment', () => [], (folder) => ({ MLOPS_PATH_CURRICULUM: folder })],
  ])('checks the curriculum that is in use this time, %s', async (_, more, env) => {
    const folder = folderWith({ ...tea, 'topics/brew-tea/topic.yaml': 'title: 5\n' });
    const { runWith } = newLearner();
    const check = [...more(folder), 'curriculum', 'check'];
    const { status, stdout } = await runWith({ ...env(folder) }, ...check);
    expect(stdout).toContain('should be text, not 5');
    expect(status).toBe(1);
  });

  it('checks a single file that is in use this time', async () => {
    const file = join(folderWith({ 'tea.yaml': page('[boil-water]') }), 'tea.yaml');
    const { run } = newLearner();
    const named = await run('curriculum', 'check', file);
    expect(named.stdout).toContain('boil-water');
    expect(await run('--curriculum', file, 'curriculum', 'check')).toEqual(named);
  });

  it('shows every mistake at its place, underlined, with what to do', async () => {
    const folder = folderWith({
      ...tea,
      'topics/brew-tea/topic.yaml': topic('Brew tea', '[boil-watr]').replace('hours', 'hors'),
    });
    const { status, stdout } = await newLearner().run('curriculum', 'check', folder);
    expect(status).toBe(1);
    expect(stdout).toBe(`topics/brew-tea/topic.yaml:2:1  error  missing-field
  hours is missing.
    2 │ title: Brew tea
      │ ~~~~~~~~~~~~~~~
  Add it: hours: …

topics/brew-tea/topic.yaml:3:1  error  unknown-field
  Unknown field "hors".
    3 │ hors: 1
      │ ~~~~
  Did you mean "hours"?

2 errors.
`);
  });

  it('looks at the topics of a folder whose page is named', async () => {
    const folder = folderWith({ ...tea, 'topics/brew-tea/topic.yaml': 'title: 5\n' });
    const page = join(folder, 'curriculum.yaml');
    const { run } = newLearner();
    const whole = await run('curriculum', 'check', folder, '--json');
    expect(whole.stdout).toContain('should be text, not 5');
    expect(await run('curriculum', 'check', page, '--json')).toEqual(whole);
    expect(await run('--curriculum', page, 'curriculum', 'check', '--json')).toEqual(whole);
  });

  it('prints the path of a circle', async () => {
    const folder = folderWith({
      ...tea,
      'topics/boil-water/topic.yaml': topic('Boil water', '[brew-tea]'),
    });
    const { stdout } = await newLearner().run('curriculum', 'check', folder);
    expect(stdout).toContain('boil-water requires brew-tea, which requires boil-water');
  });

  it('reads no file outside the folder', async () => {
    const folder = folderWith(tea);
    const secret = join(folderWith({ 'secret.md': 'secret' }), 'secret.md');
    symlinkSync(secret, join(folder, 'topics', 'boil-water', 'lesson.md'));
    const { status, stdout } = await newLearner().run('curriculum', 'check', folder, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).diagnostics).toMatchObject([
      { code: 'outside', file: 'topics/boil-water/lesson.md' },
    ]);
    expect(stdout).not.toContain('"secret"');
  });

  it.each([
    ['an empty file', ''],
    ['a list', '- a\n- b\n'],
    ['no YAML', 'a: [b\n'],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x41])],
    ['a newer format', page('[boil-water, brew-tea]').replace('format: 1', 'format: 2')],
    [
      'aliases without end',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(20)}]\nc: [${'*b,'.repeat(20)}]\n`,
    ],
    ['an escape sequence', page('[boil-water, brew-tea]').replace('Making tea', '"\\e[2J"')],
  ])('says what is wrong with %s', async (_, content) => {
    const folder = folderWith(tea);
    writeFileSync(join(folder, 'curriculum.yaml'), content);
    const { status, stdout, stderr } = await newLearner().run('curriculum', 'check', folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/error {2}[a-z-]+/);
    expect(stderr).toBe('');
  });
});

describe('curriculum list', () => {
  it.each<[which: string, more: (folder: string) => string[], marked: string]>([
    ['the chosen one', () => [], '❯ tea'],
    ['the one that an option names', () => ['--curriculum', 'mlops'], '❯ mlops'],
    ['a known one that is named by its folder', (folder) => ['--curriculum', folder], '❯ tea'],
    ['one whose id is no property', () => ['--curriculum', 'constructor'], '❯ (cannot be used)'],
  ])('marks %s', async (_, more, marked) => {
    const { run } = newLearner();
    const folder = folderWith(tea);
    await run('curriculum', 'use', folder);
    const { status, stdout } = await run(...more(folder), 'curriculum', 'list');
    expect(stdout.match(/^❯ .*?(?= {2})/gm)).toEqual([marked]);
    expect(status).toBe(0);
  });

  it('has a line for one that is in use this time only', async () => {
    const { runWith } = newLearner();
    const folder = folderWith(tea);
    const env = { MLOPS_PATH_CURRICULUM: folder };
    const { stdout } = await runWith(env, 'curriculum', 'list', '--plain');
    expect(stdout).toBe(`mlops: comes with the program\ntea (in use): ${folder}\n`);
    const { curricula } = JSON.parse((await runWith(env, 'curriculum', 'list', '--json')).stdout);
    expect(curricula).toEqual([
      { id: 'mlops', location: 'comes with the program', inUse: false },
      { id: 'tea', location: folder, inUse: true },
    ]);
  });

  it('marks one that cannot be used by its place', async () => {
    const { run } = newLearner();
    const folder = folderWith({ 'curriculum.yaml': '' });
    const { status, stdout } = await run('--curriculum', folder, 'curriculum', 'list', '--json');
    expect(JSON.parse(stdout).curricula[1]).toEqual({ location: folder, inUse: true });
    expect(status).toBe(0);
  });
});

describe('another curriculum', () => {
  it('is used for one run, or chosen; progress in each is its own', async () => {
    const { run } = newLearner();
    const folder = folderWith(tea);
    expect((await run('--curriculum', folder, 'status', '--short')).stdout).toContain('tea 0/2');
    await run('done', 'python-core');
    expect((await run('curriculum', 'use', folder)).stdout).toContain('Making tea (tea)');
    expect((await run('next')).stdout).toContain('Boil water');
    await run('done', 'boil-water');
    expect((await run('status', '--short')).stdout).toContain('tea 1/2 → brew-tea');
    expect((await run('curriculum', 'list')).stdout).toMatch(/❯ tea/);
    await run('curriculum', 'use', 'mlops');
    expect((await run('status', '--short')).stdout).toContain('mlops 1/73');
  });

  it('is the whole folder where its page is named', async () => {
    const { run } = newLearner();
    const folder = folderWith(tea);
    const page = join(folder, 'curriculum.yaml');
    expect((await run('--curriculum', page, 'status', '--short')).stdout).toContain('tea 0/2');
    await run('curriculum', 'use', page);
    expect((await run('curriculum', 'list', '--plain')).stdout).toContain(
      `tea (in use): ${folder}\n`,
    );
  });

  it('is compiled again as soon as a file changes', async () => {
    const { run } = newLearner();
    const folder = folderWith(tea);
    await run('--curriculum', folder, 'next');
    writeFileSync(join(folder, 'topics/boil-water/topic.yaml'), topic('Boil much water'));
    expect((await run('--curriculum', folder, 'next')).stdout).toContain('Boil much water');
  });

  it('may be one file', async () => {
    const inline = ['Boil water', 'Brew tea'].map((title, i) => {
      const fields = topic(title, i === 0 ? '[]' : '[boil-water]')
        .trim()
        .split('\n');
      const id = title.toLowerCase().replace(' ', '-');
      return [`          - id: ${id}`, ...fields.map((line) => `            ${line}`)].join('\n');
    });
    const folder = folderWith({ 'tea.yaml': page(`\n${inline.join('\n')}`) });
    const { run } = newLearner();
    const file = join(folder, 'tea.yaml');
    expect((await run('curriculum', 'check', file)).stdout).toContain('2 topics in 1 step');
    expect((await run('--curriculum', file, 'next')).stdout).toContain('Boil water');
    await run('curriculum', 'use', file);
    expect((await run('curriculum', 'check')).stdout).toContain('2 topics in 1 step');
  });

  it('is refused with its mistakes when it has any', async () => {
    const folder = folderWith({ ...tea, 'topics/boil-water/topic.yaml': 'title: 5\n' });
    const { status, stdout, stderr } = await newLearner().run('--curriculum', folder, 'next');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('should be text, not 5');
    expect(stderr).toContain('cannot be used');
  });

  it('gives editors the schema of its files', async () => {
    const { run } = newLearner();
    const schema = JSON.parse((await run('curriculum', 'schema', 'topic')).stdout);
    expect(schema.required).toContain('outcomes');
    expect(schema.properties.why.description).toContain('one or two sentences');
  });
});
