import { checkExamples } from './examples.ts';
import { normaliseSpace } from './normalise.ts';
import { type Kind, mismatch, type QuestionOf, right, wrong } from './question.ts';

/** A number within its tolerance; a unit, where one is written, is converted. */
export const number: Kind<'number'> = {
  guess: () => 0.05,
  grade(question, answer) {
    if (answer.form !== 'text') return mismatch(question, answer);
    const given = parseNumber(answer.text);
    if (!given) {
      return { result: 'near', feedback: ['That is no number. Write digits: 14, 0.5 or 1e6.'] };
    }
    const factor = factorOf(question, given.unit);
    if (factor === undefined) {
      const wanted = question.unit ? `in ${question.unit}` : 'without a unit';
      return { result: 'near', feedback: [`The answer is wanted ${wanted}.`] };
    }
    return isWithin(given.value * factor, question) ? right : wrong();
  },
  solution: ({ answer, unit }) => [unit ? `${answer} ${unit}` : String(answer)],
  check(question) {
    const lost = question.accept_units && !question.unit;
    const flaw = { path: ['accept_units'], message: 'accept_units needs a unit to convert to.' };
    return [
      ...(lost ? [flaw] : []),
      ...checkExamples(question, (given) => number.grade(question, given)),
    ];
  },
};

interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** `1,234.5 ms`, `1e-3`, `50%`, `3/4`. */
function parseNumber(text: string): Quantity | undefined {
  const plain = normaliseSpace(text)
    .replace(/(?<=\d)[, _'](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<=[^.])\.$/u, '');
  const match =
    /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(?: ?\/ ?(\d+(?:\.\d+)?))? ?(\D.*)?$/iu.exec(
      plain,
    );
  if (!match) return undefined;
  const value = Number(match[1]) / Number(match[2] ?? 1);
  return Number.isFinite(value) ? { value, unit: (match[3] ?? '').trim() } : undefined;
}

function factorOf(question: QuestionOf<'number'>, unit: string): number | undefined {
  if (unit === '' || unit === question.unit) return 1;
  const others = Object.entries(question.accept_units ?? {});
  const known = others.find(([name]) => name === unit);
  if (known) return known[1];
  // Case tells units apart (m and M), so it is ignored only where nothing else fits.
  const same = (name: string | undefined) => name?.toLowerCase() === unit.toLowerCase();
  return same(question.unit) ? 1 : others.find(([name]) => same(name))?.[1];
}

function isWithin(value: number, { answer, tolerance = 0 }: QuestionOf<'number'>): boolean {
  const allowed =
    typeof tolerance === 'number'
      ? tolerance
      : (Math.abs(answer) * Number.parseFloat(tolerance)) / 100;
  // Decimal fractions are not exact in binary: 0.1 + 0.2 must not fail an answer of 0.3.
  const rounding = Number.EPSILON * 8 * Math.max(Math.abs(answer), Math.abs(value));
  return Math.abs(value - answer) <= allowed + rounding;
}
