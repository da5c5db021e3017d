import type { Curriculum } from '../src/core/curriculum/curriculum.ts';
import { type Spacing, usualSpacing } from '../src/core/memory/scheduler.ts';
import { openShipped } from '../src/io/curriculum/shipped.ts';
import { root } from './program.ts';
import { type Comparison, type Curve, compare } from './review-curve.ts';
import { OwnPolicy, type Policy, SuperMemoPolicy } from './review-policies.ts';
import { authored, weighed, weightsSoFar } from './review-world.ts';
import { liveThrough } from './review-year.ts';
import type { Row, Subject } from './subject.ts';

/** The wishes that a curve is drawn through. */
const wantedRecalls = [0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96];
/** SM-2 has no such wish, but its intervals can be stretched. */
const modifiers = [4, 3, 2.5, 2, 1.5, 1.2, 1];

const unguarded: Spacing['patience'] = { stated: Infinity, assumed: Infinity };

/** A way to review, for each wish. */
type PolicyFor = (wish: number) => () => Policy;

/** The program's own memory, with the weights of a curriculum, or without credit. */
function own(
  curriculum: Curriculum,
  patience = usualSpacing.patience,
  givesCredit = true,
): PolicyFor {
  return (recall) => () => new OwnPolicy(curriculum, { recall, patience }, givesCredit);
}

/** Learners who live in one world, true weights or none, by one policy after the other. */
class Learners {
  readonly #curriculum: Curriculum;
  readonly #isTrue: boolean;
  readonly plain: Curve;

  constructor(curriculum: Curriculum, isTrue: boolean) {
    this.#curriculum = curriculum;
    this.#isTrue = isTrue;
    this.plain = this.curve(own(curriculum, usualSpacing.patience, false));
  }

  curve(policyFor: PolicyFor, wishes: readonly number[] = wantedRecalls): Curve {
    return wishes
      .map((wish) => liveThrough(this.#curriculum, policyFor(wish), this.#isTrue))
      .sort((a, b) => a.recall - b.recall);
  }
}

export const review: Subject = {
  summary:
    'reviews of simulated learners in a year, at equal true recall, against FSRS for each topic',

  async measure(tell) {
    const shipped = openShipped(root).curriculum;
    const known = authored(shipped);
    const silent = weighed(shipped, () => undefined);
    const full = weighed(shipped, ({ requires }) =>
      Object.fromEntries(requires.map((id) => [id, 1])),
    );
    tell('FSRS for each topic');
    const world = new Learners(known, true);
    tell('ours');
    const ours = world.curve(own(known));
    const rows = [
      ...atUsual('FSRS for each topic', world.plain),
      ...atUsual('ours', ours),
      ...against('ours', compare(ours, world.plain), {
        fewer: { must: 15 },
        lower: { must: 0.02 },
      }),
    ];

    const others: readonly (readonly [name: string, PolicyFor, wishes?: readonly number[]])[] = [
      ['ours, weights only where written', own(shipped)],
      ['ours, no weights at all', own(silent)],
      ['without the guard', own(known, unguarded)],
      ['full credit, no guard', own(full, unguarded)],
      ['SM-2', (modifier) => () => new SuperMemoPolicy(modifier), modifiers],
    ];
    for (const [name, policyFor, wishes] of others) {
      tell(name);
      const curve = world.curve(policyFor, wishes);
      const comparison = compare(curve, world.plain);
      // What never comes near the recalls that are compared is shown as it is.
      if (comparison.compared < 2) rows.push(...atUsual(name, curve));
      else rows.push(...against(name, comparison));
    }

    tell('weights like the ones that ship');
    const likeShipped = authored(shipped, weightsSoFar(shipped));
    const modest = new Learners(likeShipped, true);
    const inModest = compare(modest.curve(own(likeShipped)), modest.plain);
    rows.push(...against('ours, weights as modest as written', inModest));

    tell('weights that are fiction');
    const fiction = new Learners(known, false);
    const { fewerPercent } = compare(fiction.curve(own(known)), fiction.plain);
    const what = 'ours: more reviews, where the weights are fiction';
    rows.push({ what, value: -fewerPercent, unit: '%', must: 12 });
    return rows;
  },
};

/** What a policy costs and gives at the wish that the program has. */
function atUsual(name: string, curve: Curve): Row[] {
  const outcome = curve[wantedRecalls.indexOf(usualSpacing.recall)];
  if (!outcome) return [];
  const at = `${name}, due at ${usualSpacing.recall}`;
  return [
    { what: `${at}: reviews per topic`, value: outcome.reviews, unit: 'reviews' },
    { what: `${at}: true recall`, value: outcome.recall, unit: 'share' },
    { what: `${at}: of the worst 5 %`, value: outcome.worst, unit: 'share' },
  ];
}

interface Targets {
  readonly fewer?: Pick<Row, 'must'>;
  readonly lower?: Pick<Row, 'must'>;
}

function against(name: string, comparison: Comparison, { fewer, lower }: Targets = {}): Row[] {
  const { fewerPercent, worstLower } = comparison;
  return [
    { what: `${name}: fewer reviews`, value: fewerPercent, unit: '%', better: 'more', ...fewer },
    { what: `${name}: worst 5 % lower by`, value: worstLower, unit: 'share', ...lower },
  ];
}
