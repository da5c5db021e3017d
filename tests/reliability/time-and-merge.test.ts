import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathsIn } from '../support/journal.ts';
import { newLearner, temporaryFolder } from '../support/program.ts';

/** What the clock of the machine shows at each mark, in the order in which the marks are made. */
const clocks: Record<string, readonly string[]> = {
  'running backwards': [
    '2026-11-23T12:00:00+01:00',
    '2026-11-23T11:00:00+01:00',
    '2026-11-22T10:00:00+01:00',
    '2026-11-23T09:00:00+01:00',
  ],
  'jumping years': [
    '2026-11-23T12:00:00+01:00',
    '2036-01-01T00:00:00+01:00',
    '1999-12-31T23:59:59+01:00',
    '2026-11-23T12:05:00+01:00',
  ],
  'changing its zone': [
    '2026-11-23T23:50:00+01:00',
    '2026-11-23T18:10:00-05:00',
    '2026-11-24T12:20:00+13:00',
    '2026-11-23T23:30:00Z',
  ],
  'crossing a daylight-saving night': [
    '2026-10-25T02:30:00+02:00',
    '2026-10-25T02:10:00+01:00',
    '2026-10-25T02:50:00+01:00',
    '2026-03-29T03:10:00+02:00',
  ],
};

describe('a clock', () => {
  it.each(Object.entries(clocks))('%s loses and reorders nothing', async (_, times) => {
    const { runWith } = newLearner();
    const [first = '', second = '', third = '', fourth = ''] = times;
    await runWith({ MLOPS_PATH_NOW: first }, 'done', 'python-core');
    await runWith({ MLOPS_PATH_NOW: second }, 'skip', 'git-snapshots');
    await runWith({ MLOPS_PATH_NOW: third }, 'reopen', 'git-snapshots');
    await runWith({ MLOPS_PATH_NOW: fourth }, 'done', 'git-snapshots');
    const { stdout } = await runWith({ MLOPS_PATH_NOW: fourth }, 'log', '--json');
    const kinds = JSON.parse(stdout).actions.map(
      ({ events }: { events: { kind: string }[] }) => events[0]?.kind,
    );
    expect(kinds).toEqual(['topic-done', 'topic-reopened', 'topic-skipped', 'topic-done']);
    expect((await runWith({}, 'status', '--short')).stdout).toContain('mlops 2/73');
    expect((await runWith({}, 'undo')).stdout).toContain('marked git-snapshots');
  });
});

describe('two devices', () => {
  it('come to the same, whichever way their journals meet', async () => {
    const laptop = newLearner();
    const desktop = newLearner();
    await laptop.runWith({ MLOPS_PATH_NOW: '2026-11-23T10:00:00+01:00' }, 'done', '1', '3');
    await desktop.runWith({ MLOPS_PATH_NOW: '2026-11-23T11:00:00+01:00' }, 'skip', '3');
    await laptop.runWith({ MLOPS_PATH_NOW: '2026-11-23T12:00:00+01:00' }, 'done', '5');
    await desktop.runWith({ MLOPS_PATH_NOW: '2026-11-23T13:00:00+01:00' }, 'done', '18', '--force');
    await desktop.runWith({ MLOPS_PATH_NOW: '2026-11-23T14:00:00+01:00' }, 'undo');
    const folder = temporaryFolder();
    const [a, b] = [join(folder, 'a.jsonl'), join(folder, 'b.jsonl')];
    await laptop.run('export', '--output', a);
    await desktop.run('export', '--output', b);

    const states = async (learner: ReturnType<typeof newLearner>) => {
      const { stdout } = await learner.run('roadmap', '--json');
      return JSON.parse(stdout).phases;
    };
    const [first, second] = [newLearner(), newLearner()];
    for (const file of [a, b, a]) await first.run('import', file);
    for (const file of [b, b, a]) await second.run('import', file);
    await laptop.run('import', b);
    await desktop.run('import', a);
    // And the files themselves, as a synchronised folder would bring them.
    const third = newLearner();
    mkdirSync(pathsIn(third.home).journal, { recursive: true });
    for (const { home } of [laptop, desktop]) {
      const { journal } = pathsIn(home);
      for (const name of readdirSync(journal)) {
        copyFileSync(join(journal, name), join(pathsIn(third.home).journal, name));
      }
    }

    const expected = await states(first);
    for (const learner of [second, laptop, desktop, third]) {
      expect(await states(learner)).toEqual(expected);
    }
    expect((await first.run('status', '--short')).stdout).toContain('mlops 2/72');
  });

  it('an import says what is new, and a dry run changes nothing', async () => {
    const [from, to] = [newLearner(), newLearner()];
    await from.run('done', '1', '3');
    const file = join(temporaryFolder(), 'progress.jsonl');
    await from.run('export', '--output', file);
    const dry = JSON.parse((await to.run('import', file, '--dry-run', '--json')).stdout);
    expect(dry).toMatchObject({ new: 2, known: 0, dryRun: true });
    expect((await to.run('status', '--short')).stdout).toContain('mlops 0/73');
    expect((await to.run('import', file)).stdout).toBe('2 events new, 0 known already.\n');
    expect((await to.run('import', file)).stdout).toBe('0 events new, 2 known already.\n');
  });
});
