import { describe, expect, it } from 'vitest';
import { rightsOf } from '../../src/core/questions/match.ts';
import type { Question, Rating } from '../../src/core/questions/question.ts';
import { disordered, shuffled } from '../../src/core/questions/shuffle.ts';
import { folderWith } from '../support/curriculum.ts';
import { smallest } from '../support/curriculum-source.ts';
import { newLearner } from '../support/program.ts';
import { answer, waitForPrompt } from '../support/prompt.ts';
import {
  matchQuestion,
  orderQuestion,
  recallQuestion,
  shortQuestion,
} from '../support/question.ts';
import { key, openScreen, type Screen } from '../support/screen.ts';

/** Opens a topic that has only this question, and turns its one page. */
async function openAt(question: Question, options: readonly string[] = []) {
  const { home, run } = newLearner();
  const one = 'topics/one/topic.yaml';
  const questions = JSON.stringify([{ ...question, outcome: 'do' }]);
  const folder = folderWith({
    ...smallest,
    [one]: `${smallest[one]}questions: ${questions}\n`,
    'topics/one/lesson.md': '# One\n\nRead this.\n',
  });
  const args = [...options, '--curriculum', folder, 'learn', 'one'];
  const screen = openScreen(home, args, { rows: 60, columns: 70 });
  await answer(screen, key.enter);
  await waitForPrompt(screen, /question 1 of[\s\S]*I don't know/);
  /** What the journal has of it, once the tutor has said its verdict. */
  const recorded = async () => {
    await screen.waitFor('mastery');
    screen.type(key.ctrlC);
    await screen.exit();
    const log = await run('--curriculum', folder, 'log', '--json');
    return JSON.parse(log.stdout).actions[0].events.at(-1);
  };
  return { screen, recorded };
}

it('the right answer is shown as it is written, also where it could be Markdown', async () => {
  const { screen } = await openAt(shortQuestion({ compare: 'code', accept: ['a*b*c'] }));
  await answer(screen, `a+b+c${key.enter}`);
  await screen.waitFor('Right is: a*b*c');
});

const match = matchQuestion({
  pairs: [
    { left: '`git add`', right: 'puts it on the stage', because: 'The stage comes first.' },
    { left: '`git commit`', right: 'keeps it for good', because: 'A commit is kept.' },
    { left: '`git push`', right: 'sends it away', because: 'Others see it only then.' },
  ],
});
const order = orderQuestion({ items: ['edit', 'stage', 'commit', 'push'] });
const recall = recallQuestion({ answer: 'A commit is:\n\n- a snapshot\n- with a parent' });
const hint = 'Think of the way to a server.';

/** Chooses things by the numbers that they have while others are chosen already. */
async function choose(screen: Screen, shown: readonly number[], wanted: readonly number[]) {
  const rest = [...shown];
  for (const thing of wanted) {
    const place = rest.indexOf(thing);
    rest.splice(place, 1);
    await answer(screen, `${place + 1}${key.enter}`);
  }
}

describe.each([
  ['with keys', []],
  ['line by line', ['--plain']],
])('%s', (_, options) => {
  /** A letter is pressed in the one, and typed in the other. */
  const letter = (name: string) => (options.length > 0 ? `${name}${key.enter}` : name);
  const rights = (question: typeof match) => shuffled(rightsOf(question).length, 'q 1');

  it('pairs: all left sides can be seen, and the last one needs no choice', async () => {
    const { screen, recorded } = await openAt(match, options);
    expect(screen.text()).toMatch(/git add`?\n.*git commit`?\n.*git push`?\n[\s\S]*\(1 of 3\)/);
    await choose(screen, rights(match), [0, 1]);
    await screen.waitFor(/git push`? — sends it away[\s\S]*hat is my answer/);
    await answer(screen, key.enter);
    await screen.waitFor('Right.');
    expect(await recorded()).toMatchObject({ result: 'right', attempt: 1, hint: false });
  });

  it('pairs: with an extra every left side is asked for', async () => {
    const question = { ...match, extra: ['throws it away'] };
    const { screen, recorded } = await openAt(question, options);
    await choose(screen, rights(question), [0, 1]);
    await screen.waitFor('(3 of 3)');
    await choose(
      screen,
      rights(question).filter((right) => right > 1),
      [3],
    );
    await screen.waitFor(/git push`? — throws it away/);
    await answer(screen, key.enter);
    await screen.waitFor(/“sends it away”: Others see it\s+only then\./);
    expect(screen.text()).not.toContain('The stage comes first.');
    expect(await recorded()).toMatchObject({ result: 'wrong' });
  });

  it('pairs: a hint keeps those that are made, and each of them can be made again', async () => {
    const { screen, recorded } = await openAt({ ...match, hint }, options);
    await choose(screen, rights(match), [1]);
    await answer(screen, letter('?'));
    await screen.waitFor(/Hint[\s\S]*\(2 of 3\)/);
    await choose(
      screen,
      rights(match).filter((right) => right !== 1),
      [0],
    );
    await screen.waitFor('hat is my answer');
    await answer(screen, letter('b'), letter('b'));
    await screen.waitFor(/\(2 of 3\)[\s\S]*back[\s\S]*\(1 of 3\)/);
    await choose(screen, rights(match), [0, 1]);
    await answer(screen, key.enter);
    expect(await recorded()).toMatchObject({ result: 'right', hint: true });
  });

  it.each([0, 1, 2])('pairs: one need not know, with %i of them made', async (made) => {
    const { screen, recorded } = await openAt(match, options);
    await choose(screen, rights(match), [0, 1].slice(0, made));
    await answer(screen, letter('i'));
    await screen.waitFor(/Right is:[\s\S]*git push`? — sends it away/);
    expect(await recorded()).toMatchObject({ result: 'dont-know' });
  });

  it('an order: a hint keeps the beginning, and one can go back', async () => {
    const { screen, recorded } = await openAt({ ...order, hint }, options);
    const shown = disordered(4, 'q 1');
    await choose(screen, shown, [0, 2]);
    await answer(screen, letter('?'));
    await screen.waitFor(/Hint[\s\S]*\(3 of 4\)/);
    await answer(screen, letter('b'));
    await choose(
      screen,
      shown.filter((item) => item !== 0),
      [1, 2],
    );
    await answer(screen, key.enter);
    await screen.waitFor('Right.');
    expect(await recorded()).toMatchObject({ result: 'right', hint: true });
  });

  it('an order: the last item stands by itself, and all can be changed until Enter', async () => {
    const { screen, recorded } = await openAt(order, options);
    const shown = disordered(4, 'q 1');
    await choose(screen, shown, [0, 2, 1]);
    await screen.waitFor(
      /1\. edit\n.*2\. commit\n.*3\. stage\n.*4\. push\n[\s\S]*hat is my answer/,
    );
    expect(screen.text()).toMatch(/b\.? back/);
    await answer(screen, letter('b'), letter('b'));
    await screen.waitFor(/4\. push[\s\S]*\(3 of 4\)[\s\S]*\(2 of 4\)/);
    await choose(
      screen,
      shown.filter((item) => item !== 0),
      [1, 2],
    );
    await screen.waitFor(/2\. stage\n.*3\. commit\n/);
    await answer(screen, key.enter);
    expect(await recorded()).toMatchObject({ result: 'right', attempt: 1 });
  });

  it('an order: one need not know, with all of it made', async () => {
    const { screen, recorded } = await openAt(order, options);
    await choose(screen, disordered(4, 'q 1'), [0, 1, 2]);
    await screen.waitFor('hat is my answer');
    await answer(screen, letter('i'));
    await screen.waitFor(/Right is:\s+1\. edit\n/);
    expect(await recorded()).toMatchObject({ result: 'dont-know' });
  });

  it.each<[string, Rating, string]>([
    ['1', 'forgot', 'wrong'],
    ['2', 'hard', 'right'],
    ['3', 'good', 'right'],
    ['4', 'easy', 'right'],
  ])('recall: key %s says %s, which is %s, on the learner’s word', async (digit, _, result) => {
    const { screen, recorded } = await openAt({ ...recall, hint }, options);
    await answer(screen, letter('?'));
    await screen.waitFor(/Hint[\s\S]*how the answer/);
    expect(screen.text()).not.toContain('a snapshot');
    await answer(screen, key.enter);
    await screen.waitFor(/a snapshot[\s\S]*How well did you know it\?/);
    await answer(screen, `${digit}${key.enter}`);
    await screen.waitFor('On your word: you ');
    expect(await recorded()).toMatchObject({ result, hint: true });
    expect(screen.text()).not.toMatch(/Right|Not quite/);
  });

  it('recall: who does not know is shown the answer', async () => {
    const { screen, recorded } = await openAt(recall, options);
    await answer(screen, letter('i'));
    await screen.waitFor(/This is how it is[\s\S]*with a parent/);
    expect(await recorded()).toMatchObject({ result: 'dont-know' });
  });
});
