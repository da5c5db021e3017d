import type { Question } from '../src/core/questions/question.ts';
import { openShipped } from '../src/io/curriculum/shipped.ts';
import { chanceFrom } from './chance.ts';
import { type Kind, quiz } from './mastery-learner.ts';
import { root } from './program.ts';
import type { Row, Subject } from './subject.ts';

const learners = 20_000;
const usual: Kind = { known: 0.4, slip: 0.1, learn: 0.2, guessing: 1 };

/** Two questions for each of four outcomes. */
const poolSize = 8;
const common = { outcome: '', ask: '?', explain: '.', difficulty: 1 } as const;

function pool(build: (id: string) => Question): Question[] {
  return Array.from({ length: poolSize }, (_, i) => ({
    ...build(`q${i}`),
    outcome: `outcome-${i % 4}`,
  }));
}

const ofFourChoices = pool((id) => ({
  ...{ ...common, id, kind: 'single' },
  choices: [true, false, false, false].map((correct) => ({ text: '', because: '', correct })),
}));
const typed = pool((id) => ({ ...common, id, kind: 'short', accept: ['a'] }));

type Targets = Readonly<Record<'premature' | 'questions', Pick<Row, 'must'>>>;
const targets: Targets = { premature: { must: 3 }, questions: { must: 4 } };

export const mastery: Subject = {
  summary: `${learners} simulated learners: who is taken to know a topic, and after how many questions`,

  async measure(tell) {
    const shipped = openShipped(root);
    const topics = shipped.curriculum.topics
      .map((topic) => shipped.content(topic).questions)
      .filter((questions) => questions.length > 0);
    tell('one of four choices');
    const rows = [
      ...figures('one of four', [ofFourChoices], usual, targets),
      ...figures('one of four, 70 % know it', [ofFourChoices], { ...usual, known: 0.7 }, targets),
      ...figures('one of four, better guessers', [ofFourChoices], {
        ...usual,
        guessing: 4 / 3,
      }),
    ];
    tell('typed answers');
    rows.push(...figures('typed', [typed], usual, targets));
    tell(`${topics.length} shipped topics`);
    rows.push(...figures(`the ${topics.length} shipped topics`, topics, usual, targets));
    const worst = topics
      .map((questions) => measured([questions], usual, learners / 10).premature)
      .reduce((a, b) => Math.max(a, b), 0);
    rows.push({ what: 'the worst of them: mastered too early', value: worst, unit: '%' });
    return rows;
  },
};

function figures(
  name: string,
  pools: readonly (readonly Question[])[],
  kind: Kind,
  wanted?: Targets,
): Row[] {
  const { premature, questions, aside } = measured(pools, kind, learners);
  return [
    { what: `${name}: mastered too early`, value: premature, unit: '%', ...wanted?.premature },
    {
      what: `${name}: questions, for who knows it`,
      ...{ value: questions, unit: 'questions', ...wanted?.questions },
    },
    { what: `${name}: put aside, though known`, value: aside, unit: '%' },
  ];
}

/** @param pools each is the topic of as many learners as any other. */
function measured(pools: readonly (readonly Question[])[], kind: Kind, count: number) {
  const chance = chanceFrom('mastery');
  let [mastered, premature, known, knownQuestions, aside] = [0, 0, 0, 0, 0];
  for (let learner = 0; learner < count; learner++) {
    const result = quiz(pools[learner % pools.length] ?? [], kind, chance);
    if (result.mastered) mastered++;
    if (result.mastered && !result.knows) premature++;
    if (!result.mastered && result.knows) aside++;
    if (result.knewAtFirst) {
      known++;
      knownQuestions += result.questions;
    }
  }
  return {
    premature: (100 * premature) / mastered,
    questions: knownQuestions / known,
    aside: (100 * aside) / count,
  };
}
