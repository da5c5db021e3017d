import type { Achievement } from '../progress/achievement.ts';
import { shortTitle } from '../progress/next.ts';
import { list } from '../text/phrase.ts';
import { formatFullDate } from '../time/instant.ts';
import {
  type Certificate,
  type CertificatePhase,
  type CertificateStep,
  countOf,
  doneIn,
  type Ending,
  endingNames,
  endings,
} from './certificate.ts';
import { type Block, type Column, intoColumns } from './columns.ts';

/** A line of the page: on the left what it is about, on the right how far it came. */
export interface Line {
  readonly look: 'heading' | 'item' | 'note';
  readonly left: string;
  readonly right: string;
  readonly ending?: Ending;
}

/**
 * As much as fits on the page, in columns: every topic; else every step with its counts; else every
 * phase; and of those as many as there is room for.
 * @param limits as in `intoColumns`.
 */
export function outlineOf(
  { phases }: Certificate,
  limits: readonly number[],
): readonly Column<Line>[] {
  const steps = phases.flatMap((phase) => phase.steps);
  const byTopic = () => intoColumns(steps.map(topicsOf), limits);
  const byStep = () => intoColumns(phases.map(stepsOf), limits);
  return byTopic() ?? byStep() ?? byPhase(phases, limits);
}

function byPhase(
  phases: readonly CertificatePhase[],
  limits: readonly number[],
): readonly Column<Line>[] {
  for (let shown = phases.length; shown > 0; shown--) {
    const rest = phases.length - shown;
    const more: Line = { look: 'note', left: `and ${rest} more phases`, right: '' };
    const blocks = [...phases.slice(0, shown).map(phaseOf), ...(rest > 0 ? [[more]] : [])];
    const columns = intoColumns(blocks, limits);
    if (columns) return columns;
  }
  return [];
}

function topicsOf({ number, title, achievement, topics }: CertificateStep): Block<Line> {
  return [
    { look: 'heading', left: `${number} ${title}`, right: doneOf(achievement) },
    ...topics.map(({ ending, at, ...topic }): Line => {
      const right = at ? `${endings[ending].short} ${formatFullDate(at)}` : endings[ending].short;
      return { look: 'item', left: shortTitle(topic), right, ending };
    }),
  ];
}

function stepsOf({ title, achievement, steps }: CertificatePhase): Block<Line> {
  const items = steps.flatMap(({ number, title: name, achievement: own }): Line[] => [
    { look: 'item', left: `${number} ${name}`, right: doneOf(own) },
    note(own),
  ]);
  return [{ look: 'heading', left: title, right: doneOf(achievement) }, ...items];
}

function phaseOf({ title, achievement }: CertificatePhase): Block<Line> {
  return [{ look: 'heading', left: title, right: doneOf(achievement) }, note(achievement)];
}

/** `5 mastered and 2 marked, from 3 Sep 2026 to 9 Nov 2026`. */
function note(achievement: Achievement): Line {
  const counts = endingNames.flatMap((ending) => {
    const n = countOf(achievement, ending);
    return n > 0 ? [`${n} ${endings[ending].short}`] : [];
  });
  const { from, to } = achievement;
  const dates = from && to ? `, from ${formatFullDate(from)} to ${formatFullDate(to)}` : '';
  return { look: 'note', left: `${list(counts)}${dates}`, right: '' };
}

function doneOf(achievement: Achievement): string {
  return `${doneIn(achievement)} of ${achievement.topics - achievement.skipped} done`;
}
