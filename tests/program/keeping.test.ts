import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/curriculum.ts';
import { journalLines, pathsIn } from '../support/journal.ts';
import { newLearner, temporaryFolder } from '../support/program.ts';
import { answer } from '../support/prompt.ts';
import { key, openScreen } from '../support/screen.ts';

describe('reset', () => {
  it('shows what goes, and needs consent', async () => {
    const { run } = newLearner();
    await run('done', '1', '3');
    const { status, stderr } = await run('reset', 'beginner');
    expect(status).toBe(1);
    expect(stderr).toMatch(/2 topics \(Python core and Git snapshots\) anew: 2\s+marks/);
    expect((await run('status', '--short')).stdout).toContain('2/73');
  });

  it.each([
    ['a topic', ['git-snapshots'], 1],
    ['a step', ['programming-foundations'], 0],
    ['a phase', ['beginner'], 0],
    ['all', ['all'], 0],
  ])('of %s can be undone', async (_, scope, left) => {
    const { run } = newLearner();
    await run('done', '1', '3');
    await run('reset', ...scope, '--yes');
    expect((await run('status', '--short')).stdout).toContain(`${left}/73`);
    await run('undo');
    expect((await run('status', '--short')).stdout).toContain('2/73');
  });

  it('takes back hints and checks of an exercise that was only tried', async () => {
    const { run } = newLearner();
    await run('practice', 'python-core', '--hint');
    expect((await run('status', '--json')).stdout).toContain('"state": "started"');
    expect((await run('reset', 'python-core', '--yes')).status).toBe(0);
    expect((await run('practice', 'python-core', '--hint')).stdout).toContain('Hint 1 of 3');
  });

  it('says so when there is nothing to reset', async () => {
    const { status, stderr } = await newLearner().run('reset', 'all', '--yes');
    expect(status).toBe(1);
    expect(stderr).toContain('nothing to reset');
  });

  it('erases only after the word is typed, and leaves an export behind', async () => {
    const { home, run } = newLearner();
    await run('done', '1', '3');
    const refused = openScreen(home, ['reset', '--erase']);
    await refused.waitFor('Type the word erase');
    await answer(refused, `no${key.enter}`);
    expect(await refused.exit()).toBe(1);
    expect((await run('status', '--short')).stdout).toContain('2/73');

    const screen = openScreen(home, ['reset', '--erase'], { columns: 200 });
    await screen.waitFor('Type the word erase');
    await answer(screen, `erase${key.enter}`);
    expect(await screen.exit()).toBe(0);
    expect((await run('status', '--short')).stdout).toContain('0/73');
    const [, path = ''] = /The export is in (\S+)/.exec(screen.history()) ?? [];
    expect((await run('import', path)).stdout).toContain('2 events new');
    expect((await run('status', '--short')).stdout).toContain('2/73');
  });

  it('leaves no export behind where none is wanted', async () => {
    const { home, run } = newLearner();
    await run('done', '1');
    const screen = openScreen(home, ['reset', '--erase', '--without-export'], { columns: 200 });
    await screen.waitFor('Nothing stays behind');
    await answer(screen, `erase${key.enter}`);
    expect(await screen.exit()).toBe(0);
    expect(screen.history()).not.toContain('The export is in');
    expect(existsSync(join(pathsIn(home).data, 'exports'))).toBe(false);
  });

  it('erases nothing without a terminal', async () => {
    const { home, run } = newLearner();
    await run('done', '1');
    expect((await run('reset', '--erase')).status).toBe(1);
    expect(journalLines(home)).toHaveLength(1);
  });
});

