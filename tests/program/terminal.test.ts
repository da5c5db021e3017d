import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environment, executable, newLearner, node } from '../support/program.ts';
import { answer, waitForPrompt } from '../support/prompt.ts';
import { key, openScreen } from '../support/screen.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what it looks for
const escapes = /\u001b/;

describe('home', () => {
  it('welcomes a new learner and says where progress is kept', async () => {
    const { home } = newLearner();
    const screen = openScreen(home, []);
    await screen.waitFor('What now?');
    expect(screen.text()).toContain('Welcome to mlops-path');
    expect(screen.text().replace(/\s+/g, '')).toContain(join(home, 'data', 'journal'));
    expect(screen.text()).toContain('Start at the beginning');
    screen.type('q');
    expect(await screen.exit()).toBe(0);
  });

  it('shows where one is, and starts what the menu names', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    const screen = openScreen(home, [], { rows: 40 });
    await screen.waitFor('What now?');
    expect(screen.text()).toContain('done 1 of 73');
    screen.type(key.enter);
    await waitForPrompt(screen, /topic 2 of 73[\s\S]*Page 1 of/);
    await answer(screen, 'q');
    expect(await screen.exit()).toBe(0);
  });

  it('is a report in a pipe', async () => {
    const { status, stdout } = await newLearner().run();
    expect(status).toBe(0);
    expect(stdout).toMatch(/Kept in/);
    expect(stdout).not.toContain('What now?');
  });
});

describe('questions on the way', () => {
  it('asks which topic is meant', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['done', 'git'], { rows: 30 });
    await screen.waitFor('Which one do you mean by "git"?');
    screen.type(key.enter);
    expect(await screen.exit()).toBe(0);
    expect((await run('log')).stdout).toContain('marked git-snapshots');
  });

  it('asks before it marks a locked topic, and changes nothing on No', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['done', 'kubernetes-rollouts']);
    await screen.waitFor('Mark it all the same?');
    screen.type(key.enter);
    expect(await screen.exit()).toBe(1);
    expect((await run('log')).stdout).toContain('Nothing has happened yet');
  });

  it.each([
    ['home', []],
    ['next', ['next']],
    ['done', ['done', 'git']],
    ['learn', ['learn', 'kubernetes-rollouts']],
  ])('Ctrl+C at the prompt of %s ends with 130 and a visible cursor', async (_, args) => {
    const screen = openScreen(newLearner().home, args, { rows: 40 });
    await screen.waitFor('enter choose');
    screen.type(key.ctrlC);
    expect(await screen.exit()).toBe(130);
    expect(screen.text()).toContain('Stopped.');
    expect(screen.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(
      screen.raw().lastIndexOf('\u001b[?25l'),
    );
  });
});

