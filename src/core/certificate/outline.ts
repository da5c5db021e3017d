import type { Achievement } from '../progress/achievement.ts';
import { shortTitle } from '../progress/next.ts';
import { count } from '../text/phrase.ts';
import { formatDate, formatFullDate } from '../time/instant.ts';
import {
  type Certificate,
  type CertificatePhase,
  type CertificateStep,
  countsOf,
  doneIn,
  type Ending,
  type EndingCount,
  endings,
} from './certificate.ts';
import { type Block, type Column, intoColumns } from './columns.ts';

/** A line of the page: on the left what it is about, on the right how far it came. */
export type Line =
  | { readonly look: 'heading' | 'step'; readonly left: string; readonly right: string }
  | {
      readonly look: 'topic';
      readonly left: string;
      readonly right: string;
      readonly ending: Ending;
    }
  | { readonly look: 'counts'; readonly counts: readonly EndingCount[]; readonly right: string }
  | { readonly look: 'more'; readonly left: string };

/**
 * As much as fits on the page, in columns: every topic; else every step with its counts; else every
 * phase; and of those as many as there is room for.
 * @param limits as in `intoColumns`.
 */
export function outlineOf(
  { scope, phases }: Certificate,
  limits: readonly number[],
): readonly Column<Line>[] {
  const steps = phases.flatMap((phase) => phase.steps);
  const byTopic = () =>
    intoColumns(
      steps.map((step) => topicsOf(step, scope)),
      limits,
    );
  const byStep = () => intoColumns(phases.map(stepsOf), limits);
  return byTopic() ?? byStep() ?? byPhase(phases, limits);
}

function byPhase(
  phases: readonly CertificatePhase[],
  limits: readonly number[],
): readonly Column<Line>[] {
  for (let shown = phases.length; shown > 0; shown--) {
    const rest = phases.length - shown;
    const more: Line = { look: 'more', left: `and ${count(rest, 'more phase')}` };
    const blocks = [...phases.slice(0, shown).map(phaseOf), ...(rest > 0 ? [[more]] : [])];
    const columns = intoColumns(blocks, limits);
    if (columns) return columns;
  }
  return [];
}

function topicsOf(
  { number, title, achievement, topics }: CertificateStep,
  scope: Certificate['scope'],
): Block<Line> {
  // The step that the page is about has its title at the top.
  const left = title === scope.title ? 'Topics' : `${number} ${title}`;
  return [
    { look: 'heading', left, right: doneOf(achievement) },
    ...topics.map(({ ending, at, ...topic }): Line => {
      const isDone = ending !== 'skipped' && ending !== 'open';
      const right = isDone && at ? formatFullDate(at) : endings[ending].name;
      return { look: 'topic', left: shortTitle(topic), right, ending };
    }),
  ];
}

function stepsOf({ title, achievement, steps }: CertificatePhase): Block<Line> {
  const items = steps.flatMap(({ number, title: name, achievement: own }): Line[] => [
    { look: 'step', left: `${number} ${name}`, right: doneOf(own) },
    countsLine(own),
  ]);
  return [{ look: 'heading', left: title, right: doneOf(achievement) }, ...items];
}

function phaseOf({ title, achievement }: CertificatePhase): Block<Line> {
  return [{ look: 'heading', left: title, right: doneOf(achievement) }, countsLine(achievement)];
}

/** How many ended in which way, and when: `3 Sep to 9 Nov 2026`. */
function countsLine(achievement: Achievement): Line {
  const { from, to } = achievement;
  const last = to ? formatFullDate(to) : '';
  const isSpan = from && to && formatFullDate(from) !== last;
  const right = isSpan ? `${formatDate(from, to)} to ${last}` : last;
  return { look: 'counts', counts: countsOf(achievement), right };
}

function doneOf(achievement: Achievement): string {
  if (achievement.skipped === achievement.topics) return 'skipped';
  return `${doneIn(achievement)} of ${achievement.topics - achievement.skipped} done`;
}