describe('import', () => {
  it('refuses a file of a newer format, with the version to install', async () => {
    const file = join(temporaryFolder(), 'new.jsonl');
    writeFileSync(file, '{"mlops-path-export":2,"events":0}\n');
    const { status, stderr } = await newLearner().run('import', file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/format 2[\s\S]*npm install -g mlops-path@2/);
  });

  it('takes a bare journal file as well', async () => {
    const [from, to] = [newLearner(), newLearner()];
    await from.run('done', '1', '3');
    const { journal } = pathsIn(from.home);
    const [name = ''] = readdirSync(journal);
    expect((await to.run('import', join(journal, name))).stdout).toContain('2 events new');
    expect((await to.run('status', '--short')).stdout).toContain('2/73');
  });

  it.each([
    [['nonsense'], '1 line could not be read (2) and was left out.'],
    [['nonsense', 'more'], '2 lines could not be read (2, 3) and were left out.'],
  ])('leaves out what is no event: %j', async (lines, said) => {
    const file = join(temporaryFolder(), 'damaged.jsonl');
    writeFileSync(file, ['{"mlops-path-export":1,"events":0}', ...lines, ''].join('\n'));
    const { status, stderr } = await newLearner().run('import', file);
    expect([status, stderr]).toEqual([0, `${said}\n`]);
  });

  it('takes preferences only when asked to', async () => {
    const [from, to] = [newLearner(), newLearner()];
    await from.run('config', 'color', 'never');
    await from.run('done', '1');
    const file = join(temporaryFolder(), 'all.jsonl');
    await from.run('export', '--settings', '--output', file);
    await to.run('import', file);
    expect((await to.run('config', 'color')).stdout).toBe('not set\n');
    await to.run('import', file, '--settings');
    expect((await to.run('config', 'color')).stdout).toBe('never\n');
  });

  it('takes no preference that makes no sense, and trusts nothing', async () => {
    const { home, run } = newLearner();
    const file = join(temporaryFolder(), 'wrong.jsonl');
    const settings = { workspace: 5, color: 'never', trusted: { tea: 'hash' }, curriculum: '' };
    writeFileSync(file, `${JSON.stringify({ 'mlops-path-export': 1, events: 0, settings })}\n`);
    const { status, stderr } = await run('import', file, '--settings');
    expect(stderr).toBe(
      'The preference workspace cannot be 5. It is left out.\n' +
        'The preference curriculum cannot be "". It is left out.\n',
    );
    expect(status).toBe(0);
    const kept = JSON.parse(readFileSync(join(home, 'config', 'settings.json'), 'utf8'));
    expect(kept).toEqual({ color: 'never' });
  });

  it('carries events of other curricula and newer versions along', async () => {
    const { run } = newLearner();
    const file = join(temporaryFolder(), 'mixed.jsonl');
    const stamp = { at: '2026-11-23T10:00:00.000+01:00', device: 'other', action: 'a' };
    const lines = [
      { 'mlops-path-export': 1, events: 2 },
      {
        v: 1,
        id: 'x1',
        seq: 1,
        ...stamp,
        curriculum: 'tea',
        kind: 'topic-done',
        topic: 'a',
        how: 'marked',
      },
      { v: 2, id: 'x2', seq: 2, ...stamp, curriculum: 'mlops', kind: 'topic-sung', song: 'la' },
    ];
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    expect((await run('import', file)).stdout).toContain('2 events new');
    const { stdout } = await run('export');
    expect(stdout).toContain('"song":"la"');
    expect(stdout).toContain('"curriculum":"tea"');
    expect(stdout).not.toContain('foreign');
  });
});

describe('export', () => {
  it('carries preferences, but no trust, to another machine', async () => {
    const { home, run } = newLearner();
    writeSettings(home, JSON.stringify({ color: 'never', trusted: { tea: 'hash' } }));
    const [head = ''] = (await run('export', '--settings')).stdout.split('\n');
    expect(JSON.parse(head).settings).toEqual({ color: 'never' });
  });

  it('writes a table for other programs', async () => {
    const { run } = newLearner();
    await run('done', '1');
    await run('skip', '3');
    await run('undo');
    const { stdout } = await run('export', '--format', 'csv');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    expect(rows.map((row) => [row[2], row[3], row[9]])).toEqual([
      ['topic', 'kind', 'undone'],
      ['python-core', 'marked', 'false'],
      ['git-snapshots', 'topic-skipped', 'true'],
    ]);
  });
});

