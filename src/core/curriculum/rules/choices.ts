import type { Question, QuestionOf } from '../../questions/question.ts';
import { count } from '../../text/phrase.ts';
import type { Path, YamlSource } from '../source.ts';
import { chanceOfAtLeast } from './chance.ts';
import type { FoundTopic, Report } from './report.ts';

type ChoiceQuestion = QuestionOf<'single' | 'multiple'>;

/** What chance would give less than once in a hundred times was not chance. */
const improbable = 0.01;

/**
 * Whether the looks of a choice say that it is right, over each topic and over all of them.
 *
 * Length: of k choices, r of them right, the longest is a right one with a chance of r/k if length says
 * nothing. Over n questions the number of hits is X = Σ Bernoulli(r/k), and both P(X ≥ x) and P(X ≤ x)
 * have to be at least 1 %: to rule out the longest helps as much as to take it. The same for the shortest.
 * A question without one longest choice is left out.
 *
 * Place: the right choice of a `single` question stands at any of k places with a chance of 1/k. For the
 * place where it stands most often, P(X ≥ x) times the number of places has to be at least 1 %.
 */
export function checkChoices(found: readonly FoundTopic[], page: YamlSource, report: Report): void {
  const topics = found
    .map(({ file, source, at }) => {
      return { questions: (file.questions ?? []).filter(isChoiceQuestion), source, at };
    })
    .filter(({ questions }) => questions.length > 0);
  for (const { questions, source, at } of topics) {
    check(questions, 'this topic', source, [...at, 'questions'], report);
  }
  if (topics.length < 2) return;
  const all = topics.flatMap(({ questions }) => questions);
  check(all, 'the whole curriculum', page, ['title'], report);
}

function check(
  questions: readonly ChoiceQuestion[],
  where: string,
  source: YamlSource,
  path: Path,
  report: Report,
): void {
  const findings = [
    findLength(questions, 'longest', (a, b) => b - a),
    findLength(questions, 'shortest', (a, b) => a - b),
    findPlace(questions.filter(({ kind }) => kind === 'single')),
  ];
  for (const finding of findings) {
    if (!finding) continue;
    const message = `In ${where} ${finding.message}`;
    report('telling-choices', source, path, message, finding.hint, 'warning');
  }
}

interface Finding {
  readonly message: string;
  readonly hint: string;
}

function findLength(
  questions: readonly ChoiceQuestion[],
  name: string,
  byLength: (a: number, b: number) => number,
): Finding | undefined {
  const tries = questions.flatMap(({ choices }) => {
    const [first, second] = choices.toSorted((a, b) => byLength(a.text.length, b.text.length));
    const isTie = first?.text.length === second?.text.length;
    return isTie ? [] : [{ isHit: first?.correct === true, chance: rightOf(choices) }];
  });
  const hits = tries.filter(({ isHit }) => isHit).length;
  const chances = tries.map(({ chance }) => chance);
  const misses = tries.length - hits;
  const isOften = chanceOfAtLeast(hits, chances) < improbable;
  const isRare =
    chanceOfAtLeast(
      misses,
      chances.map((chance) => 1 - chance),
    ) < improbable;
  if (!isOften && !isRare) return undefined;
  const expected = chances.reduce((sum, chance) => sum + chance, 0).toFixed(1);
  const share = `${isRare ? 'only ' : ''}${hits} of ${count(tries.length, 'question')}`;
  return {
    message: `the ${name} choice is right in ${share}; chance would make it ${expected}.`,
    hint: 'Make right and wrong choices equally long and equally exact.',
  };
}

function findPlace(questions: readonly ChoiceQuestion[]): Finding | undefined {
  const sizes = questions.map(({ choices }) => choices.length);
  const rights = questions.map(({ choices }) => choices.findIndex(({ correct }) => correct));
  const places = Array.from({ length: Math.max(0, ...sizes) }, (_, place) => place);
  const hitsAt = (place: number) => rights.filter((right) => right === place).length;
  const [most] = places.toSorted((a, b) => hitsAt(b) - hitsAt(a));
  if (most === undefined) return undefined;
  const chances = sizes.map((size) => (most < size ? 1 / size : 0));
  if (places.length * chanceOfAtLeast(hitsAt(most), chances) >= improbable) return undefined;
  const share = `${hitsAt(most)} of ${count(questions.length, 'question')} of kind single`;
  return {
    message: `the right choice stands at place ${most + 1} in ${share}.`,
    hint: 'The tutor shuffles choices; mix them in the file, too, for whoever reads it elsewhere.',
  };
}

/** The part of the choices that is right. */
function rightOf(choices: ChoiceQuestion['choices']): number {
  return choices.filter(({ correct }) => correct).length / choices.length;
}

/** Where all choices are right, or none is, nothing can be told by looks. */
function isChoiceQuestion(question: Question): question is ChoiceQuestion {
  if (question.kind !== 'single' && question.kind !== 'multiple') return false;
  const share = rightOf(question.choices);
  return share > 0 && share < 1;
}
