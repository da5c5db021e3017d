import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFolder } from '../../../../src/io/exercises/folder-listing.ts';
import { diffWithSolution } from '../../../../src/io/exercises/solution.ts';
import { layOut, reset } from '../../../../src/io/exercises/workspace/workspace.ts';
import { root, temporaryFolder } from '../../../support/program.ts';

const kit = join(root, 'curriculum');
const now = { ms: Date.parse('2026-11-23T09:15:00Z'), offsetMinutes: 60 };

function newPlace(workspaceName = 'work') {
  const base = temporaryFolder();
  const exercise = join(base, 'exercise');
  const workspace = join(base, workspaceName);
  mkdirSync(join(exercise, 'starter', 'sub'), { recursive: true });
  mkdirSync(join(exercise, 'solution'));
  writeFileSync(join(exercise, 'starter', 'a.py'), 'a = 1\n', { mode: 0o400 });
  writeFileSync(join(exercise, 'starter', 'sub', 'b.txt'), 'b\n');
  writeFileSync(join(exercise, 'solution', 'a.py'), 'a = 2\n');
  return { base, exercise, workspace, kit, env: { PATH: process.env['PATH'] } };
}

function withSetup(program: string) {
  const place = newPlace();
  writeFileSync(join(place.exercise, 'setup.py'), program);
  return place;
}

function filesIn(folder: string): readonly (readonly [name: string, text: string])[] {
  const names = listFolder(folder).filter(({ kind }) => kind === 'file');
  return names.map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]);
}

describe('layOut', () => {
  it.each(['work', `it's a "b"\nc`])('copies the starter into %j, once', async (name) => {
    const place = newPlace(name);
    expect(await layOut(place)).toBe('laid-out');
    const file = join(place.workspace, 'a.py');
    expect(statSync(file).mode & 0o777).toBe(0o644);
    writeFileSync(file, 'mine\n');
    expect(await layOut(place)).toBe('kept');
    expect(readFileSync(file, 'utf8')).toBe('mine\n');
  });

  it('completes what was left half made, and refuses what is not its own', async () => {
    const place = newPlace();
    mkdirSync(place.workspace);
    writeFileSync(join(place.workspace, 'a.py'), 'a = 1\n');
    expect(await layOut(place)).toBe('completed');
    for (const [name, text] of [
      ['a.py', 'a = 7\n'],
      ['other.txt', ''],
    ] as const) {
      const foreign = { ...place, workspace: join(place.base, `foreign-${name}`) };
      mkdirSync(foreign.workspace);
      writeFileSync(join(foreign.workspace, name), text);
      await expect(layOut(foreign)).rejects.toMatchObject({ code: 'foreign-folder' });
      expect(readdirSync(foreign.workspace)).toEqual([name]);
      expect(readFileSync(join(foreign.workspace, name), 'utf8')).toBe(text);
    }
  });

  it('follows a workspace that is a link; refuses a dangling one, a file, and a disk that refuses', async () => {
    const place = newPlace();
    mkdirSync(join(place.base, 'real'));
    symlinkSync('real', place.workspace);
    expect(await layOut(place)).toBe('laid-out');
    expect(existsSync(join(place.base, 'real', 'a.py'))).toBe(true);
    symlinkSync('nowhere', join(place.base, 'dangling'));
    const at = (workspace: string) => layOut({ ...place, workspace });
    await expect(at(join(place.base, 'dangling'))).rejects.toMatchObject({ code: 'dangling-link' });
    await expect(at(join(place.exercise, 'starter', 'a.py'))).rejects.toMatchObject({
      code: 'no-folder',
    });
    if (process.platform === 'linux') {
      await expect(at('/sys/mlops-path')).rejects.toMatchObject({
        code: expect.stringMatching(/^storage-E(PERM|ACCES|ROFS)$/),
      });
    }
  });

  it('refuses links in the curriculum', async () => {
    const place = newPlace();
    symlinkSync('/etc/passwd', join(place.exercise, 'starter', 'link'));
    await expect(layOut(place)).rejects.toMatchObject({ code: 'bad-exercise' });
    expect(existsSync(place.workspace)).toBe(false);
    const linked = { ...place, exercise: join(place.base, 'linked') };
    mkdirSync(linked.exercise);
    symlinkSync('/etc', join(linked.exercise, 'starter'));
    await expect(layOut(linked)).rejects.toMatchObject({ code: 'bad-exercise' });
  });

  it('runs setup.py once, and leaves nothing when that fails', async () => {
    const good = withSetup('open("made.txt", "w").write("1")\n');
    expect(await layOut(good)).toBe('laid-out');
    expect(await layOut(good)).toBe('kept');
    expect(readdirSync(good.workspace)).toEqual(['.mlops-path.json', 'made.txt']);
    const bad = withSetup('open("made.txt", "w").write("1")\nraise ValueError("no")\n');
    await expect(layOut(bad)).rejects.toMatchObject({
      code: 'setup-failed',
      message: /ValueError/,
    });
    expect(readdirSync(bad.workspace)).toEqual([]);
    expect(readdirSync(bad.base).sort()).toEqual(['exercise', 'work']);
  });
});

describe('reset', () => {
  it('moves what is there aside and lays out anew', async () => {
    const place = newPlace();
    await layOut(place);
    const laidOut = filesIn(place.workspace);
    writeFileSync(join(place.workspace, 'a.py'), 'mine\n');
    writeFileSync(join(place.workspace, 'new.py'), '');
    cpSync(join(place.workspace, 'sub'), join(place.workspace, 'sub2'), { recursive: true });
    const mine = filesIn(place.workspace);
    const kept = await reset(place, now);
    expect(kept).toBe(`${place.workspace}.2026-11-23-101500`);
    expect(filesIn(kept ?? '')).toEqual(mine);
    expect(filesIn(place.workspace)).toEqual(laidOut);
    expect(await reset(place, now)).toBe(`${place.workspace}.2026-11-23-101500-2`);
  });

  it('gives everything back when the new layout fails', async () => {
    const place = newPlace();
    await layOut(place);
    writeFileSync(join(place.workspace, 'a.py'), 'mine\n');
    symlinkSync('/etc/passwd', join(place.exercise, 'starter', 'link'));
    await expect(reset(place, now)).rejects.toMatchObject({ code: 'bad-exercise' });
    expect(readFileSync(join(place.workspace, 'a.py'), 'utf8')).toBe('mine\n');
    expect(readdirSync(place.base).sort()).toEqual(['exercise', 'work']);
  });
});

it('diffWithSolution compares theirs with ours, or shows the program', async () => {
  const place = newPlace();
  await layOut(place);
  expect(diffWithSolution(place.exercise, place.workspace, ['a.py'])).toEqual({
    kind: 'diffs',
    files: [{ file: 'a.py', patch: expect.stringMatching(/^--- a\.py[\s\S]*-a = 1\n\+a = 2\n$/) }],
  });
  writeFileSync(join(place.exercise, 'solution', 'solve.py'), 'print(1)\n');
  const shown = diffWithSolution(place.exercise, place.workspace, []);
  expect(shown).toEqual({ kind: 'script', text: 'print(1)\n' });
});