describe('preferences that were written by hand', () => {
  it.each([
    ['curriculum', 5],
    ['curriculum', ''],
    ['curriculum', 'a\0b'],
    ['folders', 'tea'],
    ['folders', ['tea']],
    ['folders', { mlops: 5 }],
    ['folders', null],
    ['workspace', 5],
    ['workspace', { a: 'b' }],
    ['workspace', 'a\0b'],
    ['trusted', 5],
    ['trusted', { mlops: [] }],
    ['plain', 'yes'],
    ['color', true],
    ['color', 'toString'],
    ['pager', 'less'],
  ])('are left out with a sentence where they make no sense: %s %j', async (preference, value) => {
    const { home, run } = newLearner();
    writeSettings(home, JSON.stringify({ [preference]: value }));
    const said = `The preference ${preference} cannot be ${JSON.stringify(value)}. It is left out.\n`;
    for (const verb of ['config', 'next', 'curriculum list', 'practice --hint']) {
      const { status, stdout, stderr } = await run(...verb.split(' '));
      expect([status, stderr]).toEqual([0, said]);
      expect(stdout).not.toBe('');
    }
  });

  it.each(['[]', '5', 'null', '{', ''])('have to be an object: %j', async (text) => {
    const { home, run } = newLearner();
    writeSettings(home, text);
    const { status, stderr } = await run('next');
    expect(stderr).toContain('is no JSON object.');
    expect(status).toBe(1);
  });

  it('may be those of a newer version', async () => {
    const { home, run } = newLearner();
    writeSettings(home, '{"moods":true}');
    expect((await run('next')).stderr).toBe('');
  });
});

function writeSettings(home: string, text: string): void {
  mkdirSync(join(home, 'config'), { recursive: true });
  writeFileSync(join(home, 'config', 'settings.json'), text);
}

describe('several learners', () => {
  it('have journals of their own, and doctor lists them', async () => {
    const { run, runWith } = newLearner();
    await run('done', '1');
    await run('--learner', 'ada', 'done', '1', '3');
    expect((await run('status', '--short')).stdout).toContain('1/73');
    expect((await runWith({ MLOPS_PATH_LEARNER: 'ada' }, 'status', '--short')).stdout).toContain(
      '2/73',
    );
    expect((await run('doctor')).stdout).toContain('ada');
    const { status, stderr } = await run('--learner', '../ada', 'next');
    expect(status).toBe(2);
    expect(stderr).toContain('no name for a learner');
  });
});

describe('doctor', () => {
  it('finds a healthy machine healthy', async () => {
    const { run } = newLearner();
    await run('done', '1');
    const { status, stdout } = await run('doctor');
    expect(stdout).toContain('All is well.');
    expect(status).toBe(0);
  });

  it('names damage, unknown events, a left lock and a clock in the future', async () => {
    const { home, run, runWith } = newLearner();
    await runWith({ MLOPS_PATH_NOW: '2036-01-01T00:00:00Z' }, 'done', '1');
    const { journal, lock } = pathsIn(home);
    const stamp = {
      at: '2026-11-23T10:00:00.000+01:00',
      device: 'other',
      action: 'a',
      curriculum: 'mlops',
    };
    const lines = [
      { v: 3, id: 'x1', seq: 1, ...stamp, kind: 'topic-sung' },
      { v: 1, id: 'x2', seq: 2, ...stamp, kind: 'topic-skipped', topic: 'no-such-topic' },
    ];
    writeFileSync(
      join(journal, 'other.jsonl'),
      `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnonsense\n`,
    );
    mkdirSync(lock);
    writeFileSync(`${lock}.json`, '{"pid":99999999}');
    await run('next');
    const { status, stdout } = await run('doctor');
    expect(status).toBe(1);
    const future = '1 event lies in the future';
    for (const word of ['1 damaged line', 'topic-sung', 'no-such-topic', 'left behind', future]) {
      expect(stdout).toContain(word);
    }
    const { findings } = JSON.parse((await run('doctor', '--json')).stdout);
    expect(findings.filter(({ level }: { level: string }) => level === 'problem')).toHaveLength(1);
  });

  it('says how to get what exercises need', async () => {
    const { runWith } = newLearner();
    const { status, stdout } = await runWith({ PATH: temporaryFolder() }, 'doctor');
    expect(status).toBe(1);
    expect(stdout).toMatch(/python3 is missing[\s\S]*git is missing[\s\S]*sudo apt install git/);
  });
});

