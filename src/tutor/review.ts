import type { Topic, TopicContent } from '../core/curriculum/curriculum.ts';
import type { Fact } from '../core/journal/event.ts';
import { creditsOf, leaningOn } from '../core/memory/credit.ts';
import type { KeptMemory } from '../core/memory/kept-memory.ts';
import { algorithmName, type Grade, recallOn } from '../core/memory/memory.ts';
import { keptCard } from '../core/progress/recollection.ts';
import type { Standing } from '../core/progress/standing.ts';
import type { Question } from '../core/questions/question.ts';
import { isDue, type ReviewItem } from '../core/review/queue.ts';
import { gradeOf, unitOf } from '../core/review/unit.ts';
import { roundShare } from '../core/stats/share.ts';
import { type Day, dayOf } from '../core/time/day.ts';
import { renderAgain, renderGraded, renderSelfReview } from '../terminal/views/review.ts';
import { type Desk, goOn, type Left, leaveKey, left } from './desk.ts';
import { examine } from './examine.ts';

/** How many topics are asked about in turn. */
const interleaved = 4;

export interface ReviewResult {
  readonly standing: Standing;
  /** Whether the learner left before the end. */
  readonly left: boolean;
}

/**
 * Reviews the items, a question of each in turn, never two of one topic one after the other while
 * there is another. Each answer is saved at once, each item when its last question is answered. What
 * was not right is asked once more at the end, without another grade.
 */
export async function runReview(
  desk: Desk,
  start: Standing,
  items: readonly ReviewItem[],
  contentOf: (topic: Topic) => TopicContent,
  isTimeUp: () => boolean = () => false,
): Promise<ReviewResult> {
  const review = new Review(desk, start, items, contentOf);
  const ended = await review.run(isTimeUp);
  return { standing: review.standing, left: ended === left };
}

/** An item under way. */
interface Open {
  readonly item: ReviewItem;
  readonly questions: readonly Question[];
  /** Those that are to be asked still. */
  rest: readonly Question[];
}

class Review {
  readonly #desk: Desk;
  readonly #contentOf: (topic: Topic) => TopicContent;
  readonly #action: string;
  readonly #waiting: ReviewItem[];
  readonly #mistaken: { readonly topic: Topic; readonly question: Question }[] = [];
  readonly #all: number;
  #open: readonly Open[] = [];
  #settled = 0;
  #last: Topic | undefined;
  standing: Standing;

  constructor(
    desk: Desk,
    standing: Standing,
    items: readonly ReviewItem[],
    contentOf: (topic: Topic) => TopicContent,
  ) {
    this.#desk = desk;
    this.standing = standing;
    this.#contentOf = contentOf;
    this.#action = desk.newAction();
    this.#waiting = [...items];
    this.#all = items.length;
  }

  async run(isTimeUp: () => boolean): Promise<Left | undefined> {
    for (;;) {
      // What is begun is ended; what is not can wait for another day.
      if (isTimeUp())
        this.#open = this.#open.filter(({ questions, rest }) => rest.length < questions.length);
      else await this.#admit();
      const next = this.#choose();
      if (!next) return this.#askAgain();
      const ended = next.rest.length === 0 ? await this.#settle(next) : await this.#ask(next);
      if (ended === left) return left;
    }
  }

  /** Takes up items until enough are open; one that a review before it has practised may wait. */
  async #admit(): Promise<void> {
    while (this.#open.length < interleaved) {
      const item = this.#waiting.shift();
      if (!item) return;
      const kept = this.#kept(item);
      const canWait = isDue(item.kept, this.#today) && !(kept && isDue(kept, this.#today));
      if (canWait) this.#settled++;
      else this.#open = [...this.#open, await this.#begin(item)];
    }
  }

  async #begin(item: ReviewItem): Promise<Open> {
    const { questions } = this.#contentOf(item.topic);
    if (item.card !== undefined) {
      const card = questions.filter(({ id }) => id === item.card);
      return { item, questions: card, rest: card };
    }
    const unit = unitOf(questions, await this.#desk.answers(item.topic), this.#desk.now());
    return { item, questions: unit.questions, rest: unit.open };
  }

