import { findCycles } from '../graph/cycles.ts';
import { buildGraph } from '../graph/graph.ts';
import { topologicalOrder } from '../graph/order.ts';
import { checkQuestions } from '../questions/check.ts';
import { nearest } from '../text/nearest.ts';
import { count } from '../text/phrase.ts';
import { codePointName, findUnsafe } from '../text/printable.ts';
import type { CurriculumData, TopicContent, TopicData } from './curriculum.ts';
import { type Diagnostic, type DiagnosticCode, hasErrors, sortDiagnostics } from './diagnostic.ts';
import {
  type CurriculumFile,
  curriculumSchema,
  formatVersion,
  type TopicFile,
  topicSchema,
} from './schema.ts';
import { type Path, parseYaml, type YamlSource } from './source.ts';
import { validate } from './validate.ts';

/** The files of a curriculum as they were read: nothing is known yet of what they say. */
export interface CurriculumSource {
  readonly page: TextFile;
  /** By the name of the topic's folder. */
  readonly topics: ReadonlyMap<
    string,
    {
      readonly topic: TextFile;
      readonly lesson?: TextFile;
      /** The names of the files in the folder of its exercise, if there is one. */
      readonly exercise?: readonly string[];
    }
  >;
  /** What already went wrong while reading. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface TextFile {
  /** Relative to the curriculum's folder. */
  readonly file: string;
  readonly text: string;
}

export interface Checked {
  /** Everything that is wrong, in the order of the files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Present when there is no error: the curriculum, ready to be used. */
  readonly compiled?: CompiledCurriculum;
}

export interface CompiledCurriculum {
  readonly data: CurriculumData;
  /** One for each topic, in the author's order. */
  readonly contents: readonly TopicContent[];
}

/** A topic with the place in the text where it is written. */
interface FoundTopic {
  readonly id: string;
  readonly file: TopicFile;
  readonly lesson: string | undefined;
  readonly source: YamlSource;
  /** Where the topic's fields begin in `source`. */
  readonly at: Path;
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
    checkExercise(topic, source.topics.get(topic.id)?.exercise, report);
  }
  if (hasErrors(diagnostics)) return finish();

  return finish(compile(page, found, places));
}

type Report = (
  code: DiagnosticCode,
  source: YamlSource,
  path: Path,
  message: string,
  hint?: string,
  severity?: Diagnostic['severity'],
) => void;

function reporter(diagnostics: Diagnostic[]): Report {
  return (code, source, path, message, hint, severity = 'error') => {
    const range = source.locate(path);
    const { file } = source;
    diagnostics.push({ code, severity, message, file, range, ...(hint && { hint }) });
  };
}

function newerFormat(source: YamlSource): Diagnostic | undefined {
  const { value } = source;
  const format =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'format') : undefined;
  if (typeof format !== 'number' || format <= formatVersion) return undefined;
  return {
    code: 'newer-format',
    severity: 'error',
    message: `The curriculum is written in format ${format}; this program reads format ${formatVersion}.`,
    file: source.file,
    range: source.locate(['format']),
    hint: `Install the version that reads it: npm install -g mlops-path@${format}`,
  };
}

/** The ids of all listed topics. Reports those that stand twice or have no folder. */
function listTopics(
  page: CurriculumFile,
  pageSource: YamlSource,
  source: CurriculumSource,
  diagnostics: Diagnostic[],
): Set<string> {
  const report = reporter(diagnostics);
  const listed = new Set<string>();
  for (const [topic, path] of topicsOf(page)) {
    const id = typeof topic === 'string' ? topic : topic.id;
    if (listed.has(id)) {
      report('topic-twice', pageSource, path, `The topic "${id}" is listed twice.`, 'Keep one.');
    } else if (typeof topic === 'string' && !source.topics.has(id)) {
      const [meant] = nearest(id, source.topics.keys(), 1);
      const hint = meant ? `Did you mean "${meant}"?` : `Create topics/${id}/topic.yaml.`;
      report('unknown-topic', pageSource, path, `There is no folder topics/${id}.`, hint);
    }
    listed.add(id);
  }
  for (const [folder, { topic }] of source.topics) {
    if (listed.has(folder)) continue;
    diagnostics.push({
      code: 'topic-not-listed',
      severity: 'warning',
      message: `The topic "${folder}" is in no step, so nobody will meet it.`,
      file: topic.file,
      hint: `Add it to the topics of a step in ${pageSource.file}.`,
    });
  }
  return listed;
}

