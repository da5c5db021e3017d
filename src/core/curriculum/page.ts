import { nearest } from '../text/nearest.ts';
import { codePointName, findUnsafe } from '../text/printable.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { CurriculumSource, TextFile } from './files.ts';
import { type FoundTopic, reporter } from './rules/report.ts';
import { type CurriculumFile, formatVersion, topicSchema } from './schema.ts';
import { type Path, parseYaml, type YamlSource } from './source.ts';
import { validate } from './validate.ts';

/** A format that this program does not know is refused before anything else is said. */
export function newerFormat(source: YamlSource): Diagnostic | undefined {
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

/** The ids of all listed topics. Reports those that stand twice, in two places, or have no folder. */
export function listTopics(
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
    } else if (typeof topic !== 'string' && source.topics.has(id)) {
      const message = `The topic "${id}" is written here, and has a folder topics/${id}, too.`;
      const hint = 'Keep one: list only its id here, or delete the folder.';
      report('topic-twice', pageSource, [...path, 'id'], message, hint);
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

/** Every topic of the sequence with its place in the page, in the author's order. */
export function* topicsOf(
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
export function readTopics(
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
