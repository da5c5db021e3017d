import { z } from 'zod';
import { codePointName, findUnsafe } from '../text/printable.ts';
import { idPattern, longestId } from './id.ts';

/**
 * The shape of a curriculum, described once: it gives the types, the validation and the JSON Schema.
 * What a field means is said in its description, so that an editor can show it while one writes.
 */

/** The newest format this program reads. */
export const formatVersion = 1;

const id = z
  .string()
  .max(longestId)
  .regex(idPattern, 'An id is lower case, in words joined by hyphens: git-snapshots.');

/** Nothing in what a learner will see may drive a terminal. */
const harmless = {
  error: ({ input }: { input?: unknown }) => {
    const value = String(input);
    return `The character ${codePointName(value.slice(findUnsafe(value)))} can drive a terminal.`;
  },
  params: { code: 'control-character' },
};

function isHarmless(value: string): boolean {
  return findUnsafe(value) < 0;
}

const text = z.string().trim().min(1).refine(isHarmless, harmless);

/** A text of one line: a title stands in lists and tables. */
const line = text.refine((value) => !value.includes('\n'), 'It should be one line.');

const outcome = z.strictObject({
  id,
  can: text.describe('Completes "You will be able to …": something that can be observed.'),
});

const resource = z.strictObject({
  title: line,
  url: z
    .url({ protocol: /^https?$/, error: 'A resource needs a full URL: https://…' })
    .refine(isHarmless, harmless),
  kind: z.enum(['docs', 'article', 'book', 'course', 'video', 'tool']),
  minutes: z.number().positive().describe('How long the part that is meant takes to read.'),
  why: text.describe('What it is worth it for.'),
});

const choice = z.strictObject({
  text,
  correct: z.boolean().optional(),
  because: text.describe('What is said to the one who chose it.'),
});

const pair = z.strictObject({
  left: text,
  right: text,
  because: text.describe('What is said to the one who paired it otherwise.'),
});

const everyQuestion = {
  id,
  outcome: id.describe('The outcome that it tests.'),
  ask: text.describe('Markdown.'),
  hint: text.optional().describe('Helps without giving it away. Costs half of the evidence.'),
  explain: text.describe('Why the right answer is right.'),
  difficulty: z.int().min(1).max(3),
  placement: z.boolean().optional().describe('Kept for finding out what is known already.'),
  card: z.boolean().optional().describe('A pure fact, reviewed on its own.'),
};

const examples = {
  right: z.array(z.string()).optional().describe('Answers that must be graded as right.'),
  wrong: z.array(z.string()).optional().describe('Answers that must be graded as wrong.'),
};

const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), ...everyQuestion, choices: z.array(choice).min(2) }),
  z.strictObject({
    kind: z.literal('multiple'),
    ...everyQuestion,
    choices: z.array(choice).min(2),
  }),
  z.strictObject({
    kind: z.literal('order'),
    ...everyQuestion,
    items: z.array(text).min(2).describe('In the right order.'),
    free: z
      .array(z.tuple([z.int().positive(), z.int().positive()]))
      .optional()
      .describe('Pairs of items, counted from 1, whose mutual order does not matter.'),
  }),
  z.strictObject({
    kind: z.literal('match'),
    ...everyQuestion,
    pairs: z.array(pair).min(2),
    extra: z.array(text).optional().describe('Stands among the right sides, and fits nothing.'),
  }),
  z.strictObject({
    kind: z.literal('short'),
    ...everyQuestion,
    accept: z.array(text).min(1),
    reject: z.array(z.strictObject({ text, because: text })).optional(),
    compare: z.enum(['text', 'command', 'code', 'regex']).optional().describe('text by default.'),
    case: z
      .enum(['ignore', 'keep'])
      .optional()
      .describe('keep by default for command and code, ignore for text and regex.'),
    ...examples,
  }),
  z.strictObject({
    kind: z.literal('number'),
    ...everyQuestion,
    answer: z.number(),
    tolerance: z
      .union([
        z.number().nonnegative(),
        z.string().regex(/^\d+(\.\d+)?%$/, 'A number, or a percentage: 5%.'),
      ])
      .optional()
      .describe('Absolute (0.5) or relative (5%). 0 by default.'),
    unit: text.optional(),
    accept_units: z
      .record(text, z.number().positive())
      .optional()
      .describe('Other units, each with its factor to `unit`: {s: 1000} when the unit is ms.'),
    ...examples,
  }),
  z.strictObject({
    kind: z.literal('recall'),
    ...everyQuestion,
    answer: text.describe('Markdown. The learner compares it with their own.'),
  }),
]);

