import { Parser, type Result } from 'tap-parser';
import type { TapPoint, TapReport } from '../../core/exercises/verdict.ts';

/**
 * Reads what a check printed, as TAP (https://testanything.org). Lines that are no TAP are passed
 * over, as the protocol has it; subtests count through the line that sums them up. Never throws.
 */
export function readTap(text: string): TapReport {
  const points: TapPoint[] = [];
  const problems = new Set<string>();
  let bailout: string | undefined;
  const parser = new Parser();
  parser.on('assert', (result: Result) => {
    // 0 is a line without a number, which is allowed.
    if (result.id !== 0 && result.id !== points.length + 1) {
      problems.add(`line ${points.length + 1} has the number ${result.id}`);
    }
    // A directive (# TODO, # SKIP) does not make right what is not right.
    points.push({ ok: result.ok, what: result.name, notes: toNotes(result.diag) });
  });
  parser.on('extra', (line: string) => {
    // Whoever prints a plan of their own early hides every line of the check that follows it.
    if (/^(?:(?:not )?ok\b|\d+\.\.\d)/.test(line)) problems.add('lines after the plan');
  });
  parser.on('bailout', (reason: string) => {
    bailout = reason;
  });
  parser.on('complete', ({ failures, plan }) => {
    for (const failure of failures) if (failure.tapError) problems.add(failure.tapError);
    if (plan.start === null) problems.add('no plan');
  });
  try {
    parser.end(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Notes that expand a thousand aliases, for one.
    problems.add(error.message);
  }
  return { points, bailout, problems: [...problems] };
}

function toNotes(diag: unknown): Readonly<Record<string, unknown>> {
  return typeof diag === 'object' && diag !== null ? { ...diag } : {};
}
