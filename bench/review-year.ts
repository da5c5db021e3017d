import type { Curriculum } from '../src/core/curriculum/curriculum.ts';
import type { Policy } from './review-policies.ts';
import { TrueMemory } from './review-world.ts';

/** What a year of many learners came to. */
export interface Outcome {
  /** Reviews per topic and year. */
  readonly reviews: number;
  /** True recall, on average over all days and all that was learnt by then. */
  readonly recall: number;
  /** The same over the worst twentieth. */
  readonly worst: number;
}

const days = 365;
const learners = 30;
/** Five new topics a week, one on each working day. */
const week = { days: 7, working: 5 };

/**
 * So many learners for a year: each day a new topic while there are any, and every review that is due.
 *
 * @param isTrue whether topics practise what they require in truth.
 */
export function liveThrough(
  curriculum: Curriculum,
  policyOf: () => Policy,
  isTrue: boolean,
): Outcome {
  const tally = new RecallTally();
  let reviews = 0;
  for (let learner = 0; learner < learners; learner++) {
    const truth = new TrueMemory(curriculum, learner, isTrue);
    const policy = policyOf();
    let learnt = 0;
    for (let day = 0; day < days; day++) {
      // What is remembered in the morning, before anything is refreshed.
      for (const recall of truth.recalls(day)) tally.add(recall);
      for (const place of policy.due(day)) {
        // A review before it may have practised it.
        if (!policy.isDue(place, day)) continue;
        policy.review(place, truth.review(place, day), day);
        reviews++;
      }
      if (day % week.days < week.working && learnt < curriculum.topics.length) {
        truth.learn(learnt, day);
        policy.learn(learnt, day);
        learnt++;
      }
    }
  }
  const { mean, worst } = tally;
  return { reviews: reviews / (learners * curriculum.topics.length), recall: mean, worst };
}

/** Recall on many days, by ten-thousandths. */
class RecallTally {
  readonly #counts = new Float64Array(10_001);
  #all = 0;

  add(recall: number): void {
    const place = Math.round(recall * 10_000);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#all++;
  }

  get mean(): number {
    return this.#meanOfLowest(this.#all);
  }

  get worst(): number {
    return this.#meanOfLowest(this.#all / 20);
  }

  #meanOfLowest(wanted: number): number {
    let [left, sum] = [wanted, 0];
    for (const [place, count] of this.#counts.entries()) {
      const taken = Math.min(left, count);
      sum += (taken * place) / 10_000;
      left -= taken;
    }
    return sum / wanted;
  }
}
