import { describe, expect, it } from 'vitest';
import { entries } from '../../src/commands/index.ts';
import { newLearner } from '../support/program.ts';

describe('a command line that makes no sense', () => {
  it.each<[string, string[], number, RegExp]>([
    ['unknown verb', ['nxet'], 2, /no verb "nxet"[\s\S]*mlops-path next\?/],
    ['unknown verb far from all', ['xylophone'], 2, /no verb[\s\S]*--help/],
    ['unknown verb of a family', ['curriculum', 'chekc'], 2, /mlops-path curriculum check\?/],
    ['unknown option', ['next', '--jsn'], 2, /--jsn[\s\S]*--json/],
    ['missing argument', ['done'], 2, /Missing required argument/],
    ['too many arguments', ['status', 'now'], 2, /Too many arguments/],
    ['not a number', ['next', '-n', 'three'], 2, /"three" is no number/],
    ['not a date', ['log', '--since', 'yesterday'], 2, /"yesterday" is no date/],
    ['unknown format', ['roadmap', '--format', 'markdwon'], 2, /markdown\?/],
    ['unknown preference', ['config', 'colour', 'never'], 2, /color\?/],
    ['impossible preference', ['config', 'color', 'pink'], 2, /auto, always, never/],
    ['unknown topic', ['done', 'gti-snapshots'], 1, /git-snapshots/],
    ['several topics, nobody to ask', ['done', 'git'], 1, /fits 4: git-snapshots/],
    ['locked topic', ['done', 'kubernetes-rollouts'], 1, /9 topics[\s\S]*--force/],
    ['nothing to undo', ['undo'], 1, /nothing to undo/],
    ['no such curriculum', ['--curriculum', '/nowhere', 'next'], 1, /does not exist/],
  ])('%s', async (_, args, status, stderr) => {
    const outcome = await newLearner().run(...args);
    expect(outcome.stderr).toMatch(stderr);
    expect(outcome.status).toBe(status);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
  });

  it('names the three nearest topics', async () => {
    const { stderr } = await newLearner().run('show', 'model');
    expect(stderr).toMatch(/fits \d+: /);
    const none = await newLearner().run('show', 'kubernets-core');
    expect(none.stderr).toContain('kubernetes-core-objects');
  });

  it('cannot drive the terminal through an argument', async () => {
    const { stderr } = await newLearner().run('show', '\u001b]0;owned\u0007\u001b[2J');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not come through
    expect(stderr).not.toMatch(/[\u0007\u001b]/);
    expect(stderr).toContain('␛[2J');
  });
});

describe('help', () => {
  const verbs = entries.map(({ name }) => name);

  it('lists every verb', async () => {
    const { status, stdout } = await newLearner().run('--help');
    expect(status).toBe(0);
    for (const verb of verbs) expect(stdout).toMatch(new RegExp(`^ {2}${verb} `, 'm'));
  });

  it.each(verbs.filter((verb) => verb !== 'curriculum'))('%s has an example', async (verb) => {
    const { run } = newLearner();
    const { status, stdout } = await run(verb, '--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\n {2}mlops-path ${verb}`));
    expect((await run('help', verb)).stdout).toBe(stdout);
  });

  it.each(['check', 'list', 'use', 'schema'])('curriculum %s has an example', async (verb) => {
    const { stdout } = await newLearner().run('curriculum', verb, '--help');
    expect(stdout).toContain(`Examples:\n  mlops-path curriculum ${verb}`);
  });

  it('prints the version', async () => {
    expect((await newLearner().run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('marks', () => {
  it('finds topics by id, number, prefix and words', async () => {
    const { run } = newLearner();
    await run('done', 'python-core', '3', 'unit tests', '--force');
    const { stdout } = await run('log', '--json');
    const [{ events }] = JSON.parse(stdout).actions;
    expect(events.map(({ topic }: { topic: string }) => topic)).toEqual([
      'python-core',
      'git-snapshots',
      'unit-testing',
    ]);
  });

  it('opens a locked topic when told to', async () => {
    const { run } = newLearner();
    expect((await run('done', 'kubernetes-rollouts', '--force')).status).toBe(0);
    expect((await run('status', '--short')).stdout).toContain('1/73');
  });

  it('marks a chain of topics that unlock each other at once', async () => {
    const { run } = newLearner();
    const { status } = await run('done', 'python-core', 'python-projects-and-environments');
    expect(status).toBe(0);
  });

  it('says so when nothing changes, and records nothing', async () => {
    const { run } = newLearner();
    await run('done', 'python-core');
    const again = await run('done', 'python-core');
    expect(again.stdout).toContain('is done already');
    expect(JSON.parse((await run('log', '--json')).stdout).actions).toHaveLength(1);
  });

  it('leaves skipped topics out of the whole, and lets them unlock others', async () => {
    const { run } = newLearner();
    await run('skip', 'python-core');
    const status = JSON.parse((await run('status', '--json')).stdout);
    expect(status.tally).toMatchObject({ topics: 72, done: 0, skipped: 1, hours: 200 });
    expect(status.next.id).toBe('python-projects-and-environments');
    await run('reopen', 'python-core');
    expect(JSON.parse((await run('status', '--json')).stdout).next.id).toBe('python-core');
  });
});
