import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/curriculum.ts';
import { kettleCheck, kitchenExercise, kitchenFiles } from '../support/kitchen.ts';
import { newLearner, root, temporaryFolder } from '../support/program.ts';
import { answer, waitForPrompt } from '../support/prompt.ts';
import { key, openScreen } from '../support/screen.ts';
import { answerAll, contentOf, readOn } from '../support/simulated-learner.ts';

const exercises = join(root, 'curriculum', 'mlops', 'topics');

/** Puts the solution of an exercise of files over the learner's. */
function solve(home: string, topic: string): void {
  const workspace = join(home, 'workspace', topic);
  cpSync(join(exercises, topic, 'exercise', 'solution'), workspace, { recursive: true });
}

describe('practice', () => {
  it('lays the exercise out, says what is to be done and where, and what is not right yet', async () => {
    const { home, run } = newLearner();
    const { status, stdout } = await run('practice', 'python-core');
    expect(status).toBe(1);
    expect(stdout).toContain(join(home, 'workspace', 'python-core', 'latency.py'));
    expect(stdout).toMatch(/✗ [\s\S]*expected[\s\S]*hint/);
    expect((await run('log')).stdout).toContain('exercise tried');
  });

  it('passes with the solution, says so in JSON, and shows what it is like at work', async () => {
    const { home, run } = newLearner();
    await run('practice', 'python-core');
    solve(home, 'python-core');
    const { status, stdout } = await run('practice', 'python-core');
    expect(status).toBe(0);
    expect(stdout).toContain('Passed: ');
    const json = JSON.parse((await run('practice', 'python-core', '--json')).stdout);
    expect(json).toMatchObject({ kind: 'practice', topic: 'python-core', passed: true });
    expect(json.outcome.lines.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
  });

  it('never lays out over what the learner changed, and puts back only when told to', async () => {
    const { home, run } = newLearner();
    await run('practice', 'python-core');
    const file = join(home, 'workspace', 'python-core', 'latency.py');
    writeFileSync(file, 'mine = True\n');
    await run('practice', 'python-core');
    expect(readFileSync(file, 'utf8')).toBe('mine = True\n');
    expect((await run('practice', 'python-core', '--reset')).status).toBe(1);
    const { stdout } = await run('practice', 'python-core', '--reset', '--yes');
    const [, kept = ''] = /Your files are in (\S+)/.exec(stdout) ?? [];
    expect(readFileSync(join(kept, 'latency.py'), 'utf8')).toBe('mine = True\n');
    expect(readFileSync(file, 'utf8')).not.toBe('mine = True\n');
  });

  it('gives hints one at a time, and the solution only on a clear wish', async () => {
    const { run } = newLearner();
    const hints = [];
    for (let i = 0; i < 4; i++) hints.push((await run('practice', 'python-core', '--hint')).stdout);
    expect(hints[0]).toContain('Hint 1 of 3');
    expect(hints[2]).toContain('Hint 3 of 3');
    expect(hints[3]).toBe(hints[2]);
    const refused = await run('practice', 'python-core', '--solution');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('--yes');
    const { stdout } = await run('practice', 'python-core', '--solution', '--yes');
    expect(stdout).toMatch(/^ +\+/m);
  });

  it('checks on every save, and ends when all is right', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['practice', 'python-core'], { rows: 60 });
    await waitForPrompt(screen, /✗ [\s\S]*h hint/);
    await answer(screen, 'h');
    await waitForPrompt(screen, /Hint 1\./);
    await answer(screen, 's');
    await screen.waitFor('Press s once more');
    solve(home, 'python-core');
    expect(await screen.exit()).toBe(0);
    expect(screen.history()).toContain('Passed: ');
    expect(screen.history()).toContain('What is left are the questions');
    const [{ events }] = JSON.parse((await run('log', '--json')).stdout).actions;
    const kinds = events.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain('exercise-helped');
    expect(events.at(-1)).toMatchObject({ kind: 'exercise-checked', passed: true, failed: [] });
  });

  it('ends when all is right, though that was found out while the editor had the terminal', async () => {
    const { home, run } = newLearner();
    const solution = join(exercises, 'python-core', 'exercise', 'solution', 'latency.py');
    const passed = `grep -qs '"passed":true' ${join(home, 'data', 'journal')}/*`;
    const script = `cp ${solution} "$0"; until ${passed}; do sleep .1; done; echo CLOSED`;
    const screen = openScreen(home, ['practice', 'python-core'], {
      rows: 60,
      env: { EDITOR: `sh -c '${script.replaceAll("'", `'\\''`)}'` },
    });
    await waitForPrompt(screen, /✗ [\s\S]*h hint/);
    await answer(screen, 'o');
    await screen.waitFor('CLOSED');
    expect(await screen.exit()).toBe(0);
    expect(screen.history()).toContain('Passed: ');
    expect((await run('log')).stdout).toContain('exercise passed');
  });

  it.each<[what: string, env: (bin: string) => Record<string, string>, said: string]>([
    ['none is chosen', () => ({}), 'No editor is chosen.'],
    ['it is not there', () => ({ EDITOR: 'ned -x' }), 'Your editor (ned -x) could not'],
    ['it is no program', () => ({ VISUAL: '/etc/passwd' }), 'Your editor (/etc/passwd) could not'],
    ['one with a window is not there', () => ({ EDITOR: 'zed -n' }), 'Your editor (zed -n) could'],
    ['its path leads nowhere', () => ({ EDITOR: '/no/code' }), 'Your editor (/no/code) could not'],
    ['VS Code is not there', () => ({ TERM_PROGRAM: 'vscode' }), 'Your editor (code -r) could'],
    ['there is no shell', (PATH) => ({ EDITOR: 'vi', PATH }), 'Your editor (vi) could not'],
  ])(
    'says which editor could not be started and how to choose another: %s',
    async (_, env, said) => {
      const bin = temporaryFolder();
      symlinkSync(
        execFileSync('which', ['python3'], { encoding: 'utf8' }).trim(),
        join(bin, 'python3'),
      );
      const { runWith } = newLearner();
      const { status, stderr } = await runWith(env(bin), 'practice', 'python-core', '--open');
      expect(stderr).toContain(said);
      expect(stderr).toContain('Set VISUAL or EDITOR to the command of one');
      expect(status).toBe(1);
    },
  );

  it('goes on without an editor', async () => {
    const { home } = newLearner();
    const screen = openScreen(home, ['practice', 'python-core'], {
      rows: 60,
      env: { EDITOR: 'ned' },
    });
    await waitForPrompt(screen, /✗ [\s\S]*h hint/);
    await answer(screen, 'o');
    await waitForPrompt(screen, /\(ned\) could not be started\. Set VISUAL/);
    await answer(screen, 'q');
    expect(await screen.exit()).toBe(0);
  });

  it('masters git-snapshots with real git commands, typed beside it', async () => {
    const { home } = newLearner();
    const screen = openScreen(home, ['practice', 'git-snapshots'], { rows: 60 });
    await screen.waitFor(/✗ labels.txt is back[\s\S]*h hint/);
    const workspace = join(home, 'workspace', 'git-snapshots');
    const repo = join(workspace, 'battery-risk');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], { cwd: repo });
    git('restore', '--staged', '.env');
    git('restore', '--source=start~1', 'labels.txt');
    git('add', 'labels.txt');
    git('commit', '-q', '-m', 'Bring the labels back');
    await screen.waitFor('✓ labels.txt is back');
    const solution = join(exercises, 'git-snapshots', 'exercise', 'solution', 'solve.py');
    expect(existsSync(solution)).toBe(true);
    await answer(screen, 'q');
    expect(await screen.exit()).toBe(0);
  });

  it('masters the topic once its questions were answered as well', async () => {
    const { home, run } = newLearner();
    const screen = openScreen(home, ['learn', 'python-core'], { rows: 60 });
    await readOn(screen);
    await answerAll(screen, contentOf('python-core'), 'right');
    await waitForPrompt(screen, /Now with your hands/);
    await answer(screen, key.enter);
    await screen.waitFor(/✗ [\s\S]*h hint/);
    solve(home, 'python-core');
    await waitForPrompt(screen, /Mastered: Python core[\s\S]*Next: From script to project/);
    await answer(screen, 'q');
    expect(await screen.exit()).toBe(0);
    expect((await run('show', 'python-core')).stdout).toContain('mastered on 23 Nov');
  });

  it('can be left with Ctrl+C, and the terminal is as it was', async () => {
    const screen = openScreen(newLearner().home, ['practice', 'python-core'], { rows: 60 });
    await screen.waitFor(/h hint/);
    screen.type(key.ctrlC);
    expect(await screen.exit()).toBe(130);
    expect(screen.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(
      screen.raw().lastIndexOf('\u001b[?25l'),
    );
  });

  it('works line by line for a screen reader', async () => {
    const { home } = newLearner();
    const screen = openScreen(home, ['--plain', 'practice', 'python-core'], { rows: 60 });
    await screen.waitFor(/Not yet: [\s\S]*q\. leave/);
    solve(home, 'python-core');
    expect(await screen.exit()).toBe(0);
    expect(screen.history()).toContain('Passed: ');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what it looks for
    expect(screen.raw()).not.toMatch(/\u001b/);
  });

  it('checks everything that was passed once more, and reopens nothing', async () => {
    const { home, run } = newLearner();
    await run('practice', 'python-core');
    solve(home, 'python-core');
    await run('practice', 'python-core');
    expect((await run('practice', '--all')).stdout).toContain('1 exercise of 1 still passes.');
    writeFileSync(join(home, 'workspace', 'python-core', 'latency.py'), '');
    const { status, stdout } = await run('practice', '--all');
    expect(status).toBe(1);
    expect(stdout).toMatch(/Python core[\s\S]*no longer passes/);
    expect((await run('show', 'python-core')).stdout).not.toContain('reopened');
  });

  it('says which programs are missing, and how to get them', async () => {
    const { runWith } = newLearner();
    const { status, stderr } = await runWith({ PATH: '/nowhere' }, 'practice', 'git-snapshots');
    expect(status).toBe(1);
    expect(stderr).toMatch(/python3: [\s\S]*git: [\s\S]*apt install/);
  });
});

describe('exercises of another curriculum', () => {
  const kettles = (...topics: string[]) => {
    const all = topics.map((topic) => kitchenExercise(topic, kettleCheck));
    const entries = topics.map((topic, i) => [topic, { exercise: all[i]?.exercise ?? {} }]);
    const files = Object.assign({}, ...all.map((one) => one.files));
    return folderWith(kitchenFiles(Object.fromEntries(entries), {}, files));
  };

  it('run only after they were trusted, and no longer when they change', async () => {
    const folder = kettles('boil');
    const { home, run } = newLearner({ MLOPS_PATH_CURRICULUM: folder });
    const refused = await run('practice', 'boil');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/would run programs[\s\S]*curriculum trust/);
    expect(existsSync(join(home, 'workspace'))).toBe(false);

    expect((await run('curriculum', 'trust')).status).toBe(1);
    const trusted = await run('curriculum', 'trust', '--yes');
    expect(trusted.stdout).toContain('topics/boil/exercise/check.py');
    expect((await run('practice', 'boil')).stdout).toContain('the kettle is on');
    const workspace = join(home, 'workspace', 'kitchen', 'boil');
    writeFileSync(join(workspace, 'kettle.txt'), 'on\n');
    expect((await run('practice', 'boil')).status).toBe(0);

    writeFileSync(join(folder, 'topics/boil/exercise/check.py'), 'print("1..0")\n');
    expect((await run('practice', 'boil')).stderr).toContain('have changed since you trusted them');
  });

  it('are asked about once, however many of them run', async () => {
    const folder = kettles('boil', 'whistle');
    const { home, run } = newLearner({ MLOPS_PATH_CURRICULUM: folder });
    await run('curriculum', 'trust', '--yes');
    for (const topic of ['boil', 'whistle']) {
      await run('practice', topic);
      writeFileSync(join(home, 'workspace', 'kitchen', topic, 'kettle.txt'), 'on\n');
      await run('practice', topic);
    }
    writeFileSync(join(folder, 'topics/boil/exercise/task.md'), 'Another task.\n');

    const screen = openScreen(home, ['practice', '--all'], {
      env: { MLOPS_PATH_CURRICULUM: folder },
    });
    await screen.waitFor('Do you trust it?');
    screen.type('y');
    expect(await screen.exit()).toBe(0);
    expect(screen.history()).toContain('2 exercises of 2 still pass');
    expect(screen.history().match(/would run 2 programs/g)).toHaveLength(1);
  });
});