  /** Another topic than the last one where there is one; of several the one with most questions left. */
  #choose(): Open | undefined {
    const others = this.#open.filter(({ item }) => item.topic !== this.#last);
    return (others.length > 0 ? others : this.#open).toSorted(
      (a, b) => b.rest.length - a.rest.length,
    )[0];
  }

  async #ask(open: Open): Promise<Left | undefined> {
    const { topic } = open.item;
    const [question, ...rest] = open.rest;
    if (!question) return undefined;
    this.#last = topic;
    const place = `review, ${this.#settled} of ${this.#all} done`;
    const answers = await this.#desk.answers(topic);
    const examined = await examine(this.#desk, topic, question, place, answers, this.#action);
    if (examined === left) return left;
    this.standing = examined.standing;
    open.rest = rest;
    if (examined.answer.result !== 'right') this.#mistaken.push({ topic, question });
    if (rest.length === 0 && (await this.#settle(open)) === left) return left;
    return goOn(this.#desk);
  }

  async #settle(open: Open): Promise<Left | undefined> {
    const { item } = open;
    const recall = recallOn(this.#kept(item)?.memory ?? item.kept.memory, this.#today);
    const grade = await this.#grade(open, recall);
    if (grade === left) return left;
    this.standing = await this.#desk.record([this.#fact(item, grade, recall)], this.#action);
    this.#open = this.#open.filter((other) => other !== open);
    this.#settled++;
    const due = this.#kept(item)?.due ?? this.#today;
    this.#desk.show(renderGraded({ item, grade, recall, due }, this.#desk.now(), this.#desk.theme));
    return undefined;
  }

  async #grade({ item, questions }: Open, recall: number): Promise<Grade | Left> {
    if (questions.length === 0) return this.#askSelf(item);
    const answers = await this.#desk.answers(item.topic);
    if (item.card === undefined) {
      const { answered } = unitOf(this.#contentOf(item.topic).questions, answers, this.#desk.now());
      return gradeOf(answered, recall);
    }
    const given = answers.given.filter(({ question }) => question === item.card);
    return gradeOf(given.slice(-1), recall);
  }

  /** A topic without questions: only the learner can tell. */
  async #askSelf({ topic }: ReviewItem): Promise<Grade | Left> {
    this.#desk.show(renderSelfReview(topic, this.#contentOf(topic), this.#desk.theme));
    return this.#desk.ask.choose<Grade, Left>({
      message: 'How much of this could you do today?',
      choices: [
        { value: 'again', label: 'Not enough: I would have to learn it again' },
        { value: 'hard', label: 'Most of it, with effort' },
        { value: 'good', label: 'All of it' },
        { value: 'easy', label: 'All of it, without thinking' },
      ],
      keys: [leaveKey],
    });
  }

  #fact({ topic, card }: ReviewItem, grade: Grade, predicted: number): Fact {
    const recall = roundShare(predicted);
    const shared = { topic: topic.id, grade, recall, algorithm: algorithmName };
    if (card !== undefined) return { kind: 'card-reviewed', question: card, ...shared };
    const { curriculum } = this.standing;
    const credits = creditsOf(curriculum, topic.number - 1, grade);
    const recheck = grade === 'again' ? leaningOn(curriculum, topic.id) : [];
    return { kind: 'topic-reviewed', ...shared, credits, recheck };
  }

  async #askAgain(): Promise<Left | undefined> {
    if (this.#mistaken.length > 0)
      this.#desk.show(renderAgain(this.#mistaken.length, this.#desk.theme));
    for (const [i, { topic, question }] of this.#mistaken.entries()) {
      const place = `once more, ${i + 1} of ${this.#mistaken.length}`;
      const answers = await this.#desk.answers(topic);
      const examined = await examine(this.#desk, topic, question, place, answers, this.#action);
      if (examined === left || (await goOn(this.#desk)) === left) return left;
      this.standing = examined.standing;
    }
    return undefined;
  }

  get #today(): Day {
    return dayOf(this.#desk.now());
  }

  /** The memory of an item as it is now: a review before it may have practised it. */
  #kept({ topic, card }: ReviewItem): KeptMemory | undefined {
    const known = this.standing.of(topic);
    if (!known) return undefined;
    return card === undefined ? known.memory : keptCard(known, card);
  }
}
