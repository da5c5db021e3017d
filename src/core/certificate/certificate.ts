import { type Step, type Topic, topicsIn } from '../curriculum/curriculum.ts';
import type { DoneHow } from '../journal/event.ts';
import { type Achievement, achievementOf } from '../progress/achievement.ts';
import type { Standing } from '../progress/standing.ts';
import type { Instant } from '../time/instant.ts';

/**
 * What a learner did, for others to read: each format is a file in `formats/`. It claims what the
 * journal says and no more; what the learner only said, skipped or left open is in it, too.
 */
export interface Certificate {
  readonly curriculum: { readonly id: string; readonly title: string; readonly version: string };
  readonly scope: { readonly id: string; readonly title: string };
  /** As they want to be called; `undefined` when they did not say. */
  readonly learner: string | undefined;
  /** Every topic of the scope is done that was not skipped, and something is. */
  readonly isComplete: boolean;
  readonly achievement: Achievement;
  readonly phases: readonly CertificatePhase[];
  readonly evidence: Evidence;
  /** The version of the program that wrote it. */
  readonly program: string;
  readonly now: Instant;
}

export interface CertificatePhase {
  readonly title: string;
  readonly achievement: Achievement;
  readonly steps: readonly CertificateStep[];
}

export interface CertificateStep {
  readonly number: number;
  readonly title: string;
  readonly achievement: Achievement;
  readonly topics: readonly CertificateTopic[];
}

export interface CertificateTopic {
  readonly number: number;
  readonly title: string;
  readonly hours: number;
  readonly ending: Ending;
  /** When it was done or skipped. */
  readonly at: Instant | undefined;
  readonly answers: Achievement['answers'];
  readonly exercisePassed: boolean;
}

/** How far a topic came. What was forgotten since, or only begun, is open. */
export type Ending = DoneHow | 'skipped' | 'open';

/** What it rests on: `evidenceFor` in numbers. */
export interface Evidence {
  readonly events: number;
  /** The first 16 hexadecimal digits of the SHA-256 of its lines, each with its line feed. */
  readonly digest: string;
}

interface Request {
  readonly scope: {
    readonly id: string;
    readonly title: string;
    readonly topics: readonly Topic[];
  };
  readonly learner: string | undefined;
  readonly evidence: Evidence;
  readonly program: string;
  readonly now: Instant;
}

export function buildCertificate(
  standing: Standing,
  { scope: { topics, ...scope }, ...rest }: Request,
): Certificate {
  const { id, title, version, phases } = standing.curriculum;
  const achievement = achievementOf(standing, topics);
  const wanted = new Set(topics);
  return {
    ...{ curriculum: { id, title, version }, scope: { id: scope.id, title: scope.title }, ...rest },
    ...{ achievement, isComplete: achievement.open === 0 && doneIn(achievement) > 0 },
    phases: phases.flatMap((phase) => {
      const steps = phase.steps.flatMap((step) => stepOf(standing, step, wanted) ?? []);
      if (steps.length === 0) return [];
      const own = topicsIn(phase).filter((topic) => wanted.has(topic));
      return [{ title: phase.title, achievement: achievementOf(standing, own), steps }];
    }),
  };
}

function stepOf(
  standing: Standing,
  { number, title, topics: all }: Step,
  wanted: ReadonlySet<Topic>,
): CertificateStep | undefined {
  const topics = all.filter((topic) => wanted.has(topic));
  if (topics.length === 0) return undefined;
  const achievement = achievementOf(standing, topics);
  return { number, title, achievement, topics: topics.map((topic) => topicOf(standing, topic)) };
}

function topicOf(standing: Standing, topic: Topic): CertificateTopic {
  const known = standing.of(topic);
  const state = standing.state(topic);
  const mark = state === 'done' || state === 'skipped' ? known?.mark : undefined;
  const { number, title, hours } = topic;
  return {
    ...{ number, title, hours, at: mark?.at },
    ending: mark?.kind === 'done' ? mark.how : mark ? 'skipped' : 'open',
    answers: known?.answers ?? { given: 0, right: 0 },
    exercisePassed: known?.exercise.state === 'passed',
  };
}

/** How many topics are done, in whichever way. */
export function doneIn({ done }: Achievement): number {
  return Object.values(done).reduce((sum, n) => sum + n, 0);
}

/** `Completed`, or `So far`: what it is. */
export function headlineOf({ isComplete }: Certificate): string {
  return isComplete ? 'Completed' : 'So far';
}

/** What the scope is a part of, and which version of it. */
export function describeSource({ curriculum, scope }: Certificate): string {
  const source = `${curriculum.id} ${curriculum.version}`;
  return scope.title === curriculum.title
    ? `The whole curriculum (${source})`
    : `A part of ${curriculum.title} (${source})`;
}

interface EndingWords {
  readonly name: string;
  /** To somebody who does not know the program. */
  readonly means: string;
}

export const endings: Readonly<Record<Ending, EndingWords>> = {
  mastered: {
    name: 'mastered',
    means: 'the tutor was sure from the answers, and from the exercise where there is one',
  },
  'without-exercise': {
    name: 'passed without exercise',
    means: 'the tutor was sure from the answers; the exercise was left out',
  },
  'tested-out': {
    name: 'tested out',
    means: 'found known from answers, before it was taught',
  },
  marked: { name: "marked on the learner's word", means: 'nothing was asked' },
  skipped: { name: 'skipped', means: 'left out by the learner, and not counted' },
  open: { name: 'open', means: 'not done' },
};

/** The order in which they are listed: the surest first. */
const endingNames = Object.keys(endings) as readonly Ending[];

export interface EndingCount {
  readonly ending: Ending;
  readonly n: number;
}

/** How many topics ended in each way, without the ways that none did. */
export function countsOf(achievement: Achievement): readonly EndingCount[] {
  return endingNames
    .map((ending) => ({
      ending,
      n: ending === 'skipped' || ending === 'open' ? achievement[ending] : achievement.done[ending],
    }))
    .filter(({ n }) => n > 0);
}