describe('a curriculum that changed', () => {
  const topic = (id: string) => `
            - {id: ${id}, title: Topic ${id}, hours: 1, why: W., requires: [], outcomes: [{id: o, can: do}]}`;
  const page = (version: string, ids: readonly string[], rest = '') => `format: 1
id: tea
title: Tea
version: ${version}
language: en
about: Tea.
phases:
  - {id: p, title: P, focus: F., why: W., steps: [
      {id: s, title: S, why: W., builds_on: [], topics: [${ids.map(topic).join(',').replaceAll('- {', '{')}]}]}
${rest}`;

  it('keeps every mark through renaming, splitting, retiring and adding, and says so once', async () => {
    const folder = folderWith({ 'tea.yaml': page('1.0.0', ['boil', 'brew', 'pour', 'sip']) });
    const file = join(folder, 'tea.yaml');
    const { run } = newLearner({ MLOPS_PATH_CURRICULUM: file });
    await run('status');
    await run('done', 'boil', 'brew', 'pour', 'sip');

    const rest = 'renamed: {boil: heat, brew: [steep, stir]}\nretired: [pour]\n';
    writeFileSync(file, page('1.1.0', ['grow', 'heat', 'steep', 'stir', 'sip'], rest));
    const { stdout } = await run('status');
    for (const text of [
      '1.0.0 to 1.1.0',
      '"boil" is now heat',
      'steep and stir',
      'Topic grow',
      'pour is',
    ]) {
      expect(stdout.replace(/\s+/g, ' ')).toContain(text);
    }
    expect((await run('status')).stdout).not.toContain('1.1.0');
    const { phases } = JSON.parse((await run('roadmap', '--json')).stdout);
    const states = phases[0].steps[0].topics.map((t: { id: string; state: string }) => [
      t.id,
      t.state,
    ]);
    expect(states).toEqual([
      ['grow', 'open'],
      ['heat', 'done'],
      ['steep', 'done'],
      ['stir', 'done'],
      ['sip', 'done'],
    ]);
    expect((await run('log')).stdout).toContain('pour');
  });
});

describe('every version of the journal ever written', () => {
  it('is still read: version 1', async () => {
    const { home, run } = newLearner();
    const { journal } = pathsIn(home);
    mkdirSync(journal, { recursive: true });
    const fixture = readFileSync(
      join(import.meta.dirname, '..', 'fixtures', 'journal', 'v1.jsonl'),
    );
    writeFileSync(join(journal, 'fixture.jsonl'), fixture);
    const { stdout, stderr } = await run('status', '--short');
    expect(stderr).toBe('');
    expect(stdout).toContain('mlops 3/72');
    const { actions } = JSON.parse((await run('log', '--json')).stdout);
    expect(actions.map(({ summary }: { summary: string }) => summary)).toEqual([
      'redid marked unit-testing',
      'undid marked unit-testing',
      'reset git-branching-and-collaboration: 1 topic',
      'marked unit-testing',
      'reopened git-branching-and-collaboration',
      'marked git-branching-and-collaboration',
      'skipped jenkins-pipelines',
      'marked git-snapshots',
      'learned python-core: lesson read, 1 of 2 answers right, mastered',
    ]);
  });
});
