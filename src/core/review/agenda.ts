import type { Topic } from '../curriculum/curriculum.ts';
import { wantedRecall } from '../memory/memory.ts';
import { type Choice, chooseNext, explainChoice, shortTitle } from '../progress/next.ts';
import type { Standing } from '../progress/standing.ts';
import { count, percent } from '../text/phrase.ts';
import { dayOf } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import { dueItems, minutesFor, type ReviewItem } from './queue.ts';

/**
 * What to do now, learning or reviewing, and the rule that says so. The first that fires decides:
 * finish what was begun; review what the next new topic stands on; review what is due; learn on.
 */
export type Agenda = {
  /** Everything that is due, in the order of the review: first what the next topic stands on. */
  readonly due: readonly ReviewItem[];
  /** What to learn, now or afterwards. */
  readonly choice: Choice;
} & (
  | { readonly rule: Choice['rule'] }
  | {
      readonly rule: 'blocking-review' | 'review';
      /** Where the review begins. */
      readonly first: ReviewItem;
    }
);

/**
 * After so many reviews of one day new work comes first again: a backlog shrinks all the same, and
 * nobody's evenings become nothing but reviews.
 */
export const reviewsADay = 12;

/** @param limit how many topics to name at most, as in `chooseNext`. */
export function agendaOf(standing: Standing, now: Instant, limit?: number): Agenda {
  const today = dayOf(now);
  const choice = chooseNext(standing, now, limit);
  const isBlocking = ({ topic }: ReviewItem) => choice.topic?.requires.includes(topic.id) === true;
  const all = dueItems(standing, today);
  const due = [...all.filter(isBlocking), ...all.filter((item) => !isBlocking(item))];
  const [first] = due;
  if (!first || choice.rule === 'resume') return { rule: choice.rule, due, choice };

  if (isBlocking(first)) return { rule: 'blocking-review', first, due, choice };
  const { reviews } = standing.progress;
  const isEnough = reviews?.day === today && reviews.count >= reviewsADay;
  if (isEnough && choice.topic) return { rule: choice.rule, due, choice };
  return { rule: 'review', first, due, choice };
}

/** Why this and why now, in one sentence. */
export function explainAgenda(standing: Standing, agenda: Agenda): string {
  switch (agenda.rule) {
    case 'blocking-review':
      return `${predicted(agenda.first)}, and ${nameOf(agenda.choice.topic)}, which comes next, builds on it.`;
    case 'review':
      return `${predicted(agenda.first)}, and what is due comes before what is new.`;
    default:
      return explainChoice(standing, agenda.choice);
  }
}

/** `2 topics are due for review (about 5 min)`; nothing when nothing is. */
export function describeDue(due: readonly ReviewItem[]): string | undefined {
  if (due.length === 0) return undefined;
  const topics = new Set(due.map(({ topic }) => topic)).size;
  const are = topics === 1 ? 'is' : 'are';
  return `${count(topics, 'topic')} ${are} due for review (about ${Math.ceil(minutesFor(due))} min)`;
}

function predicted({ recall }: ReviewItem): string {
  return `Predicted recall is ${percent(recall)} (due at ${percent(wantedRecall)})`;
}

function nameOf(topic: Topic | undefined): string {
  return topic ? shortTitle(topic) : '';
}
