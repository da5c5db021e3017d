import type { Topic } from '../curriculum/curriculum.ts';
import type { DoneHow } from '../journal/event.ts';
import type { Instant } from '../time/instant.ts';
import type { Standing } from './standing.ts';

/** What a learner did in a set of topics, in their own numbers: nothing in it is an estimate of ours. */
export interface Achievement {
  readonly topics: number;
  /** How many of them ended in each way. */
  readonly done: Readonly<Record<DoneHow, number>>;
  readonly skipped: number;
  /** Neither done nor skipped. */
  readonly open: number;
  /** The author's hours of what is done. */
  readonly hours: number;
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
  let [skipped, open, hours, exercises] = [0, 0, 0, 0];
  for (const topic of topics) {
    const known = standing.of(topic);
    const state = standing.state(topic);
    if (state === 'skipped') skipped++;
    else if (state === 'done' && known?.mark?.kind === 'done') {
      done[known.mark.how]++;
      hours += topic.hours;
      moments.push(known.started ?? known.mark.at, known.mark.at);
    } else open++;
    answers.given += known?.answers.given ?? 0;
    answers.right += known?.answers.right ?? 0;
    if (known?.exercise.state === 'passed') exercises++;
  }
  moments.sort((a, b) => a.ms - b.ms);
  return {
    ...{ topics: topics.length, done, skipped, open, answers, exercises },
    hours: Math.round(hours * 100) / 100,
    ...{ from: moments[0], to: moments.at(-1) },
  };
}
