import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompiledCurriculum } from '../core/curriculum/curriculum.ts';
import {
  buildCurriculum,
  type Curriculum,
  type CurriculumData,
  type Topic,
  type TopicContent,
} from '../core/curriculum/curriculum.ts';
import { errorCode } from './storage-error.ts';

/**
 * A curriculum as it is read at start-up: a small index of what every verb needs, and one file with
 * a line for each topic, of which only the line that is asked for is read.
 */
export interface OpenCurriculum {
  readonly curriculum: Curriculum;
  content(topic: Topic): TopicContent;
  /** All of them, in the author's order. */
  contents(): Iterable<readonly [Topic, TopicContent]>;
}

/** Changes whenever the shape of the two files does: an older compiled copy is then made anew. */
const compiledVersion = 2;

interface Index {
  readonly compiled: typeof compiledVersion;
  readonly data: CurriculumData;
  /** Where the line of each topic begins, in bytes, and where the last one ends. */
  readonly offsets: readonly number[];
}

const indexFile = 'index.json';
const contentsFile = 'topics.jsonl';

/** Writes a compiled curriculum so that a reader sees all of it or nothing. */
export function writeCompiled(folder: string, { data, contents }: CompiledCurriculum): void {
  const lines = contents.map((content) => Buffer.from(`${JSON.stringify(content)}\n`));
  const offsets = [0];
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + line.length);
  const index: Index = { compiled: compiledVersion, data, offsets };

  const draft = `${folder}.${process.pid}.draft`;
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  try {
    writeFileSync(join(draft, contentsFile), Buffer.concat(lines));
    writeFileSync(join(draft, indexFile), JSON.stringify(index));
    // A folder cannot be renamed over another one: what stands there is moved out of the way first.
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } catch (error) {
    const lostTheRace = errorCode(error) === 'ENOTEMPTY' || errorCode(error) === 'EEXIST';
    if (!lostTheRace) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @returns `undefined` when there is none, or when it is damaged or made by another version. */
export function openCompiled(folder: string): OpenCurriculum | undefined {
  const path = join(folder, contentsFile);
  let index: Index;
  try {
    index = JSON.parse(readFileSync(join(folder, indexFile), 'utf8')) as Index;
    // A copy that lost its second half is as good as none.
    if (index.compiled !== compiledVersion || statSync(path).size !== index.offsets.at(-1)) {
      return undefined;
    }
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) !== undefined) return undefined;
    throw error;
  }
  const { data, offsets } = index;
  return open(
    data,
    ({ number }) => readPart(path, offsets[number - 1] ?? 0, offsets[number] ?? 0),
    () => readFileSync(path, 'utf8').split('\n'),
  );
}

/** The same without a file: for a disk that takes no cache. */
export function openInMemory({ data, contents }: CompiledCurriculum): OpenCurriculum {
  const lines = contents.map((content) => JSON.stringify(content));
  return open(
    data,
    ({ number }) => lines[number - 1] ?? '',
    () => lines,
  );
}

function open(
  data: CurriculumData,
  readLine: (topic: Topic) => string,
  readLines: () => readonly string[],
): OpenCurriculum {
  const curriculum = buildCurriculum(data);
  return {
    curriculum,
    content: (topic) => JSON.parse(readLine(topic)) as TopicContent,
    *contents() {
      const lines = readLines();
      for (const [i, topic] of curriculum.topics.entries()) {
        yield [topic, JSON.parse(lines[i] ?? '') as TopicContent];
      }
    },
  };
}

function readPart(path: string, start: number, end: number): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    readSync(file, bytes, 0, bytes.length, start);
    return bytes.toString('utf8');
  } finally {
    closeSync(file);
  }
}
