import type { Topic } from '../core/curriculum/curriculum.ts';
import type { Fact } from '../core/journal/event.ts';
import { chooseNext, shortTitle } from '../core/progress/next.ts';
import { type Standing, wayAhead } from '../core/progress/standing.ts';
import { count, hours, list } from '../core/text/phrase.ts';
import { wrap } from '../terminal/layout.ts';
import { requireConsent } from './consent.ts';
import { topicJson } from './json.ts';
import type { Session } from './session.ts';
import { findTopics } from './topics.ts';
import { defineVerb, jsonOption } from './verb.ts';

const argument = '<topic...>';
const argumentHelp = 'an id, a number as shown by roadmap, or words of the title';

export const done = defineVerb({
  argument,
  argumentHelp,
  options: {
    force: { flags: '-f, --force', help: 'also topics whose prerequisites are still open' },
    json: jsonOption,
  },
  about:
    'Marks topics as done on your word, without questions. They are shown as "marked", apart from what the tutor has seen you master.',
  examples: ['done python-core', 'done 1 3', 'done unit tests', 'done kubernetes-rollouts --force'],

  async run(session, { words, options }) {
    const topics = await findTopics(session, words);
    const before = await session.standing();
    await passGate(session, before, topics, options.force === true);
    return apply(session, options.json === true, {
      topics,
      isAlready: (topic) => before.state(topic) === 'done',
      fact: ({ id: topic }) => ({ kind: 'topic-done', topic, how: 'marked' }),
      said: 'Marked as done',
      already: 'is done already',
    });
  },
});

export const skip = defineVerb({
  argument,
  argumentHelp,
  options: { json: jsonOption },
  about:
    'Leaves topics out. A skipped topic is no progress and is not counted, but it no longer blocks the topics that require it.',
  examples: ['skip jenkins-pipelines', 'skip 31 32'],

  async run(session, { words, options }) {
    const topics = await findTopics(session, words);
    const before = await session.standing();
    return apply(session, options.json === true, {
      topics,
      isAlready: (topic) => before.state(topic) === 'skipped',
      fact: ({ id: topic }) => ({ kind: 'topic-skipped', topic }),
      said: 'Skipped',
      already: 'is skipped already',
    });
  },
});

export const reopen = defineVerb({
  argument,
  argumentHelp,
  options: { json: jsonOption },
  about:
    'Takes topics up again: done, skipped or started, they are as if you had never touched them. Your history keeps what happened.',
  examples: ['reopen git-snapshots'],

  async run(session, { words, options }) {
    const topics = await findTopics(session, words);
    const before = await session.standing();
    return apply(session, options.json === true, {
      topics,
      isAlready: (topic) => ['open', 'locked'].includes(before.state(topic)),
      fact: ({ id: topic }) => ({ kind: 'topic-reopened', topic }),
      said: 'Reopened',
      already: 'is open already',
    });
  },
});

interface Change {
  readonly topics: readonly Topic[];
  isAlready(topic: Topic): boolean;
  fact(topic: Topic): Fact;
  readonly said: string;
  readonly already: string;
}

/** Records what is new and says so, with the way back and the way on. */
async function apply(session: Session, json: boolean, change: Change): Promise<undefined> {
  const changed = change.topics.filter((topic) => !change.isAlready(topic));
  const unchanged = change.topics.filter((topic) => change.isAlready(topic));
  const after =
    changed.length > 0 ? await session.record(changed.map(change.fact)) : await session.standing();
  if (json) {
    const { topic } = chooseNext(after, session.now());
    session.printJson('changed', {
      changed: changed.map((other) => topicJson(after, other)),
      unchanged: unchanged.map((other) => topicJson(after, other)),
      next: topic ? topicJson(after, topic) : null,
    });
    return;
  }
  const { theme } = session;
  const lines = unchanged.map((topic) => `${shortTitle(topic)} ${change.already}.`);
  if (changed.length > 0) {
    const symbol = theme.plain ? '' : `${theme.good(theme.symbols.done)} `;
    lines.push(`${symbol}${change.said}: ${list(changed.map(shortTitle))}.`);
  }
  session.print(lines.flatMap((line) => wrap(line, theme.width)));
  const { topic } = chooseNext(after, session.now());
  const next = topic
    ? `Next: ${shortTitle(topic)}`
    : 'Nothing is left: every topic is done or skipped.';
  const back = changed.length > 0 ? ['Take it back with: mlops-path undo'] : [];
  session.print([next, ...back].flatMap((line) => wrap(theme.dim(line), theme.width)));
}

/** Gates are soft: what is missing is named, and the learner decides. */
async function passGate(
  session: Session,
  standing: Standing,
  topics: readonly Topic[],
  force: boolean,
): Promise<void> {
  const wanted = new Set(topics.map(({ id }) => id));
  const blocked = topics.filter((topic) =>
    standing.missing(topic).some(({ id }) => !wanted.has(id)),
  );
  const [first] = blocked;
  if (!first) return;
  const way = wayAhead(standing, blocked);
  const before = way.topics.filter((topic) => !wanted.has(topic.id));
  const missing = list(before.map(shortTitle), 3);
  const effort = before.reduce((sum, topic) => sum + topic.hours, 0);
  const message = `${list(blocked.map(shortTitle), 3)} ${blocked.length === 1 ? 'is' : 'are'} locked: first ${before.length === 1 ? 'comes' : 'come'} ${missing} (${count(before.length, 'topic')}, ${hours(effort)}).`;

  await requireConsent(session, force, {
    what: message,
    question: 'Mark it all the same?',
    hint: `Mark it all the same with --force, or see the way there: mlops-path why ${first.id}`,
    instead: `The way there: mlops-path why ${first.id}`,
  });
}
