import type { Topic } from '../core/curriculum/curriculum.ts';
import { checkedFact, wrongIn } from '../core/exercises/verdict.ts';
import type { Fact } from '../core/journal/event.ts';
import { chooseNext, shortTitle } from '../core/progress/next.ts';
import type { Standing } from '../core/progress/standing.ts';
import { count } from '../core/text/phrase.ts';
import { printable } from '../core/text/printable.ts';
import { exitCode, UserError } from '../failure.ts';
import { wrap } from '../terminal/layout.ts';
import {
  renderOutcome,
  renderPassed,
  renderSolution,
  renderTask,
} from '../terminal/views/practice.ts';
import type { Desk } from '../tutor/desk.ts';
import { eachAtOnce } from './at-once.ts';
import { requireConsent } from './consent.ts';
import { makeDesk } from './desk.ts';
import type { Session } from './session.ts';
import { findOneTopic } from './topics.ts';
import { requireTrust } from './trust.ts';
import { defineVerb, jsonOption } from './verb.ts';
import { type OpenWorkshop, openWorkshop } from './workshop.ts';

export const practice = defineVerb({
  argument: '[topic...]',
  argumentHelp: 'an id, a number, or words of the title; what you are at by default',
  options: {
    check: { flags: '--check', help: 'check once, without watching' },
    open: { flags: '--open', help: 'open the files in your editor (EDITOR, or VS Code)' },
    hint: { flags: '--hint', help: 'show the next hint' },
    solution: { flags: '--solution', help: 'show the difference between your files and ours' },
    reset: { flags: '--reset', help: 'put the files back; yours are kept in a dated folder' },
    all: { flags: '--all', help: 'check every exercise that you have passed once more' },
    yes: { flags: '-y, --yes', help: 'do not ask' },
    json: jsonOption,
  },
  about:
    'The exercise of a topic, on real files in your workspace. In a terminal it is checked whenever you save; elsewhere it is checked once. Your files are never touched: the check runs on a copy.',
  examples: ['practice git-snapshots', 'practice git-snapshots --check', 'practice --all'],

  async run(session, { words, options }) {
    if (options.all) return checkAll(session, options.json === true);
    const topic = await topicOf(session, words);
    const once = options.check ?? options.json ?? options.open ?? options.hint;
    const desk = (once ?? options.solution ?? options.reset) ? undefined : await makeDesk(session);
    if (desk) return watchIt(session, desk, topic);

    const workshop = await openWorkshop(session, topic);
    const json = options.json === true;
    if (options.reset) return putBack(session, workshop, options.yes === true, json);
    await workshop.layOut();
    if (options.hint) return nextHint(session, topic, workshop, json);
    if (options.solution) return showSolution(session, topic, workshop, options.yes === true, json);
    if (options.open) {
      await workshop.open();
      if (options.check !== true) return undefined;
    }
    return checkOnce(session, topic, workshop, json);
  },
});

/** The topic that is named, or the one the learner is at. */
async function topicOf(session: Session, words: readonly string[]): Promise<Topic> {
  if (words.length > 0) return findOneTopic(session, words);
  const standing = await session.standing();
  const { topic, runnersUp } = chooseNext(standing, session.now());
  const open = await session.curriculum();
  const found = [...(topic ? [topic] : []), ...runnersUp].find((one) => open.content(one).exercise);
  if (found) return found;
  const hint = 'Name the topic: mlops-path practice git-snapshots';
  throw new UserError('no-exercise', 'None of the topics that are open has an exercise.', hint);
}

async function watchIt(session: Session, desk: Desk, topic: Topic): Promise<undefined> {
  const { conclude } = await import('../tutor/conclude.ts');
  const content = (await session.curriculum()).content(topic);
  const action = desk.newAction();
  const after = await desk.practise?.(topic, content, await session.standing(), action);
  if (!after || typeof after === 'symbol') return undefined;
  const ended = await conclude(desk, after, topic, content, action);
  if (!ended) {
    const rest = `What is left are the questions: mlops-path learn ${topic.id}`;
    session.print(wrap(rest, session.theme.width, ' '));
  }
  return undefined;
}