function* topicsOf(
  page: CurriculumFile,
): Generator<[CurriculumFile['phases'][number]['steps'][number]['topics'][number], Path]> {
  for (const [p, phase] of page.phases.entries()) {
    for (const [s, step] of phase.steps.entries()) {
      for (const [t, topic] of step.topics.entries()) {
        yield [topic, ['phases', p, 'steps', s, 'topics', t]];
      }
    }
  }
}

/** All topics that can be read, in the author's order; unlisted folders are checked but left out. */
function readTopics(
  page: CurriculumFile | undefined,
  pageSource: YamlSource,
  source: CurriculumSource,
  listed: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): FoundTopic[] {
  const read = new Map<string, FoundTopic>();
  for (const [id, { topic, lesson }] of source.topics) {
    const yaml = parseYaml(topic.file, topic.text);
    const file = validate(yaml, topicSchema, diagnostics);
    if (lesson) diagnostics.push(...unsafeText(lesson));
    if (file && listed.has(id)) {
      read.set(id, { id, file, lesson: lesson?.text, source: yaml, at: [] });
    }
  }
  const found = new Map<string, FoundTopic>();
  for (const [topic, at] of page ? topicsOf(page) : []) {
    if (typeof topic === 'string') {
      const known = read.get(topic);
      if (known) found.set(topic, known);
    } else {
      const { id, lesson, ...file } = topic;
      found.set(id, { id, file, lesson, source: pageSource, at });
    }
  }
  return [...found.values()];
}

function unsafeText({ file, text }: TextFile): Diagnostic[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, i): Diagnostic[] => {
    const at = findUnsafe(line);
    if (at < 0) return [];
    return [
      {
        code: 'control-character',
        severity: 'error',
        message: `The character ${codePointName(line.slice(at))} can drive a terminal.`,
        file,
        range: { line: i + 1, column: at + 1, endColumn: at + 2, text: line },
        hint: 'Delete it, or describe it in words.',
      },
    ];
  });
}

/** Phases, steps and topics share one set of names, so that a word on the command line is one thing. */
function checkIds(page: CurriculumFile, source: YamlSource, report: Report): void {
  const topics = new Set([...topicsOf(page)].map(([t]) => (typeof t === 'string' ? t : t.id)));
  const seen = new Map<string, string>();
  const claim = (id: string, kind: string, path: Path): void => {
    const other = seen.get(id) ?? (topics.has(id) ? 'topic' : undefined);
    if (other) {
      const message = `The ${kind} id "${id}" is already the id of a ${other}.`;
      report('duplicate-id', source, [...path, 'id'], message, 'Ids are unique in a curriculum.');
    }
    seen.set(id, kind);
  };
  page.phases.forEach((phase, p) => {
    claim(phase.id, 'phase', ['phases', p]);
    phase.steps.forEach((step, s) => {
      claim(step.id, 'step', ['phases', p, 'steps', s]);
    });
  });
}

