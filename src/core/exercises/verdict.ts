import type { Fact } from '../journal/event.ts';
import { count } from '../text/phrase.ts';
import { printable } from '../text/printable.ts';

/** One thing that a check looked at. `expected`, `came` and `hint` are there when it is not right. */
export interface CheckLine {
  readonly ok: boolean;
  readonly what: string;
  readonly expected?: string;
  readonly came?: string;
  readonly hint?: string;
}

/** Why we ended a run ourselves, or never began it. */
export type StopReason =
  | 'timed-out'
  | 'flooded'
  | 'out-of-memory'
  | 'too-many-processes'
  | 'missing-program'
  | 'cancelled';

type BrokenReason =
  | StopReason
  /** The check says itself that it cannot go on. */
  | 'bailed-out'
  /** It ended without looking at anything. */
  | 'no-tap'
  /** It did not do what it announced, or its lines are not whole. */
  | 'bad-plan'
  /** It said that all is right, and then ended with an error. */
  | 'crashed'
  /** A signal ended it that was not ours. */
  | 'killed';

/** What a run of a check means. A broken run says nothing about the learner's work, and never passes. */
export type CheckOutcome =
  | { readonly kind: 'checked'; readonly lines: readonly CheckLine[]; readonly passed: boolean }
  | {
      readonly kind: 'broken';
      readonly reason: BrokenReason;
      /** A sentence for the learner. */
      readonly detail: string;
      readonly lines: readonly CheckLine[];
    };

/** What was not right, by name. */
export function wrongIn({ lines }: CheckOutcome): string[] {
  return lines.filter(({ ok }) => !ok).map(({ what }) => what);
}

/** What is remembered of a check; `undefined` for a run that says nothing about the work. */
export function checkedFact(topic: string, outcome: CheckOutcome): CheckedFact | undefined {
  if (outcome.kind === 'broken') return undefined;
  return { kind: 'exercise-checked', topic, passed: outcome.passed, failed: wrongIn(outcome) };
}

type CheckedFact = Extract<Fact, { kind: 'exercise-checked' }>;

/** How the process of a check came to its end. */
export type Ended =
  | { readonly kind: 'exited'; readonly status: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'stopped'; readonly reason: StopReason; readonly detail: string };

/** What a check printed, as the TAP library read it. */
export interface TapReport {
  readonly points: readonly TapPoint[];
  readonly bailout: string | undefined;
  /** What is wrong with the TAP as such: no plan, a number twice, more lines than announced. */
  readonly problems: readonly string[];
}

export interface TapPoint {
  readonly ok: boolean;
  readonly what: string;
  readonly notes: Readonly<Record<string, unknown>>;
}

export interface Run {
  readonly ended: Ended;
  readonly report: TapReport;
  /** What it said on stderr. */
  readonly said: string;
}

const longestText = 2_000;
const mostLines = 1_000;

/**
 * Judges a run. It has passed when the check looked at something, all of it was right, and the check
 * came to its own end.
 *
 * @param show is put around every text from outside: it may give paths the name the learner knows.
 */
export function judge(run: Run, show: (text: string) => string = (text) => text): CheckOutcome {
  const lines = run.report.points.slice(0, mostLines).map((point) => toLine(point, show));
  const broken = findBroken(run);
  if (broken) return { kind: 'broken', ...broken, detail: clean(broken.detail, show), lines };
  return { kind: 'checked', lines, passed: run.report.points.every(({ ok }) => ok) };
}

/** A run that never began. */
export function notRun(reason: StopReason, detail: string): CheckOutcome {
  return { kind: 'broken', reason, detail: printable(detail), lines: [] };
}

function findBroken({ ended, report, said }: Run) {
  const broken = (reason: BrokenReason, detail: string) => ({ reason, detail });
  if (ended.kind === 'stopped') return broken(ended.reason, ended.detail);
  const last = lastLine(said);
  const failed = ended.kind === 'killed' || ended.status !== 0;
  if (failed && /^MemoryError\b/.test(last)) {
    return broken('out-of-memory', 'The check needed more memory than it may have.');
  }
  if (ended.kind === 'killed') {
    return broken('killed', `The check was ended from outside (${ended.signal}).`);
  }
  if (report.bailout !== undefined) {
    return broken('bailed-out', report.bailout || 'The check could not go on.');
  }
  const because = last ? ` Its last words: ${last}` : '';
  if (report.points.length === 0) return broken('no-tap', `The check said nothing.${because}`);
  const [problem] = report.problems;
  if (problem !== undefined) {
    const looked = count(report.points.length, 'line');
    return broken(
      'bad-plan',
      `The check did not report properly: ${problem} (${looked}).${because}`,
    );
  }
  // By custom a check whose lines say "not ok" may end with status 1 as well.
  if (failed && report.points.every(({ ok }) => ok)) {
    return broken('crashed', `The check ended with status ${ended.status}.${because}`);
  }
  return undefined;
}

function toLine({ ok, what, notes }: TapPoint, show: (text: string) => string): CheckLine {
  const name = clean(what, show).replace(/\s+/g, ' ').trim() || 'something without a name';
  if (ok) return { ok, what: name };
  const hint = plain(notes['hint']);
  let expected = plain(notes['expected']);
  let came = plain(notes['came']);
  if (expected !== undefined && expected === came) {
    // The number 3 and the text 3 look alike; what tells them apart must be seen.
    expected = toJson(notes['expected']);
    came = toJson(notes['came']);
  }
  return {
    ok,
    what: name,
    ...(expected !== undefined && { expected: clean(expected, show) }),
    ...(came !== undefined && { came: clean(came, show) }),
    ...(hint !== undefined && { hint: clean(hint, show) }),
  };
}

function plain(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? value : toJson(value, 1);
}

function toJson(value: unknown, indent?: number): string {
  try {
    return JSON.stringify(value, null, indent)?.replace(/\n\s*/g, ' ') ?? 'nothing';
  } catch {
    return 'a value that holds itself';
  }
}

function clean(text: string, show: (text: string) => string): string {
  const shown = printable(show(text));
  return shown.length <= longestText ? shown : `${shown.slice(0, longestText - 1)}…`;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.trim() ?? '';
}
