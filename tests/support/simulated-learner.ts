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
    await screen.waitFor(/Page \d+ of \d+\s[\s\S]*(go on|Go on|To the questions)/);
    const [, page, pages] = /Page (\d+) of (\d+)\s*\S*[^❯]*$/.exec(screen.text()) ?? [];
    screen.type(key.enter);
    if (page === pages) return;
    await screen.waitFor(`Page ${Number(page) + 1} of`);
  }
}

/** How a simulated learner answers. */
export type Manner = 'right' | 'wrong' | 'never-knows';

/** The keys that answer a question. Wrong answers are wrong in every kind. */
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
      return [`${place + 1}`, key.enter];
    }
    case 'multiple': {
      const shown = shuffled(question.choices.length, seed);
      const wanted = shown.flatMap((i, place) =>
        (question.choices[i]?.correct === true) === isRight ? [`${place + 1}`] : [],
      );
      return [...wanted, key.enter];
    }
    case 'order': {
      const shown = disordered(question.items.length, seed);
      const wanted = [...shown].sort((a, b) => (isRight ? a - b : b - a));
      const rest = [...shown];
      const chosen = wanted.slice(0, -1).flatMap((item) => {
        const place = rest.indexOf(item);
        rest.splice(place, 1);
        return [`${place + 1}`, key.enter];
      });
      return [...chosen, key.enter];
    }
    case 'match': {
      const n = question.pairs.length;
      const rest = shuffled(rightsOf(question).length, seed);
      const places = rest.length > n ? n : n - 1;
      const chosen = question.pairs.slice(0, places).flatMap((_, i) => {
        const wanted = isRight ? i : (i + 1) % n;
        const place = rest.indexOf(wanted);
        rest.splice(place, 1);
        return [`${place + 1}`, key.enter];
      });
      return [...chosen, key.enter];
    }
    case 'recall':
      return [key.enter, isRight ? '3' : '1', key.enter];
    case 'short': {
      const answer = question.compare === 'regex' ? question.right?.[0] : question.accept[0];
      return [isRight ? (answer ?? '') : 'something else entirely', key.enter];
    }
    case 'number':
      return [isRight ? String(question.answer) : String(question.answer * 7 + 1234.5), key.enter];
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
    const asked = answers.length + 1;
    await screen.waitFor(`question ${asked} of`);
    // The prompt stands below the question; only then are keys read.
    await screen.waitFor(/I don't know/);
    for (const keys of keysFor(question, manner)) {
      screen.type(keys);
      await pause();
    }
    const result = manner === 'never-knows' ? 'dont-know' : manner;
    answers.push({ question: question.id, result, hint: false, at });
    await screen.waitFor(new RegExp(`(mastery[\\s\\S]*){${asked}}`), 'history');
    if (!judge(answers, questions).mastered) {
      await screen.waitFor(/go on/);
      screen.type(key.enter);
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
const verdict = /(?:Right\.|Not quite\.|Good to know\.|On your word)/g;

/** What the program waits for: an answer, leave to go on, or something else. */
function awaited(screen: Screen): 'answer' | 'go-on' | undefined {
  const shown = screen.history();
  const place = (pattern: RegExp) => [...shown.matchAll(pattern)].at(-1)?.index ?? -1;
  const said = place(verdict);
  const asked = place(/I don't know/g);
  if (asked > said && asked > place(questionHead)) return 'answer';
  return place(/enter go on/g) > said ? 'go-on' : undefined;
}

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
  const verdicts = () => [...screen.history().matchAll(verdict)].length;
  for (;;) {
    await screen.waitUntil(() => end.test(screen.text()) || awaited(screen) !== undefined);
    await pause();
    if (end.test(screen.text())) return asked;
    const before = verdicts();
    if (awaited(screen) === 'go-on') {
      screen.type(key.enter);
      await screen.waitUntil(() => awaited(screen) !== 'go-on');
      continue;
    }
    const { topic, question } = questionOn(screen);
    const name = `${topic}/${question.id}`;
    const attempt = (attempts.get(name) ?? 0) + 1;
    attempts.set(name, attempt);
    for (const keys of keysFor(question, manner(asked.length), attempt)) {
      screen.type(keys);
      await pause();
    }
    asked.push(name);
    await screen.waitUntil(() => verdicts() > before);
  }
}

/** A person is slower than this; without it two keys could arrive as one. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}
