import { RE2JS } from 're2js';
import { checkExamples } from './examples.ts';
import { asMarkdown, codeSpan } from './markdown.ts';
import { isNearMiss } from './near-miss.ts';
import { normaliseCode, normaliseCommand, normaliseSpace, normaliseText } from './normalise.ts';
import { type Flaw, type Kind, mismatch, type QuestionOf, right, wrong } from './question.ts';

type Short = QuestionOf<'short'>;

/** A word, a command, a line of code. A near miss says what was close and asks again. */
export const short: Kind<'short'> = {
  guess: () => 0.05,
  grade(question, answer) {
    if (answer.form !== 'text') return mismatch(question, answer);
    const text = answer.text.slice(0, longestAnswer);
    if (isAccepted(question, text)) return right;
    const misled = question.reject?.find((entry) => equals(question, entry.text, text));
    if (misled) return wrong(misled.because);
    if (isNear(question, text)) {
      return { result: 'near', feedback: ['Very close: look at the spelling once more.'] };
    }
    return wrong();
  },
  solution({ accept, compare = 'text', right: examples }) {
    // A pattern is no answer; the author's example of one is.
    const answer = (compare === 'regex' ? examples?.[0] : undefined) ?? accept[0] ?? '';
    return [compare === 'text' ? asMarkdown(answer) : codeSpan(answer)];
  },
  check(question) {
    const broken = question.compare === 'regex' ? checkPatterns(question) : [];
    if (broken.length > 0) return broken;
    return [
      ...checkLists(question),
      ...checkExamples(question, (given) => short.grade(question, given)),
    ];
  },
};

/** No answer is longer; whatever is pasted behind it is not looked at. */
const longestAnswer = 500;

function isAccepted(question: Short, text: string): boolean {
  return question.accept.some((known) => matches(question, known, text));
}

function matches(question: Short, known: string, text: string): boolean {
  if (question.compare !== 'regex') return equals(question, known, text);
  // RE2 runs in linear time: a curriculum cannot hang the tutor with a pattern.
  const flags = keepsCase(question) ? 0 : RE2JS.CASE_INSENSITIVE;
  return RE2JS.compile(known, flags).matches(normaliseSpace(text));
}

function equals(question: Short, known: string, text: string): boolean {
  return normalise(question, known) === normalise(question, text);
}

function normalise(question: Short, text: string): string {
  const keepCase = keepsCase(question);
  switch (question.compare) {
    case 'command':
      return normaliseCommand(text, keepCase);
    case 'code':
      return normaliseCode(text, keepCase);
    default:
      return normaliseText(text, keepCase);
  }
}

/** To a program, -v and -V are different things; to a reader, Regression and regression are not. */
function keepsCase({ compare, case: letterCase }: Short): boolean {
  const usual = compare === 'command' || compare === 'code' ? 'keep' : 'ignore';
  return (letterCase ?? usual) === 'keep';
}

function isNear(question: Short, text: string): boolean {
  if (question.compare === 'regex') return false;
  const word = question.compare === 'code' ? /[\p{L}\p{N}_]+/gu : /[^\s,\p{Cc}]+/gu;
  const given = normalise(question, text);
  return question.accept.some((known) => isNearMiss(normalise(question, known), given, word));
}

function checkPatterns({ accept, right: examples = [] }: Short): Flaw[] {
  const broken = accept.flatMap((pattern, i) => {
    try {
      RE2JS.compile(pattern);
      return [];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [{ path: ['accept', i], message: `The pattern cannot be used: ${reason}.` }];
    }
  });
  if (broken.length > 0 || examples.length > 0) return broken;
  const message = 'A pattern cannot be shown as the answer, and there is no example of one.';
  return [{ path: ['compare'], message, hint: 'Give an answer it matches in "right".' }];
}

function checkLists(question: Short): Flaw[] {
  const tooLong = question.accept.flatMap((known, i) => {
    if (known.length <= longestAnswer) return [];
    const message = `It is longer than ${longestAnswer} characters, and no answer can be.`;
    return [{ path: ['accept', i], message }];
  });
  const accepted = (question.reject ?? []).flatMap(({ text }, i) => {
    if (!isAccepted(question, text)) return [];
    return [{ path: ['reject', i, 'text'], message: `"${text}" is accepted, so never rejected.` }];
  });
  return [...tooLong, ...accepted];
}
