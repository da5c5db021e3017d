import {
  findTopic,
  prerequisitesIn,
  type Topic,
  topicAt,
  unlockedIn,
} from '../curriculum/curriculum.ts';
import { topologicalOrder } from '../graph/order.ts';
import { dependentsOf } from '../graph/reach.ts';
import { count, list } from '../text/phrase.ts';
import { dayOf } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import { isForgotten, type Standing } from './standing.ts';

/** What to do now, and the rule that says so. The first rule that fires decides. */
export type Choice =
  /** Finish what was begun in the last fourteen days. */
  | { readonly rule: 'resume'; readonly topic: Topic; readonly runnersUp: readonly Topic[] }
  /** The first topic of the author's order that nothing blocks. */
  | { readonly rule: 'new'; readonly topic: Topic; readonly runnersUp: readonly Topic[] }
  /** Nothing is left but what was put aside for today. */
  | { readonly rule: 'aside'; readonly topic: Topic; readonly runnersUp: readonly Topic[] }
  | { readonly rule: 'finished'; readonly topic?: undefined; readonly runnersUp: readonly [] };

const dayMs = 86_400_000;
const resumeWithinMs = 14 * dayMs;

/** @param limit how many topics to name at most, the chosen one included. */
export function chooseNext(standing: Standing, now: Instant, limit = 4): Choice {
  const candidates: Topic[] = [];
  const aside: Topic[] = [];
  const isAside = (topic: Topic): boolean => {
    const put = standing.of(topic)?.aside;
    return put !== undefined && dayOf(put) === dayOf(now);
  };
  for (const place of topologicalOrder(standing.curriculum.graph).topics) {
    const topic = topicAt(standing.curriculum, place);
    if (!isFree(standing, topic)) continue;
    (isAside(topic) ? aside : candidates).push(topic);
    // What lies further back makes no difference any more.
    if (candidates.length > limit) break;
  }

  const latest = latestBegun(standing, now.ms - resumeWithinMs, isAside);
  const topic = latest ?? candidates[0];
  const runnersUp = candidates.filter((other) => other !== topic).slice(0, limit - 1);
  if (topic) return { rule: latest ? 'resume' : 'new', topic, runnersUp };
  const [put, ...others] = aside;
  if (put) return { rule: 'aside', topic: put, runnersUp: others.slice(0, limit - 1) };
  return { rule: 'finished', runnersUp: [] };
}

function isFree(standing: Standing, topic: Topic): boolean {
  const state = standing.state(topic);
  return state === 'open' || (state === 'started' && standing.missing(topic).length === 0);
}

/** The topic that was worked on last, of those that are begun. */
function latestBegun(
  standing: Standing,
  sinceMs: number,
  isAside: (topic: Topic) => boolean,
): Topic | undefined {
  let latest: { topic: Topic; touchedMs: number } | undefined;
  for (const [id, { touched }] of standing.progress.topics) {
    if (touched.ms <= sinceMs || (latest && touched.ms < latest.touchedMs)) continue;
    const topic = findTopic(standing.curriculum, id);
    if (!topic || standing.state(topic) !== 'started' || isAside(topic)) continue;
    // Of two at the same moment the first of the sequence.
    if (latest?.touchedMs === touched.ms && latest.topic.number < topic.number) continue;
    latest = { topic, touchedMs: touched.ms };
  }
  return latest?.topic;
}

/** Everything that the reason is made of: for `--json`, and for whoever wants to check it. */
export interface ReasonInputs {
  readonly finished: readonly Topic[];
  readonly skipped: readonly Topic[];
  /** Topics that require it directly, in the author's order. */
  readonly unlocks: readonly Topic[];
  /** How many topics need it, directly or not. */
  readonly neededBy: number;
}

export function reasonInputs(standing: Standing, topic: Topic): ReasonInputs {
  const { curriculum } = standing;
  const prerequisites = prerequisitesIn(curriculum, topic);
  return {
    finished: prerequisites.filter((other) => standing.state(other) === 'done'),
    skipped: prerequisites.filter((other) => standing.state(other) === 'skipped'),
    unlocks: unlockedIn(curriculum, topic),
    neededBy: dependentsOf(curriculum.graph, topic.number - 1).length,
  };
}

/** Why this topic and why now, in one sentence. */
export function explainChoice(standing: Standing, choice: Choice): string {
  if (choice.rule === 'finished') return words.finished(standing);
  const inputs = reasonInputs(standing, choice.topic);
  return `${words.grounds(choice, standing, inputs)}; ${words.needed(inputs)}.`;
}

const words = {
  grounds(
    { rule, topic }: Extract<Choice, { topic: Topic }>,
    standing: Standing,
    inputs: ReasonInputs,
  ) {
    const known = standing.of(topic);
    if (known && isForgotten(known)) return 'Two reviews in a row failed, so it is learnt again';
    if (rule === 'resume') return 'You have started it, and what is begun is finished first';
    if (rule === 'aside') return 'It was put aside until tomorrow, and nothing else is left';
    return words.ready(topic, standing, inputs);
  },

  finished({ curriculum, progress }: Standing): string {
    const skipped = curriculum.topics.some(
      ({ id }) => progress.topics.get(id)?.mark?.kind === 'skipped',
    );
    return skipped
      ? 'Every topic is done or skipped: nothing is left in this curriculum.'
      : 'Every topic is done: nothing is left in this curriculum.';
  },

  ready(topic: Topic, standing: Standing, { finished, skipped }: ReasonInputs): string {
    if (topic.requires.length === 0) {
      return topic.number === 1
        ? 'It is the first topic of the sequence and needs nothing'
        : 'It comes next in the sequence and needs nothing';
    }
    const titles = (topics: readonly Topic[]) => list(topics.map(shortTitle), 3);
    const parts = [
      finished.length > 0 && `finished ${titles(finished)}`,
      skipped.length > 0 && `skipped ${titles(skipped)}`,
    ].filter((part) => part !== false);
    if (parts.length > 0) return `You ${parts.join(' and ')}`;
    return standing.missing(topic).length > 0
      ? 'You opened it before its prerequisites'
      : 'It is open';
  },

  needed({ unlocks, neededBy }: ReasonInputs): string {
    if (neededBy === 0) return 'no other topic needs it';
    const names = unlocks.slice(0, 2).map(shortTitle);
    const more = neededBy - names.length;
    const all = more > 0 ? [...names, `${count(more, 'more', 'more')}`] : names;
    return `${list(all)} ${neededBy === 1 ? 'needs' : 'need'} it`;
  },
};

/** A title up to its colon: `Git snapshots: stage, commit …` is `Git snapshots` in a sentence. */
export function shortTitle({ title }: { readonly title: string }): string {
  return title.split(':', 1)[0] ?? title;
}