async function checkOnce(session: Session, topic: Topic, workshop: OpenWorkshop, json: boolean) {
  const { outcome, learnerOutput, notes, seconds } = await workshop.check();
  const fact = checkedFact(topic.id, outcome);
  const passed = fact?.passed === true;
  if (fact) await session.record([fact]);
  const { theme } = session;
  if (json) {
    const { workspace, files } = workshop;
    session.printJson('practice', {
      ...{ topic: topic.id, workspace, files, passed, outcome, learnerOutput, notes, seconds },
    });
  } else {
    const { task, workspace, files, exercise } = workshop;
    if (!passed) session.print(renderTask(task, workspace, files, theme));
    session.print(renderOutcome(outcome, theme));
    if (notes.length > 0) session.say(notes);
    if (passed) session.print(renderPassed(exercise, workshop.tools, theme));
  }
  return passed ? exitCode.done : exitCode.refused;
}

async function nextHint(
  session: Session,
  topic: Topic,
  { exercise }: OpenWorkshop,
  json: boolean,
): Promise<undefined> {
  const shown = (await session.standing()).of(topic)?.exercise.hints ?? 0;
  const hint = exercise.hints[shown] ?? exercise.hints.at(-1) ?? '';
  const fact: Fact = { kind: 'exercise-helped', topic: topic.id, help: 'hint' };
  if (shown < exercise.hints.length) await session.record([fact]);
  const number = Math.min(shown + 1, exercise.hints.length);
  if (json) {
    session.printJson('hint', { topic: topic.id, number, of: exercise.hints.length, hint });
    return undefined;
  }
  const text = `Hint ${number} of ${exercise.hints.length}. ${hint}`;
  session.print(wrap(text, session.theme.width));
  return undefined;
}

/** Looking it up is a decision, and it is remembered. */
async function showSolution(
  session: Session,
  topic: Topic,
  workshop: OpenWorkshop,
  agreed: boolean,
  json: boolean,
): Promise<undefined> {
  const state = (await session.standing()).of(topic)?.exercise.state;
  if (state !== 'passed') {
    await requireConsent(session, agreed, {
      what: 'You have not passed it yet. What you pass after seeing the solution proves nothing to the tutor.',
      question: 'Show it?',
      hint: 'Add --yes to see it all the same.',
    });
    await session.record([{ kind: 'exercise-helped', topic: topic.id, help: 'solution' }]);
  }
  const solution = await workshop.solution();
  if (json) session.printJson('solution', { topic: topic.id, ...solution });
  else await session.page(renderSolution(solution, session.theme));
  return undefined;
}

async function putBack(
  session: Session,
  workshop: OpenWorkshop,
  agreed: boolean,
  json: boolean,
): Promise<undefined> {
  await requireConsent(session, agreed, {
    what: 'Your files move to a dated folder beside the workspace.',
    question: 'Put the starter back?',
    hint: 'Add --yes to do it without being asked.',
  });
  const kept = await workshop.reset();
  if (json) {
    session.printJson('changed', { workspace: workshop.workspace, kept: kept ?? null });
    return undefined;
  }
  session.print([
    `The exercise is laid out anew in ${printable(workshop.workspace)}`,
    ...(kept === undefined ? [] : [`Your files are in ${printable(kept)}`]),
  ]);
  return undefined;
}

/** Re-checks what was passed. Nothing is reopened: it is for the learner to decide. */
async function checkAll(session: Session, json: boolean) {
  const standing = await session.standing();
  const all = standing.curriculum.topics.filter((topic) => isPassed(standing, topic));
  // Before any of them runs: two that run at the same time would both ask.
  if (all.length > 0) await requireTrust(session);
  const results: { topic: Topic; passed: boolean; why: string }[] = [];
  await eachAtOnce(all, async (topic) => {
    if (!json) session.say([`Checking ${shortTitle(topic)} …`]);
    const { outcome } = await (await openWorkshop(session, topic)).check();
    const passed = outcome.kind === 'checked' && outcome.passed;
    const [wrong = ''] = wrongIn(outcome);
    results.push({ topic, passed, why: outcome.kind === 'broken' ? outcome.detail : wrong });
  });
  results.sort((a, b) => a.topic.number - b.topic.number);
  const broken = results.filter(({ passed }) => !passed);
  if (json) {
    session.printJson('practice-all', {
      results: results.map(({ topic, passed, why }) => ({ topic: topic.id, passed, why })),
    });
  } else {
    const lines = broken.map(({ topic, why }) => `${topic.title} no longer passes: ${why}`);
    const good = all.length - broken.length;
    session.print([
      ...lines.flatMap((line) => wrap(line, session.theme.width)),
      `${count(good, 'exercise')} of ${all.length} still ${good === 1 ? 'passes' : 'pass'}.`,
    ]);
  }
  return broken.length > 0 ? exitCode.refused : exitCode.done;
}

function isPassed(standing: Standing, topic: Topic): boolean {
  return standing.of(topic)?.exercise.state === 'passed';
}