function checkPrerequisites(
  found: readonly FoundTopic[],
  places: ReadonlyMap<string, number>,
  listed: ReadonlySet<string>,
  report: Report,
): void {
  for (const topic of found) {
    topic.file.requires.forEach((id, i) => {
      const path = [...topic.at, 'requires', i];
      // A listed topic whose file has mistakes of its own is known, though it could not be read.
      if (!listed.has(id)) {
        const [meant] = nearest(id, listed, 1);
        const hint = meant ? `Did you mean "${meant}"?` : 'Add the topic, or delete the line.';
        report('unknown-prerequisite', topic.source, path, `There is no topic "${id}".`, hint);
      } else if (topic.file.requires.indexOf(id) !== i) {
        report('bad-value', topic.source, path, `"${id}" is required twice.`, 'Keep one.');
      }
    });
    for (const id of Object.keys(topic.file.encompasses ?? {})) {
      if (listed.has(id)) continue;
      const path = [...topic.at, 'encompasses', id];
      report('unknown-prerequisite', topic.source, path, `There is no topic "${id}".`);
    }
  }

  const graph = buildGraph(
    found.map(({ file }) => file.requires.flatMap((id) => places.get(id) ?? [])),
  );
  const name = (place: number): string => found[place]?.id ?? '';
  const { cycles, complete } = findCycles(graph);
  for (const cycle of cycles) {
    const topic = found[cycle[0] ?? 0];
    if (!topic) continue;
    const path = [...cycle, cycle[0] ?? 0].map(name).join(' → ');
    const next = name(cycle[1] ?? cycle[0] ?? 0);
    report(
      'cycle',
      topic.source,
      [...topic.at, 'requires', topic.file.requires.indexOf(next)],
      `These topics require each other, so none of them can ever be started: ${path}.`,
      complete
        ? 'Delete one of these requirements.'
        : 'There are more such circles than were searched.',
    );
  }
  if (cycles.length > 0 || topologicalOrder(graph).topics.every((place, i) => place === i)) return;
  for (const [place, topic] of found.entries()) {
    topic.file.requires.forEach((id, i) => {
      if ((places.get(id) ?? 0) <= place) return;
      report(
        'order',
        topic.source,
        [...topic.at, 'requires', i],
        `"${topic.id}" stands before "${id}", which it requires.`,
        `List "${id}" first; until then the tutor teaches it out of order.`,
        'warning',
      );
    });
  }
}

function checkSteps(page: CurriculumFile, source: YamlSource, report: Report): void {
  const all = new Set(page.phases.flatMap(({ steps }) => steps.map(({ id }) => id)));
  const earlier = new Set<string>();
  page.phases.forEach((phase, p) => {
    phase.steps.forEach((step, s) => {
      step.builds_on.forEach((id, b) => {
        const path = ['phases', p, 'steps', s, 'builds_on', b];
        if (!all.has(id)) {
          const [meant] = nearest(id, all, 1);
          const hint = meant ? `Did you mean "${meant}"?` : undefined;
          report('unknown-step', source, path, `There is no step "${id}".`, hint);
        } else if (!earlier.has(id)) {
          const message = `The step "${step.id}" builds on "${id}", which does not come before it.`;
          report('builds-on-order', source, path, message);
        }
      });
      earlier.add(step.id);
    });
  });
}

/** `renamed` and `retired` keep old marks in place: their names must lead somewhere, and stay unused. */
function checkHistory(
  page: CurriculumFile,
  source: YamlSource,
  listed: ReadonlySet<string>,
  report: Report,
): void {
  const renamed = page.renamed ?? {};
  const gone = new Set([...Object.keys(renamed), ...(page.retired ?? [])]);
  for (const id of gone) {
    if (!listed.has(id)) continue;
    const path = Object.hasOwn(renamed, id) ? ['renamed', id] : ['retired'];
    const message = `"${id}" is an old id and may not be used for a topic again.`;
    report('reused-id', source, path, message, 'Ids are never reused: give the new topic another.');
  }
  for (const [old, target] of Object.entries(renamed)) {
    for (const id of [target].flat()) {
      if (listed.has(id) || (gone.has(id) && id !== old)) continue;
      const [meant] = nearest(id, listed, 1);
      const hint = meant ? `Did you mean "${meant}"?` : undefined;
      report('unknown-topic', source, ['renamed', old], `There is no topic "${id}".`, hint);
    }
  }
}

