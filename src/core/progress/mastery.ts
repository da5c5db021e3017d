import type { DoneHow } from '../journal/event.ts';
import { guessRate } from '../questions/index.ts';
import type { Question } from '../questions/question.ts';
import type { Instant } from '../time/instant.ts';
import type { GivenAnswer } from './answers.ts';
import { type ExerciseProgress, openExercise } from './progress.ts';

/**
 * How sure the tutor is that a topic is known. Evidence in log-odds, which is Bayesian knowledge
 * tracing (Corbett & Anderson 1995) with learning from explained mistakes; the threshold of .95 is
 * the one that cognitive tutors use.
 */
export interface Mastery {
  /** Probability that the topic is known, 0 to 1. */
  readonly p: number;
  /** Different questions that were answered right. */
  readonly rightQuestions: number;
  /** The questions are enough. Whether the exercise is, too, says `endOf`. */
  readonly mastered: boolean;
}

const prior = 0.5;
/** What mastery takes: the least probability, and different questions that were answered right. */
export const needed = { p: 0.95, rightQuestions: 2 } as const;
/** The chance to be wrong although one knows. */
const slip = 0.1;
/** The chance to learn it from an explained mistake. */
const learn = 0.15;
/** A right answer after a hint proves half as much; so does a question seen less than a day ago. */
const discount = 0.5;
const dayMs = 86_400_000;
/** A check that passes is hard to come by without knowing: its slip and its guess are smaller. */
const exerciseEvidence = Math.log((1 - 0.05) / 0.02);

/**
 * @param answers oldest first; those to questions that are gone do not count.
 * @param exercise a check that does not pass yet proves nothing: that is what working on it looks like.
 */
export function judge(
  answers: readonly GivenAnswer[],
  questions: readonly Question[],
  exercise: ExerciseProgress = openExercise,
): Mastery {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const lastSeen = new Map<string, Instant>();
  const rightQuestions = new Set<string>();
  let logOdds = logit(prior);

  for (const { question: id, result, hint, at } of answers) {
    const question = byId.get(id);
    if (!question) continue;
    const seen = lastSeen.get(id);
    const isFresh = !seen || at.ms - seen.ms >= dayMs;
    lastSeen.set(id, at);
    const guess = guessRate(question);
    const weight = isFresh ? 1 : discount;
    const wrong = learned(logOdds + Math.log(slip / (1 - guess)) * weight);
    if (result === 'right') {
      rightQuestions.add(id);
      const right = logOdds + Math.log((1 - slip) / guess) * weight * (hint ? discount : 1);
      // What one may learn from a mistake is never worth more than being right.
      logOdds = Math.max(right, wrong);
    } else logOdds = wrong;
  }

  if (exercise.state === 'passed' && !exercise.solution) {
    logOdds += exerciseEvidence * discount ** exercise.hints;
  }
  const p = probability(logOdds);
  const mastered = p >= needed.p && rightQuestions.size >= needed.rightQuestions;
  return { p, rightQuestions: rightQuestions.size, mastered };
}

/** The most that a topic's questions can show: each of them answered right, once and without a hint. */
export function atBest(questions: readonly Question[]): Mastery {
  const at = { ms: 0, offsetMinutes: 0 };
  const answers = questions.map(({ id }) => {
    return { question: id, result: 'right' as const, hint: false, at };
  });
  return judge(answers, questions);
}

/** What an answer proves, in words: the bar of the tutor moves with a reason. */
export function explainEvidence(
  question: Question,
  answer: Pick<GivenAnswer, 'result' | 'hint' | 'at'>,
  before: readonly GivenAnswer[],
): string {
  if (answer.result !== 'right') {
    return answer.result === 'wrong'
      ? 'a wrong answer; its explanation counts a little'
      : 'nothing proved; the explanation counts a little';
  }
  const last = before.findLast(({ question: id }) => id === question.id);
  const asGuess = Math.round(1 / guessRate(question));
  const reasons = [
    question.kind === 'recall'
      ? 'your own word'
      : asGuess >= 10
        ? 'hard to guess'
        : `one in ${asGuess} could guess it`,
    answer.hint && 'half with the hint',
    last && answer.at.ms - last.at.ms < dayMs && 'half, asked again within a day',
  ].filter((reason) => typeof reason === 'string');
  return `a right answer: ${reasons.join(', ')}`;
}

/** How a topic ends once its questions are mastered; `undefined` while its exercise is open. */
export function endOf(hasExercise: boolean, exercise: ExerciseProgress): DoneHow | undefined {
  if (!hasExercise || exercise.state === 'passed') return 'mastered';
  return exercise.state === 'left-out' ? 'without-exercise' : undefined;
}

/** After a mistake and its explanation. */
function learned(logOdds: number): number {
  const p = probability(logOdds);
  return logit(p + (1 - p) * learn);
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
