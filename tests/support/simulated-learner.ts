import { findTopic, type TopicContent } from '../../src/core/curriculum/curriculum.ts';
import type { GivenAnswer } from '../../src/core/progress/answers.ts';
import { chooseQuestion, roundOf } from '../../src/core/progress/choose-question.ts';
import { judge } from '../../src/core/progress/mastery.ts';
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

/** The keys that answer a question on its first attempt. Wrong answers are wrong in every kind. */
function keysFor(question: Question, manner: Manner): string[] {
  if (manner === 'never-knows') {
    return [question.kind === 'short' || question.kind === 'number' ? `i${key.enter}` : 'i'];
  }
  const isRight = manner === 'right';
  const seed = `${question.id} 1`;
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
      return wanted.slice(0, -1).flatMap((item) => {
        const place = rest.indexOf(item);
        rest.splice(place, 1);
        return [`${place + 1}`, key.enter];
      });
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

/** A person is slower than this; without it two keys could arrive as one. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}
