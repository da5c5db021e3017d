import { distance } from 'fastest-levenshtein';
import { RE2JS } from 're2js';
import { checkExamples } from './examples.ts';
import { normaliseCode, normaliseCommand, normaliseSpace, normaliseText } from './normalise.ts';
import { type Flaw, type Kind, mismatch, type QuestionOf, right, wrong } from './question.ts';

type Short = QuestionOf<'short'>;

/** A word, a command, a line of code. A near miss says what was close and asks again. */
export const short: Kind<'short'> = {
  guess: () => 0.05,
  grade(question, answer) {
    if (answer.form !== 'text') return mismatch(question, answer);
    const text = answer.text.slice(0, longestAnswer);
    const same = (known: string): boolean => matches(question, known, text);
    if (question.accept.some(same)) return right;
    const misled = question.reject?.find((entry) => equals(question, entry.text, text));
    if (misled) return wrong(misled.because);
    if (question.compare !== 'regex' && isNearMiss(question, text)) {
      return { result: 'near', feedback: ['Very close: look at the spelling once more.'] };
    }
    return wrong();
  },
  solution: ({ accept, compare }) => [
    compare === 'text' || compare === undefined ? (accept[0] ?? '') : `\`${accept[0]}\``,
  ],
  check(question) {
    const broken = question.compare === 'regex' ? checkPatterns(question) : [];
    if (broken.length > 0) return broken;
    return checkExamples(question, (given) => short.grade(question, given));
  },
};

/** No answer is longer; whatever is pasted behind it is not looked at. */
const longestAnswer = 500;

function matches(question: Short, known: string, text: string): boolean {
  if (question.compare !== 'regex') return equals(question, known, text);
  // RE2 runs in linear time: a curriculum cannot hang the tutor with a pattern.
  const flags = question.case === 'keep' ? 0 : RE2JS.CASE_INSENSITIVE;
  return RE2JS.compile(known, flags).matches(normaliseSpace(text));
}

function equals(question: Short, known: string, text: string): boolean {
  return normalise(question, known) === normalise(question, text);
}

function normalise({ compare = 'text', case: letterCase }: Short, text: string): string {
  const keepCase = letterCase === 'keep';
  switch (compare) {
    case 'command':
      return normaliseCommand(text, keepCase);
    case 'code':
      return normaliseCode(text, keepCase);
    case 'text':
    case 'regex':
      return normaliseText(text, keepCase);
  }
}

/**
 * One slip of the finger in a word long enough to be recognised. Digits, signs and short words are
 * answers in their own right: 0.1 is not a misspelt 0.01, nor -p a misspelt -v.
 */
function isNearMiss(question: Short, text: string): boolean {
  const given = normalise(question, text);
  return question.accept.some((known) => {
    const wanted = normalise(question, known);
    if (wanted.length < 5 || distance(wanted, given) !== 1) return false;
    return lettersOnly(wanted) !== lettersOnly(given);
  });
}

function lettersOnly(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

function checkPatterns({ accept }: Short): Flaw[] {
  return accept.flatMap((pattern, i) => {
    try {
      RE2JS.compile(pattern);
      return [];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [{ path: ['accept', i], message: `The pattern cannot be used: ${reason}.` }];
    }
  });
}