function checkTopic({ file, source, at }: FoundTopic, report: Report): void {
  const outcomes = new Set<string>();
  file.outcomes.forEach((outcome, i) => {
    if (outcomes.has(outcome.id)) {
      const path = [...at, 'outcomes', i, 'id'];
      report('duplicate-id', source, path, `The outcome "${outcome.id}" stands twice.`);
    }
    outcomes.add(outcome.id);
  });
  for (const finding of checkQuestions(file.questions ?? [], outcomes)) {
    const path = [...at, 'questions', ...finding.path];
    report(finding.code, source, path, finding.message, finding.hint);
  }
}

/** An exercise is more than its fields: the files that they speak of have to be there. */
function checkExercise(
  { id, file, source, at }: FoundTopic,
  names: readonly string[] | undefined,
  report: Report,
): void {
  const { exercise } = file;
  const path = [...at, 'exercise'];
  if (!exercise) {
    if (names === undefined) return;
    const message = `There is a folder topics/${id}/exercise, but topic.yaml has no exercise.`;
    report('exercise', source, at, message, 'Describe it: exercise: …', 'warning');
    return;
  }
  if (names === undefined) {
    report('exercise', source, path, `There is no folder topics/${id}/exercise.`, 'Create it.');
    return;
  }
  const needs = ['task.md', 'check.py', exercise.setup ?? 'starter/', 'solution/'];
  for (const name of needs) {
    const isThere = (known: string) =>
      name.endsWith('/') ? known.startsWith(name) : known === name;
    if (names.some(isThere)) continue;
    const message = `The exercise has no ${name.replace('/', ' folder')}.`;
    report('exercise', source, path, message, `Put it into topics/${id}/exercise.`);
  }
  if (!names.some((name) => name.startsWith('wrong/'))) {
    const message = 'The exercise has no wrong solutions, so nobody knows what its check rejects.';
    report('exercise', source, path, message, 'Put each into wrong/<name>/.', 'warning');
  }
}

function compile(
  page: CurriculumFile,
  found: readonly FoundTopic[],
  places: ReadonlyMap<string, number>,
): CompiledCurriculum {
  const compileTopic = (topic: FoundTopic): TopicData => ({
    id: topic.id,
    title: topic.file.title,
    hours: topic.file.hours,
    requires: topic.file.requires.flatMap((id) => places.get(id) ?? []),
  });
  const byId = new Map(found.map((topic) => [topic.id, topic]));
  const phases = page.phases.map(({ steps, ...phase }) => ({
    ...phase,
    steps: steps.map(({ builds_on, builds_on_how, topics, ...step }) => ({
      ...step,
      buildsOn: builds_on,
      buildsOnHow: builds_on_how,
      topics: topics.flatMap((topic) => {
        const known = byId.get(typeof topic === 'string' ? topic : topic.id);
        return known ? [compileTopic(known)] : [];
      }),
    })),
  }));
  const { id, title, version, about, retired = [] } = page;
  const renamed = Object.fromEntries(
    Object.entries(page.renamed ?? {}).map(([old, target]) => [old, [target].flat()]),
  );
  return {
    data: { id, title, version, about, phases, renamed, retired },
    contents: found.map(({ file, lesson }) => ({
      why: file.why,
      covers: file.covers ?? [],
      asOf: file.as_of,
      encompasses: file.encompasses ?? {},
      outcomes: file.outcomes,
      resources: file.resources ?? [],
      questions: file.questions ?? [],
      lesson,
      exercise: file.exercise,
    })),
  };
}

/** `73 topics in 11 steps and 3 phases, 204 h`. */
export function summarise({ data }: CompiledCurriculum): string {
  const steps = data.phases.flatMap((phase) => phase.steps);
  const topics = steps.flatMap((step) => step.topics);
  const hours = topics.reduce((sum, topic) => sum + topic.hours, 0);
  return `${count(topics.length, 'topic')} in ${count(steps.length, 'step')} and ${count(data.phases.length, 'phase')}, ${hours} h`;
}
