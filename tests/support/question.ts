import type {
  Answer,
  Choice,
  QuestionKind,
  QuestionOf,
  Rating,
} from '../../src/core/questions/question.ts';

/** What every question has and no grading looks at. */
const common = {
  ...{ id: 'q', outcome: 'o', ask: 'What?', explain: 'Because.' },
  difficulty: 1,
} as const;

type Fields<K extends QuestionKind> = Omit<QuestionOf<K>, keyof typeof common | 'kind'>;

export const shortQuestion = (fields: Fields<'short'>): QuestionOf<'short'> => ({
  ...common,
  ...fields,
  kind: 'short',
});

export const numberQuestion = (fields: Fields<'number'>): QuestionOf<'number'> => ({
  ...common,
  ...fields,
  kind: 'number',
});

export const orderQuestion = (fields: Fields<'order'>): QuestionOf<'order'> => ({
  ...common,
  ...fields,
  kind: 'order',
});

export const matchQuestion = (fields: Fields<'match'>): QuestionOf<'match'> => ({
  ...common,
  ...fields,
  kind: 'match',
});

export const recallQuestion = (fields: Fields<'recall'>): QuestionOf<'recall'> => ({
  ...common,
  ...fields,
  kind: 'recall',
});

/** `n` pairs: a, b, c … go with A, B, C …, and each has a `because` of its own. */
export const pairsOf = (n: number): QuestionOf<'match'>['pairs'] =>
  [...'abcdefghij'.slice(0, n)].map((left, i) => ({
    left,
    right: left.toUpperCase(),
    because: `because ${i}`,
  }));

/** One choice for each flag; each has a text and a `because` of its own. */
export const choicesOf = (correct: readonly boolean[]): Choice[] =>
  correct.map((flag, i) => ({
    text: `choice ${i}`,
    because: `because ${i}`,
    ...(flag && { correct: true }),
  }));

export const singleQuestion = (choices: Choice[]): QuestionOf<'single'> => ({
  ...common,
  choices,
  kind: 'single',
});

export const multipleQuestion = (choices: Choice[]): QuestionOf<'multiple'> => ({
  ...common,
  choices,
  kind: 'multiple',
});

export const typed = (text: string): Answer => ({ form: 'text', text });
export const chose = (...chosen: number[]): Answer => ({ form: 'choices', chosen });
export const arranged = (...order: number[]): Answer => ({ form: 'order', order });
export const paired = (...rights: number[]): Answer => ({ form: 'pairs', rights });
export const rated = (rating: Rating): Answer => ({ form: 'rating', rating });
