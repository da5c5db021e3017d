import { checkExamples } from './examples.ts';
import { asMarkdown } from './markdown.ts';
import { normaliseSpace, withoutFullStop } from './normalise.ts';
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
  solution: ({ answer, unit }) => [asMarkdown(unit ? `${answer} ${unit}` : String(answer))],
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

const digits = String.raw`[.,]?\d(?:[\d.]|[,_' ](?=\d))*`;
const quantity = new RegExp(
  String.raw`^([+-]?) ?(${digits})(e[+-]?\d+)?(?: ?/ ?(${digits}))? ?(\D.*)?$`,
  'iu',
);

/** `1,234.5 ms`, `1e-3`, `50%`, `3/4`. */
function parseNumber(text: string): Quantity | undefined {
  const match = quantity.exec(withoutFullStop(normaliseSpace(text)));
  if (!match) return undefined;
  const [, sign = '', written = '', exponent = '', divisor = '1', unit = ''] = match;
  const value = Number(sign + toDecimal(written) + exponent) / Number(toDecimal(divisor));
  return Number.isFinite(value) ? { value, unit: normaliseUnit(unit) } : undefined;
}

/** How a number may be written, and what sets its thousands apart there. */
const forms: readonly [form: RegExp, apart: RegExp][] = [
  [/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/u, /,/gu],
  [/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/u, /\./gu],
  [/^[1-9]\d{0,2}([ _'])\d{3}(?:\1\d{3})*(?:\.\d*|,\d+)?$/u, /[ _']/gu],
  [/^(?:\d+(?:\.\d*|,\d+)?|[.,]\d+)$/u, /(?!)/gu],
];

/**
 * A comma sets thousands apart where it can, else it is a decimal comma; where comma and point both
 * stand, the last one is the decimal. `NaN` for what is neither.
 */
function toDecimal(written: string): string {
  const apart = forms.find(([form]) => form.test(written))?.[1];
  return apart ? written.replace(apart, '').replace(',', '.') : 'NaN';
}

function factorOf(question: QuestionOf<'number'>, unit: string): number | undefined {
  if (unit === '') return 1;
  const own: [string, number][] = question.unit === undefined ? [] : [[question.unit, 1]];
  const units = [...own, ...Object.entries(question.accept_units ?? {})].map(([name, factor]) => ({
    name: normaliseUnit(name),
    factor,
  }));
  const exact = units.find(({ name }) => name === unit);
  if (exact) return exact.factor;
  // Case tells short units apart (ms and Ms, mb and MB), and any two that differ by nothing else.
  if (unit.replace(/[^\p{L}]/gu, '').length <= 3) return undefined;
  const alike = units.filter(({ name }) => name.toLowerCase() === unit.toLowerCase());
  return alike.length === 1 ? alike[0]?.factor : undefined;
}

/** The micro sign is the Greek letter; "percent" is its sign; "h." is "h". */
function normaliseUnit(unit: string): string {
  const plain = withoutFullStop(normaliseSpace(unit)).replaceAll('\u00b5', '\u03bc');
  return /^percent$/iu.test(plain) ? '%' : plain;
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
