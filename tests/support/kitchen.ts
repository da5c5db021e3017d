const explain = 'Because water boils at 100 degrees.';
const common = { outcome: 'brew', explain, difficulty: 1 } as const;

/** A question of each kind; the first choice or item is the right one. */
export const kitchenQuestions = {
  single: {
    ...{ kind: 'single', id: 'q', ask: 'Where does it boil sooner?', hint: 'Think of the air.' },
    choices: [
      { text: 'On a mountain', correct: true, because: 'There is less air.' },
      { text: 'At the sea', because: 'There is more air.' },
    ],
    ...common,
  },
  multiple: {
    ...{ kind: 'multiple', id: 'q', ask: 'What changes it?' },
    choices: [
      { text: 'Altitude', correct: true, because: 'Less air.' },
      { text: 'Salt', correct: true, because: 'A little.' },
      { text: 'The kettle', because: 'It does not.' },
    ],
    ...common,
  },
  order: {
    ...{ kind: 'order', id: 'q', ask: 'What do you do first?' },
    items: ['Fill it', 'Close it', 'Wait'],
    ...common,
  },
  short: {
    kind: 'short',
    id: 'q',
    ask: 'Which scale begins at zero?',
    accept: ['Kelvin'],
    ...common,
  },
  number: { kind: 'number', id: 'q', ask: 'How hot?', answer: 100, unit: '°C', ...common },
} as const;

interface KitchenTopic {
  readonly title?: string;
  readonly requires?: readonly string[];
  readonly why?: string;
  readonly lesson?: string;
  readonly questions?: readonly object[];
  readonly exercise?: object;
  readonly resources?: readonly object[];
}

/** A small curriculum, in JSON, which is YAML as well. More files are those of exercises. */
export function kitchenFiles(
  topics: Readonly<Record<string, KitchenTopic>>,
  page: { readonly title?: string; readonly step?: string } = {},
  files: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const step = { id: 'stove', title: page.step ?? 'Stove', why: 'Heat.', builds_on: [] };
  const phase = { id: 'basics', title: 'Basics', focus: 'Water.', why: 'Tea.' };
  const curriculum = {
    ...{ format: 1, id: 'kitchen', title: page.title ?? 'Kitchen', version: '1.0.0' },
    ...{ language: 'en', about: 'Tea.' },
    phases: [{ ...phase, steps: [{ ...step, topics: Object.keys(topics) }] }],
  };
  const texts = Object.entries(topics).flatMap(([id, { lesson, ...topic }]) => {
    const outcomes = [{ id: 'brew', can: 'brew a cup' }];
    const whole = { title: id, hours: 1, why: 'Thirst.', requires: [], outcomes, ...topic };
    const folder = `topics/${id}`;
    return [
      [`${folder}/topic.yaml`, JSON.stringify(whole)],
      ...(lesson === undefined ? [] : [[`${folder}/lesson.md`, lesson]]),
    ];
  });
  return { 'curriculum.yaml': JSON.stringify(curriculum), ...Object.fromEntries(texts), ...files };
}

const numberQuestion = (id: string) => ({ ...kitchenQuestions.number, id });

/** What a learner has done before with the first topic. */
const eventOf = (kind: string, i: number, more: object = {}) =>
  JSON.stringify({
    ...{ v: 1, id: `e${i}`, at: '2026-11-23T09:00:00+01:00', device: 'd', seq: i },
    ...{ curriculum: 'kitchen', action: 'a', kind, topic: 'single', ...more },
  });

/** An exercise: what topic.yaml says of it, and its files. `check` is Python, with checkkit. */
export function kitchenExercise(topic: string, check: string, more: object = {}) {
  const folder = `topics/${topic}/exercise`;
  return {
    exercise: {
      ...{ title: 'Boil it', minutes: 5, needs: ['python3'], files: ['kettle.txt'] },
      ...{ hints: ['Turn it on.'], after: 'Done.', ...more },
    },
    files: {
      [`${folder}/task.md`]: 'Write `on` into kettle.txt.\n',
      [`${folder}/starter/kettle.txt`]: 'off\n',
      [`${folder}/solution/kettle.txt`]: 'on\n',
      [`${folder}/check.py`]: `from checkkit import check\n${check}\n`,
    },
  };
}

export const kettleCheck = 'check(open("kettle.txt").read() == "on\\n", "the kettle is on")';

/** Every prompt of the tutor is a few keys away in it. */
export function kitchen(): Readonly<Record<string, string>> {
  const { exercise, files } = kitchenExercise('boiling', kettleCheck);
  const slow = kitchenExercise('slow', 'import time\ntime.sleep(60)');
  const lesson = '# Tea\n\nFill the kettle.\n';
  const ask = (kind: keyof typeof kitchenQuestions) => ({
    lesson,
    questions: [kitchenQuestions[kind]],
  });
  return kitchenFiles(
    {
      single: ask('single'),
      multiple: ask('multiple'),
      order: ask('order'),
      short: ask('short'),
      number: ask('number'),
      unwritten: {},
      'green-tea': {},
      'green-pot': {},
      locked: { requires: ['unwritten'] },
      boiling: { lesson, exercise, questions: ['q', 'r', 's', 't'].map(numberQuestion) },
      slow: { lesson, exercise: slow.exercise },
    },
    {},
    {
      ...{ ...files, ...slow.files },
      'read.jsonl': ['topic-started', 'lesson-read'].map((kind, i) => eventOf(kind, i)).join('\n'),
      'done.jsonl': eventOf('topic-done', 2, { at: '2026-10-01T09:00Z', how: 'mastered' }),
    },
  );
}
