import type { FoundTopic, Report } from './report.ts';

/** One question may be guessed, and after a mistake there has to be another one. */
const enough = 2;

/** Every outcome is tested. A topic without questions is marked on the learner's word, and tests nothing. */
export function checkOutcomes({ file, source, at }: FoundTopic, report: Report): void {
  const { questions = [] } = file;
  if (questions.length === 0) return;
  file.outcomes.forEach(({ id }, i) => {
    const tests = questions.filter(({ outcome }) => outcome === id).length;
    if (tests >= enough) return;
    const message =
      tests === 0
        ? `No question tests the outcome "${id}".`
        : `Only one question tests the outcome "${id}".`;
    const hint = `Let ${enough} questions or more test each outcome.`;
    report('untested-outcome', source, [...at, 'outcomes', i, 'id'], message, hint, 'warning');
  });
}
