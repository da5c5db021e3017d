import { expect, it } from 'vitest';
import { folderWith } from '../support/curriculum.ts';
import { kitchenExercise, kitchenFiles } from '../support/kitchen.ts';
import { newLearner } from '../support/program.ts';
import { answer, waitForPrompt } from '../support/prompt.ts';
import { openScreen } from '../support/screen.ts';

const { exercise, files } = kitchenExercise('boil', 'print("1..0")');
const kitchen = kitchenFiles({ boil: { exercise }, sip: { requires: ['boil'] } }, {}, files);
const trusted = 'curriculum trust --yes';

it.each<[line: string, before: string[], question: string]>([
  ['reset all', ['done boil'], 'Reset them?'],
  ['practice boil --reset', [trusted], 'Put the starter back?'],
  ['practice boil --solution', [trusted], 'Show it?'],
  ['practice boil --check', [], 'Do you trust it?'],
  ['curriculum trust', [], 'Do you trust it?'],
  ['curriculum check . --exercises', [], 'Go on?'],
  ['done sip', [], 'Mark it all the same?'],
  ['learn sip', [], 'Open it all the same?'],
])('to say no ends `%s` with 1, and changes nothing', async (line, before, question) => {
  const folder = folderWith(kitchen);
  const env = { MLOPS_PATH_CURRICULUM: folder };
  const { home, run } = newLearner(env);
  for (const earlier of before) await run(...earlier.split(' '));
  const journal = (await run('export')).stdout;
  const words = line.split(' ').map((word) => (word === '.' ? folder : word));
  const screen = openScreen(home, words, { env, rows: 40 });
  await waitForPrompt(screen, new RegExp(question.replace('?', '\\?')));
  await answer(screen, 'n');
  expect(await screen.exit()).toBe(1);
  expect(screen.history()).toContain('Nothing was changed.');
  expect((await run('export')).stdout).toBe(journal);
});

it.each<[line: string, before: string[], how: string]>([
  ['reset all', ['done boil'], '--yes'],
  ['practice boil --reset', [trusted], '--yes'],
  ['practice boil --solution', [trusted], '--yes'],
  ['practice boil --check', [], 'curriculum trust'],
  ['curriculum trust', [], '--yes'],
  ['done sip', [], '--force'],
])(
  'where nobody can be asked `%s` ends with 1, and says how to agree',
  async (line, before, how) => {
    const { run } = newLearner({ MLOPS_PATH_CURRICULUM: folderWith(kitchen) });
    for (const earlier of before) await run(...earlier.split(' '));
    const { status, stderr } = await run(...line.split(' '));
    expect(stderr).toContain(how);
    expect(status).toBe(1);
  },
);
