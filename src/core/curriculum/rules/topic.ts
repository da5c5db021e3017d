import { checkQuestions } from '../../questions/check.ts';
import type { FoundTopic, Report } from './report.ts';

/** What a topic says inside: its outcomes, and the questions that test them. */
export function checkTopic({ file, source, at }: FoundTopic, report: Report): void {
  const outcomes = new Set<string>();
  file.outcomes.forEach((outcome, i) => {
    if (outcomes.has(outcome.id)) {
      const path = [...at, 'outcomes', i, 'id'];
      report('duplicate-id', source, path, `The outcome "${outcome.id}" stands twice.`);
    }
    outcomes.add(outcome.id);
  });
  for (const finding of checkQuestions(file.questions ?? [], outcomes)) {
    const path = [...at, 'questions', ...finding.path];
    report(finding.code, source, path, finding.message, finding.hint);
  }
}

/** An exercise is more than its fields: the files that they speak of have to be there. */
export function checkExercise(
  { id, file, source, at }: FoundTopic,
  names: readonly string[] | undefined,
  report: Report,
): void {
  const { exercise } = file;
  const path = [...at, 'exercise'];
  if (!exercise) {
    if (names === undefined) return;
    const message = `There is a folder topics/${id}/exercise, but topic.yaml has no exercise.`;
    report('exercise', source, at, message, 'Describe it: exercise: …', 'warning');
    return;
  }
  if (names === undefined) {
    const isInline = at.length > 0;
    const message = isInline
      ? 'A topic that is written in the page cannot have an exercise.'
      : `There is no folder topics/${id}/exercise.`;
    const hint = isInline ? `Give the topic a folder: topics/${id}.` : 'Create it.';
    report('exercise', source, path, message, hint);
    return;
  }
  const needs = ['task.md', 'check.py', exercise.setup ?? 'starter/', 'solution/'];
  for (const name of needs) {
    const isThere = (known: string) =>
      name.endsWith('/') ? known.startsWith(name) : known === name;
    if (names.some(isThere)) continue;
    const message = `The exercise has no ${name.replace('/', ' folder')}.`;
    report('exercise', source, path, message, `Put it into topics/${id}/exercise.`);
  }
  if (!names.some((name) => name.startsWith('wrong/'))) {
    const message = 'The exercise has no wrong solutions, so nobody knows what its check rejects.';
    report('exercise', source, path, message, 'Put each into wrong/<name>/.', 'warning');
  }
}
