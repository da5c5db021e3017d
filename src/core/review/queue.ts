import { findTopic, type Topic } from '../curriculum/curriculum.ts';
import type { KeptMemory } from '../memory/kept-memory.ts';
import { gainOn, recallOn } from '../memory/memory.ts';
import { keptCard } from '../progress/recollection.ts';
import type { Standing } from '../progress/standing.ts';
import { addDays, type Day } from '../time/day.ts';

/** A topic, or a card of one, that a review is about. */
export interface ReviewItem {
  readonly topic: Topic;
  /** The id of its question, where it is a card. */
  readonly card: string | undefined;
  readonly kept: KeptMemory;
  /** Predicted, 0 to 1. */
  readonly recall: number;
}

/** About what a review takes, in minutes. */
const topicMinutes = 2.5;
const cardMinutes = 0.5;

/**
 * Everything that is remembered, in the order of the sequence, cards before their topic: what was
 * learnt, unless it is to be learnt anew. Linear in the topics that the learner has touched.
 */
export function remembered(standing: Standing, day: Day): ReviewItem[] {
  const { curriculum, progress } = standing;
  const items: ReviewItem[] = [];
  for (const [id, known] of progress.topics) {
    const topic = findTopic(curriculum, id);
    if (!topic || !known.memory || standing.state(topic) !== 'done') continue;
    const item = (card: string | undefined, kept: KeptMemory) =>
      items.push({ topic, card, kept, recall: recallOn(kept.memory, day) });
    // A card that has no memory of its own yet would not be due any more after its topic.
    for (const card of topic.cards) {
      const kept = keptCard(known, card);
      if (kept) item(card, kept);
    }
    item(undefined, known.memory);
  }
  return items.sort((a, b) => a.topic.number - b.topic.number);
}

/** What is due, the most worthwhile first. */
export function dueItems(standing: Standing, day: Day): ReviewItem[] {
  return remembered(standing, day)
    .filter(({ kept }) => isDue(kept, day))
    .map((item) => ({ item, gain: expectedGain(item.kept, day) }))
    .sort((a, b) => b.gain - a.gain)
    .map(({ item }) => item);
}

/**
 * The gain in stability that is to be expected of a review, as in "potential stability gain" of the
 * FSRS study on the order of reviews. Most remembered first would feel better and leave the most
 * forgotten.
 */
export function expectedGain({ memory }: KeptMemory, day: Day): number {
  return recallOn(memory, day) * Math.log(gainOn(memory, day));
}

/** What would be due next, when nothing is: the least remembered first. Nothing of today. */
export function aheadItems(standing: Standing, day: Day): ReviewItem[] {
  return remembered(standing, day)
    .filter(({ kept }) => kept.memory.last < day && !isDue(kept, day))
    .sort((a, b) => a.recall - b.recall);
}

/** Of what a topic stands on directly, the one that is remembered least, where any is remembered. */
export function weakestPrerequisite(
  standing: Standing,
  { requires }: Topic,
  day: Day,
): ReviewItem | undefined {
  return remembered(standing, day)
    .filter(({ topic, card }) => card === undefined && requires.includes(topic.id))
    .sort((a, b) => a.recall - b.recall)[0];
}

/** A date that is far ahead comes from a clock that was wrong: waiting for it would take years. */
export function isDue({ due, memory }: KeptMemory, day: Day): boolean {
  return due <= day || memory.last > addDays(day, 2);
}

/** How long a review of these takes, in minutes. */
export function minutesFor(items: readonly ReviewItem[]): number {
  return items.reduce(
    (sum, { card }) => sum + (card === undefined ? topicMinutes : cardMinutes),
    0,
  );
}
