import type { Topic } from '../curriculum/curriculum.ts';
import type { DoneHow } from '../journal/event.ts';
import { count, hours, list } from '../text/phrase.ts';
import { formatDate, formatFullDate, type Instant } from '../time/instant.ts';
import type { Standing } from './standing.ts';

/** What a learner did in a set of topics, in their own numbers: nothing in it is an estimate of ours. */
export interface Achievement {
  readonly topics: number;
  /** How many of them ended in each way. */
  readonly done: Readonly<Record<DoneHow, number>>;
  readonly skipped: number;
  /** Neither done nor skipped. */
  readonly open: number;
  /** As the author reckons them; what is skipped is in neither. */
  readonly hours: { readonly done: number; readonly open: number };
  readonly answers: { readonly given: number; readonly right: number };
  readonly exercises: number;
  /** The first and the last time that one of them was begun or done; `undefined` when none was. */
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
}

export function achievementOf(standing: Standing, topics: readonly Topic[]): Achievement {
  const done = { mastered: 0, 'without-exercise': 0, 'tested-out': 0, marked: 0 };
  const answers = { given: 0, right: 0 };
  const moments: Instant[] = [];
  const hours = { done: 0, open: 0 };
  let [skipped, open, exercises] = [0, 0, 0];
  for (const topic of topics) {
    const known = standing.of(topic);
    const state = standing.state(topic);
    if (state === 'skipped') skipped++;
    else if (state === 'done' && known?.mark?.kind === 'done') {
      done[known.mark.how]++;
      hours.done += topic.hours;
      moments.push(known.mark.at);
    } else {
      open++;
      hours.open += topic.hours;
    }
    if (known?.started) moments.push(known.started);
    answers.given += known?.answers.given ?? 0;
    answers.right += known?.answers.right ?? 0;
    if (known?.exercise.state === 'passed') exercises++;
  }
  moments.sort((a, b) => a.ms - b.ms);
  return {
    ...{ topics: topics.length, done, skipped, open, hours, answers, exercises },
    ...{ from: moments[0], to: moments.at(-1) },
  };
}

/**
 * What was done, in the learner's own numbers: a sentence each, and nothing that did not happen.
 * @param now where the learner reads it; without it somebody else does, at any time.
 */
export function describeAchievement(achievement: Achievement, now?: Instant): string[] {
  const { done, skipped, open, answers, exercises } = achievement;
  const whose = now ? 'your' : "the learner's";
  const ways = [
    done.mastered > 0 && `${done.mastered} mastered`,
    done['without-exercise'] > 0 && `${done['without-exercise']} passed without exercise`,
    done['tested-out'] > 0 && `${done['tested-out']} tested out`,
    done.marked > 0 && `${done.marked} marked on ${whose} word`,
    skipped > 0 && `${skipped} skipped`,
    open > 0 && `${open} open`,
  ].filter((part) => typeof part === 'string');
  const work = [
    answers.given > 0 && `${answers.right} of ${count(answers.given, 'answer')} right`,
    exercises > 0 && `${count(exercises, 'exercise')} passed`,
  ].filter((part) => typeof part === 'string');
  return [
    `${count(achievement.topics, 'topic')}: ${list(ways)}.`,
    ...(work.length > 0 ? [`${list(work)}.`] : []),
    ...describeTime(achievement, now),
  ];
}

/** When it was, and how long it takes by the author's reckoning; nothing where all was skipped. */
function describeTime(
  { open, hours: time, answers, exercises, from, to }: Achievement,
  now: Instant | undefined,
): string[] {
  const date = (at: Instant): string => (now ? formatDate(at, now) : formatFullDate(at));
  const reckoned =
    time.done > 0
      ? `author reckons ${hours(time.done)} for what is done`
      : `author reckons ${hours(time.open)} for what is open`;
  if (time.done === 0 && open === 0) return [];
  if (from && to) {
    const days = date(from) === date(to) ? `On ${date(to)}` : `From ${date(from)} to ${date(to)}`;
    return [`${days}; the ${reckoned}.`];
  }
  // A quiz and an exercise can be tried before the topic is opened; they have no day here.
  const isUntouched = answers.given === 0 && exercises === 0;
  return [isUntouched ? `Nothing was begun yet; the ${reckoned}.` : `The ${reckoned}.`];
}
