import { findTopic, type TopicContent } from '../../src/core/curriculum/curriculum.ts';
import type { GivenAnswer } from '../../src/core/progress/answers.ts';
import { chooseQuestion, roundOf } from '../../src/core/progress/choose-question.ts';
import { judge } from '../../src/core/progress/mastery.ts';
import { shortTitle } from '../../src/core/progress/next.ts';
import { rightsOf } from '../../src/core/questions/match.ts';
import type { Question } from '../../src/core/questions/question.ts';
import { disordered, shuffled } from '../../src/core/questions/shuffle.ts';
import { parseInstant } from '../../src/core/time/instant.ts';
import { shipped } from './curriculum.ts';
import { someDay } from './program.ts';
import { answer, promptOn, waitForPrompt } from './prompt.ts';
import { key, type Screen } from './screen.ts';

/** What a shipped topic holds. */
export function contentOf(id: string): TopicContent {
  const topic = findTopic(shipped.curriculum, id);
  if (!topic) throw new Error(`There is no topic ${id}.`);
  return shipped.content(topic);
}

/** Turns the pages of a lesson until the questions begin. */
export async function readOn(screen: Screen): Promise<void> {
  for (;;) {
    const [, page, pages] = await waitForPrompt(screen, /Page (\d+) of (\d+)/);
    await answer(screen, key.enter);
    if (page === pages) return;
  }
}

/** How a simulated learner answers. */
export type Manner = 'right' | 'wrong' | 'never-knows';

/** The keys that answer a question, for each of its prompts. Wrong answers are wrong in every kind. */
export function keysFor(question: Question, manner: Manner, attempt = 1): string[] {
  if (manner === 'never-knows') {
    return [question.kind === 'short' || question.kind === 'number' ? `i${key.enter}` : 'i'];
  }
  const isRight = manner === 'right';
  const seed = `${question.id} ${attempt}`;
  switch (question.kind) {
    case 'single': {
      const shown = shuffled(question.choices.length, seed);
      const place = shown.findIndex((i) => (question.choices[i]?.correct === true) === isRight);
      return [`${place + 1}${key.enter}`];
    }
    case 'multiple': {
      const shown = shuffled(question.choices.length, seed);
      const wanted = shown.flatMap((i, place) =>
        (question.choices[i]?.correct === true) === isRight ? [`${place + 1}`] : [],
      );
      return [`${wanted.join('')}${key.enter}`];
    }
    case 'order': {
      const shown = disordered(question.items.length, seed);
      const wanted = [...shown].sort((a, b) => (isRight ? a - b : b - a));
      const rest = [...shown];
      const chosen = wanted.slice(0, -1).map((item) => {
        const place = rest.indexOf(item);
        rest.splice(place, 1);
        return `${place + 1}${key.enter}`;
      });
      return [...chosen, key.enter];
    }
    case 'match': {
      const n = question.pairs.length;
      const rest = shuffled(rightsOf(question).length, seed);
      const places = rest.length > n ? n : n - 1;
      const chosen = question.pairs.slice(0, places).map((_, i) => {
        const wanted = isRight ? i : (i + 1) % n;
        const place = rest.indexOf(wanted);
        rest.splice(place, 1);
        return `${place + 1}${key.enter}`;
      });
      return [...chosen, key.enter];
    }
    case 'recall':
      return [key.enter, `${isRight ? 3 : 1}${key.enter}`];
    case 'short': {
      const right = question.compare === 'regex' ? question.right?.[0] : question.accept[0];
      return [`${isRight ? right : 'something else entirely'}${key.enter}`];
    }
    case 'number':
      return [`${isRight ? question.answer : question.answer * 7 + 1234.5}${key.enter}`];
  }
}

/**
 * Answers the questions of a topic, from the first one until the tutor has heard enough.
 * @returns how many it took.
 */
export async function answerAll(
  screen: Screen,
  { questions }: TopicContent,
  manner: Manner,
): Promise<number> {
  const at = parseInstant(someDay) ?? { ms: 0, offsetMinutes: 0 };
  const answers: GivenAnswer[] = [];
  for (;;) {
    const question = chooseQuestion(questions, answers);
    const isOver = roundOf(questions, answers).over > 0 || judge(answers, questions).mastered;
    if (!question || isOver) return answers.length;
    await waitForPrompt(
      screen,
      new RegExp(`question ${answers.length + 1} of[\\s\\S]*I don't know`),
    );
    await answer(screen, ...keysFor(question, manner));
    const result = manner === 'never-knows' ? 'dont-know' : manner;
    answers.push({ question: question.id, result, hint: false, at });
    await waitForPrompt(screen, /mastery/);
    if (!judge(answers, questions).mastered) {
      await waitForPrompt(screen, /enter go on/);
      await answer(screen, key.enter);
    }
  }
}

/** The question on the screen, found by its own words among those of its topic. */
export function questionOn(screen: Screen): {
  readonly topic: string;
  readonly question: Question;
} {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  const shown = screen.history();
  const head = [...shown.matchAll(questionHead)].at(-1);
  const below = letters(shown.slice(head?.index ?? 0));
  const topic = shipped.curriculum.topics.find((other) => shortTitle(other) === head?.[1]);
  const question =
    topic &&
    shipped
      .content(topic)
      .questions.find(({ ask }) =>
        below.includes(letters(ask.replace(/```\w*/g, '')).slice(0, 200)),
      );
  if (!topic || !question) throw new Error(`There is no question on the screen:\n${shown}`);
  return { topic: topic.id, question };
}

const questionHead = /^ ?(.+?) [·-] (?:question \d|review, \d|once more, \d).*$/gm;
/**
 * Answers whatever is asked until `end` is on the screen.
 * @returns the questions in the order in which they were asked, as `topic/question`.
 */
export async function answerUntil(
  screen: Screen,
  end: RegExp,
  manner: (asked: number) => Manner,
): Promise<string[]> {
  const asked: string[] = [];
  const attempts = new Map<string, number>();
  for (;;) {
    const isAtEnd = () => end.test(screen.text());
    await screen.waitUntil(() => isAtEnd() || promptOn(screen) !== undefined, 'a prompt');
    if (isAtEnd()) return asked;
    if (/enter go on/.test(promptOn(screen) ?? '')) {
      await answer(screen, key.enter);
      continue;
    }
    await waitForPrompt(screen, /I don't know/);
    const { topic, question } = questionOn(screen);
    const name = `${topic}/${question.id}`;
    const attempt = (attempts.get(name) ?? 0) + 1;
    attempts.set(name, attempt);
    await answer(screen, ...keysFor(question, manner(asked.length), attempt));
    asked.push(name);
  }
}
