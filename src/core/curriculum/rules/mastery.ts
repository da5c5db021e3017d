import { atBest, needed } from '../../progress/mastery.ts';
import { count } from '../../text/phrase.ts';
import type { FoundTopic, Report } from './report.ts';

/** Whoever answers every question of a topic right is sure to have mastered it. */
export function checkMastery({ file, source, at }: FoundTopic, report: Report): void {
  const { questions = [] } = file;
  if (questions.length === 0) return;
  const { p, mastered } = atBest(questions);
  if (mastered) return;
  const most = `${count(questions.length, 'right answer')} and a probability of ${p.toFixed(3)}`;
  const message = `Nobody can master this topic: the most it can have is ${most}.`;
  const least = `${needed.rightQuestions} and ${needed.p.toFixed(3)}`;
  const hint = `Mastery needs ${least}: add questions, or such as are harder to guess.`;
  report('unreachable-mastery', source, [...at, 'questions'], message, hint, 'warning');
}