describe('a poor terminal', () => {
  it.each([
    ['--plain', ['--plain'], {}],
    ['MLOPS_PATH_PLAIN', [], { MLOPS_PATH_PLAIN: '1' }],
    ['ACCESSIBLE', [], { ACCESSIBLE: '1' }],
    ['TERM=dumb', [], { TERM: 'dumb' }],
  ])('gets linear output and numbered choices: %s', async (_, options, env) => {
    const { home } = newLearner();
    const screen = openScreen(home, [...options], { env });
    await screen.waitFor('Type a number from 1 to 5:');
    expect(screen.text()).toMatch(/ {2}1\. Start at the beginning/);
    screen.type(`9${key.enter}`);
    await screen.waitFor(/9\s+Type a number from 1 to 5:/);
    screen.type(`5${key.enter}`);
    expect(await screen.exit()).toBe(0);
    expect(screen.raw()).not.toMatch(escapes);
  });

  it('can learn a topic line by line, without one escape sequence', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['--plain', 'learn', 'git-snapshots'], { rows: 60 });
    for (let page = 1; ; page++) {
      await screen.waitFor(new RegExp(`Page ${page} of \\d+[\\s\\S]*:$`));
      const isLast = screen.text().includes('To the questions');
      screen.type(isLast ? `1${key.enter}` : page === 1 ? key.enter : `1${key.enter}`);
      if (isLast) break;
    }
    await waitForPrompt(screen, /question 1 of about 4/);
    screen.type(`i${key.enter}`);
    await screen.waitFor('mastery');
    await screen.waitFor('Press Enter:');
    screen.type(key.ctrlC);
    expect(await screen.exit()).toBe(130);
    expect(screen.raw()).not.toMatch(escapes);
    expect((await run('log')).stdout).toContain('0 of 1 answer right');
  });

  it('has no colours with NO_COLOR, and says everything in words', async () => {
    const screen = openScreen(newLearner().home, ['--no-pager', 'roadmap'], {
      env: { NO_COLOR: '1' },
      rows: 120,
    });
    await screen.exit();
    expect(screen.raw()).not.toMatch(escapes);
    expect(screen.history()).toMatch(/→ +1 Python core +next/);
  });

  it.each([40, 80, 200])('keeps every screen within %i columns', async (columns) => {
    const { home, run } = newLearner();
    await run('done', 'python-core', 'git-snapshots');
    await run('skip', 'unit-testing');
    for (const verb of ['roadmap', 'status', 'log', 'show 3', 'why 73', 'search git', 'next']) {
      const { stdout } = await newLearner({ COLUMNS: String(columns) }).runWith(
        { MLOPS_PATH_HOME: home },
        ...verb.split(' '),
      );
      const tooLong = stdout.split('\n').filter((line) => line.length > columns);
      expect(tooLong.filter((line) => !line.includes('https://'))).toEqual([]);
    }
  });

  it('lets a prompt be resized', async () => {
    const screen = openScreen(newLearner().home, [], { columns: 80 });
    await screen.waitFor('What now?');
    screen.resize(40, 20);
    screen.type(key.down);
    await screen.waitFor(/❯ Tell me why/);
    screen.type('q');
    expect(await screen.exit()).toBe(0);
  });
});

describe('pipes and pagers', () => {
  it('ends quietly when nobody reads any more', async () => {
    const child = spawn(
      'sh',
      ['-c', `"${node}" "${executable}" roadmap | head -n 1; echo "\${PIPESTATUS:-ok}"`],
      { env: environment(newLearner().home), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    await once(child, 'close');
    expect(stderr).toBe('');
  });

  it('sends a long text through the pager, and a short one not', async () => {
    const { home, run } = newLearner();
    await run('done', 'python-core');
    const env = { PAGER: 'sed s/^/PAGED:/' };
    const long = openScreen(home, ['roadmap'], { env });
    await long.exit();
    expect(long.history()).toContain('PAGED: Practical');
    const short = openScreen(home, ['log'], { env });
    await short.exit();
    expect(short.history()).not.toContain('PAGED');
    const without = openScreen(home, ['roadmap', '--no-pager'], { env });
    await without.exit();
    expect(without.history()).not.toContain('PAGED');
  });

  it('prints the text itself where the pager is missing', async () => {
    const screen = openScreen(newLearner().home, ['roadmap'], { env: { PAGER: 'no-such-pager' } });
    expect(await screen.exit()).toBe(0);
    expect(screen.history()).toContain('Practical Learning Sequence');
  });
});

describe('preferences', () => {
  it('are listed, set, read and unset', async () => {
    const { run } = newLearner();
    expect((await run('config')).stdout).toMatch(/color +not set/);
    await run('config', 'color', 'always');
    expect((await run('config', 'color')).stdout).toBe('always\n');
    expect((await run('status')).stdout).toMatch(escapes);
    await run('config', 'color', '--unset');
    expect((await run('status')).stdout).not.toMatch(escapes);
  });

  it('say where they are damaged', async () => {
    const { home, run } = newLearner();
    mkdirSync(join(home, 'config'));
    writeFileSync(join(home, 'config', 'settings.json'), '{"color": ');
    const { status, stderr } = await run('next');
    expect(status).toBe(1);
    expect(stderr).toContain('settings.json');
  });
});
