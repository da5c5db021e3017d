import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newLearner } from '../support/program.ts';

describe('certificate', () => {
  it('is Markdown on stdout, and says what is true so far', async () => {
    const { run } = newLearner();
    await run('done', 'python-core');
    await run('skip', 'git-snapshots');
    const { status, stdout, stderr } = await run('certificate', 'programming-foundations');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^# So far: Core Programming/);
    expect(stdout).toMatch(/Python core.*marked on the learner's word/);
    expect(stdout).toMatch(/Git snapshots.*skipped/);
  });

  it('is completed only when nothing is open', async () => {
    const { run } = newLearner();
    await run('done', '1', '2', '3', '4', '5', '6');
    expect((await run('certificate', 'programming-foundations')).stdout).toMatch(/^# So far/);
    await run('done', '7');
    expect((await run('certificate', 'programming-foundations')).stdout).toMatch(/^# Completed/);
    await run('undo');
    expect((await run('certificate', 'programming-foundations')).stdout).toMatch(/^# So far/);
  });

  it('is a page of SVG in a file, with the name that is given', async () => {
    const { home, run } = newLearner();
    const file = join(home, 'certificate.svg');
    const args = ['--format', 'svg', '--name', 'Ada <Lovelace> & Co', '--output', file];
    expect(await run('certificate', 'beginner', ...args)).toMatchObject({ status: 0, stdout: '' });
    const svg = readFileSync(file, 'utf8');
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n?$/);
    expect(svg).toContain('Ada &lt;Lovelace&gt; &amp; Co');
  });

  it.each([
    [['--format', 'pdf'], 2, 'There is no format "pdf".'],
    [['nothing-like-it'], 1, 'There is no phase, step or topic "nothing-like-it".'],
    [['--output', '/etc/passwd/file.md'], 1, 'Could not write'],
  ])('says what is wrong with %j', async (args, status, message) => {
    const outcome = await newLearner().run('certificate', ...args);
    expect(outcome.status).toBe(status);
    expect(outcome.stderr.replace(/\s+/g, ' ')).toContain(message);
  });
});
