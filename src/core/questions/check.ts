import type { DiagnosticCode } from '../curriculum/diagnostic.ts';
import { nearest } from '../text/nearest.ts';
import { findFlaws } from './index.ts';
import type { Flaw, Question } from './question.ts';

/** Everything that is wrong with the questions of a topic, each of them by itself and all together. */
export function checkQuestions(
  questions: readonly Question[],
  outcomes: ReadonlySet<string>,
): (Flaw & { readonly code: DiagnosticCode })[] {
  const seen = new Set<string>();
  return questions.flatMap((question, i) => {
    const found: (Flaw & { code: DiagnosticCode })[] = [];
    if (seen.has(question.id)) {
      const message = `The question "${question.id}" stands twice.`;
      found.push({ code: 'duplicate-id', path: [i, 'id'], message });
    }
    seen.add(question.id);
    if (!outcomes.has(question.outcome)) {
      const [meant] = nearest(question.outcome, outcomes, 1);
      found.push({
        code: 'unknown-outcome',
        path: [i, 'outcome'],
        message: `The topic has no outcome "${question.outcome}".`,
        ...(meant && { hint: `Did you mean "${meant}"?` }),
      });
    }
    for (const flaw of findFlaws(question)) {
      found.push({ ...flaw, code: 'question', path: [i, ...flaw.path] });
    }
    return found;
  });
}