/** A path inside a folder: nothing absolute, no way up, no drive. */
const relativePath = z
  .string()
  .regex(
    /^(?!.*(?:^|\/)\.\.?(?:\/|$))[\w.@+-]+(?:\/[\w.@+-]+)*\/?$/,
    'A path below the folder, with letters, digits and . _ - only.',
  );

const program = z.string().regex(/^[\w.+-]+$/, 'The name of a program on PATH, without a path.');

const exercise = z.strictObject({
  title: line,
  minutes: z.number().positive().max(600),
  needs: z.array(program).min(1).describe('Programs that are looked for before it starts.'),
  optional: z.array(program).optional().describe('A variant is offered where these answer.'),
  files: z.array(relativePath).min(1).describe('What the learner edits.'),
  setup: z
    .literal('setup.py')
    .optional()
    .describe('Run once in the workspace instead of starter/.'),
  yaml: z.array(relativePath).optional().describe("The learner's YAML, handed over as JSON."),
  time_limit_s: z.int().positive().max(600).optional().describe('10 by default.'),
  hints: z.array(text).min(1).describe('A nudge, the idea, the key line.'),
  after: text.describe('Markdown, shown once it passes.'),
});

const topicFields = {
  title: line,
  hours: z.number().positive().max(1000),
  why: text.describe('What it gives the learner here, in one or two sentences.'),
  requires: z.array(id).describe('Topics that must come first.'),
  encompasses: z
    .record(id, z.number().min(0).max(1))
    .optional()
    .describe('How much a review of this topic also practises a prerequisite, 0 to 1.'),
  covers: z.array(text).optional().describe("The sequence's own words that it teaches."),
  as_of: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'A month: 2026-11.')
    .optional()
    .describe('When its facts were last checked.'),
  outcomes: z.array(outcome).min(1),
  resources: z.array(resource).optional(),
  questions: z.array(question).optional(),
  exercise: exercise.optional(),
};

export const topicSchema = z.strictObject(topicFields);

/** A topic written in the page of the sequence itself: its id and its lesson stand with it. */
const inlineTopic = z.strictObject({
  id,
  ...topicFields,
  lesson: text.optional().describe('Markdown.'),
});

const step = z.strictObject({
  id,
  title: line,
  why: text,
  builds_on: z.array(id).describe('Earlier steps.'),
  builds_on_how: text.optional().describe('What is used from them.'),
  topics: z.array(z.union([id, inlineTopic])).min(1),
});

const phase = z.strictObject({
  id,
  title: line,
  focus: text.describe('What the phase builds.'),
  why: text.describe('Why it comes here.'),
  steps: z.array(step).min(1),
});

export const curriculumSchema = z.strictObject({
  format: z.literal(formatVersion),
  id,
  title: line,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'A version has three numbers: 1.0.0.'),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'A language tag: en, pt-BR.'),
  about: text,
  phases: z.array(phase).min(1),
  renamed: z
    .record(id, z.union([id, z.array(id).min(1)]))
    .optional()
    .describe('Old topic id to the new one, or to several when it was split.'),
  retired: z.array(id).optional().describe('Topic ids that are gone for good.'),
});

export type CurriculumFile = z.infer<typeof curriculumSchema>;
export type TopicFile = z.infer<typeof topicSchema>;
export type Outcome = z.infer<typeof outcome>;
export type Resource = z.infer<typeof resource>;
export type Choice = z.infer<typeof choice>;
export type ExerciseFile = z.infer<typeof exercise>;
export type Question = z.infer<typeof question>;
export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;

/** Draft 2020-12, for editors: completion, descriptions and red lines while one writes. */
export function jsonSchema(of: 'curriculum' | 'topic'): object {
  const schema = of === 'curriculum' ? curriculumSchema : topicSchema;
  return z.toJSONSchema(schema, { io: 'input' });
}
