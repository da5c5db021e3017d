import { compile } from './compile.ts';
import type { CompiledCurriculum } from './curriculum.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from './diagnostic.ts';
import type { CurriculumSource } from './files.ts';
import { listTopics, newerFormat, readTopics } from './page.ts';
import { checkChoices } from './rules/choices.ts';
import { checkCode, findWideCode } from './rules/code.ts';
import { checkHistory } from './rules/history.ts';
import { checkIds } from './rules/ids.ts';
import { checkMastery } from './rules/mastery.ts';
import { checkOutcomes } from './rules/outcomes.ts';
import { checkPrerequisites } from './rules/prerequisites.ts';
import { reporter } from './rules/report.ts';
import { checkSteps } from './rules/steps.ts';
import { checkExercise, checkTopic } from './rules/topic.ts';
import { curriculumSchema } from './schema.ts';
import { parseYaml } from './source.ts';
import { validate } from './validate.ts';

export interface Checked {
  /** Everything that is wrong, in the order of the files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Present when there is no error: the curriculum, ready to be used. */
  readonly compiled?: CompiledCurriculum;
}

/** Reads, checks and compiles: every mistake at once, or the curriculum. */
export function checkCurriculum(source: CurriculumSource): Checked {
  const diagnostics: Diagnostic[] = [...source.diagnostics];
  const finish = (compiled?: CompiledCurriculum): Checked => ({
    diagnostics: sortDiagnostics(diagnostics),
    ...(compiled && !hasErrors(diagnostics) && { compiled }),
  });

  const pageSource = parseYaml(source.page.file, source.page.text);
  const newer = newerFormat(pageSource);
  if (newer) {
    diagnostics.push(newer);
    return finish();
  }
  const page = validate(pageSource, curriculumSchema, diagnostics);
  const listed = page ? listTopics(page, pageSource, source, diagnostics) : new Set<string>();
  const found = readTopics(page, pageSource, source, listed, diagnostics);
  if (!page) return finish();

  const report = reporter(diagnostics);
  checkIds(page, pageSource, report);
  const places = new Map(found.map((topic, place) => [topic.id, place]));
  checkPrerequisites(found, places, listed, report);
  checkSteps(page, pageSource, report);
  checkHistory(page, pageSource, listed, report);
  for (const topic of found) {
    checkTopic(topic, report);
    checkCode(topic, report);
    const lesson = source.topics.get(topic.id)?.lesson;
    if (lesson) diagnostics.push(...findWideCode(lesson));
    checkExercise(topic, source.topics.get(topic.id)?.exercise, report);
  }
  // Where something is wrong, what the questions amount to says nothing yet.
  const wrong = new Set(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  );
  const sound = found.filter(({ source: { file } }) => !wrong.has(file));
  for (const topic of sound) {
    checkOutcomes(topic, report);
    checkMastery(topic, report);
  }
  checkChoices(sound, pageSource, report);
  if (hasErrors(diagnostics)) return finish();

  return finish(compile(page, found, places));
}
