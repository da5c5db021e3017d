import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import {
  buildCurriculum,
  type CompiledCurriculum,
  type Curriculum,
  type CurriculumData,
  graphOf,
  linkCurriculum,
  type Topic,
  type TopicContent,
  type TopicFacts,
} from '../../core/curriculum/curriculum.ts';
import type { Edges, Graph } from '../../core/graph/graph.ts';
import { writeAtomically } from '../files/atomic-file.ts';
import { checksum, checksumText } from '../files/checksum.ts';
import { errorCode } from '../files/storage-error.ts';

/** A curriculum as the program reads it: an index for every verb, and each topic when it is opened. */
export interface OpenCurriculum {
  readonly curriculum: Curriculum;
  content(topic: Topic): TopicContent;
  /** All of them, in the author's order. */
  contents(): Iterable<readonly [Topic, TopicContent]>;
}

/** What a compiled copy was made of: it tells whether the copy still holds. */
export interface Origin {
  /** Names, sizes and times of the files. */
  readonly fingerprint: string;
  /** A hash of what was in them, for when the times are in doubt. */
  readonly contents: string;
  /** When they were looked at. */
  readonly readAtMs: number;
}

/** Changes whenever the shape of the file does: an older compiled copy is then made anew. */
const compiledVersion = 4;

/**
 * The file's first line. The second is the index, of what every verb needs; then comes a line for each
 * topic, of which only the line that is asked for is read. One file, so that one rename replaces it all.
 */
interface Head {
  readonly compiled: typeof compiledVersion;
  /** Absent in the copy that ships. */
  readonly origin?: Origin | undefined;
  /** The checksum of everything behind this line. */
  readonly sum: string;
  /** How long the line of the index is, in bytes. */
  readonly indexBytes: number;
}

interface Index {
  readonly data: CurriculumData<TopicFacts>;
  readonly requires: PackedEdges;
  readonly unlocks: PackedEdges;
  /** Where the line of each topic begins behind the index, in bytes, and where the last one ends. */
  readonly offsets: readonly number[];
}

/** Base64 of 32-bit numbers, the lowest byte first: nothing is to be parsed or counted again. */
interface PackedEdges {
  readonly starts: string;
  readonly targets: string;
}

/** Writes a compiled curriculum so that a reader sees all of it or nothing. */
export async function writeCompiled(
  path: string,
  { data, contents }: CompiledCurriculum,
  origin?: Origin,
): Promise<void> {
  const lines = contents.map((content) => `${JSON.stringify(content)}\n`);
  const offsets = [0];
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + Buffer.byteLength(line));
  const { requires, unlocks } = graphOf(data);
  const index: Index = {
    data: withoutRequires(data),
    requires: pack(requires),
    unlocks: pack(unlocks),
    offsets,
  };
  const indexLine = `${JSON.stringify(index)}\n`;
  const body = indexLine + lines.join('');
  const sum = checksumText(checksum(body));
  const indexBytes = Buffer.byteLength(indexLine);
  const head: Head = { compiled: compiledVersion, origin, sum, indexBytes };
  await writeAtomically(path, `${JSON.stringify(head)}\n${body}`);
}

/** A compiled copy whose first line was read, and nothing else yet. */
export interface CompiledCopy {
  readonly origin: Origin | undefined;
  /** Whether it is byte for byte what was written. Reads all of it. */
  isWhole(): boolean;
  open(): OpenCurriculum;
  /** Says anew when its files were looked at. */
  renew(origin: Origin): Promise<void>;
}

/** @returns `undefined` when there is none, or when it was made by another version. */
export function openCompiled(path: string): CompiledCopy | undefined {
  let file: number | undefined;
  try {
    // Stays open until the process ends: another process may put a new copy in its place.
    file = openSync(path, 'r');
    const copy = readHead(path, file);
    if (!copy) closeSync(file);
    return copy;
  } catch (error) {
    if (file !== undefined) closeSync(file);
    if (error instanceof SyntaxError || errorCode(error) !== undefined) return undefined;
    throw error;
  }
}

/** More than a first line is ever long: paths end at 4 KiB. */
const headBytes = 8192;

function readHead(path: string, file: number): CompiledCopy | undefined {
  const start = readPart(file, 0, headBytes);
  const bodyAt = start.indexOf('\n') + 1;
  const head = JSON.parse(start.toString('utf8', 0, bodyAt)) as Head;
  if (head?.compiled !== compiledVersion) return undefined;
  const { origin, sum, indexBytes } = head;
  const topicsAt = bodyAt + indexBytes;
  return {
    origin,
    isWhole: () => checksumText(sumBehind(file, bodyAt)) === sum,
    open() {
      const { data, offsets, ...packed } = JSON.parse(
        readPart(file, bodyAt, topicsAt).toString('utf8'),
      ) as Index;
      const [requires, unlocks] = [unpack(packed.requires), unpack(packed.unlocks)];
      const graph: Graph = { size: requires.starts.length - 1, requires, unlocks };
      const at = (place: number): number => topicsAt + (offsets[place] ?? 0);
      return openWith(linkCurriculum(data, graph), ({ number }) =>
        readPart(file, at(number - 1), at(number)).toString('utf8'),
      );
    },
    async renew(anew) {
      const body = readPart(file, bodyAt, fstatSync(file).size).toString('utf8');
      await writeAtomically(path, `${JSON.stringify({ ...head, origin: anew })}\n${body}`);
    },
  };
}

/** The same without a file: for a disk that takes no cache. */
export function openInMemory({ data, contents }: CompiledCurriculum): OpenCurriculum {
  const lines = contents.map((content) => JSON.stringify(content));
  return openWith(buildCurriculum(data), ({ number }) => lines[number - 1] ?? '');
}

function withoutRequires({ phases, ...data }: CurriculumData): CurriculumData<TopicFacts> {
  return {
    ...data,
    phases: phases.map(({ steps, ...phase }) => ({
      ...phase,
      steps: steps.map(({ topics, ...step }) => ({
        ...step,
        topics: topics.map(({ requires: _, ...facts }) => facts),
      })),
    })),
  };
}

function pack({ starts, targets }: Edges): PackedEdges {
  const text = (numbers: Int32Array): string =>
    lowestFirst(Buffer.from(numbers.slice().buffer)).toString('base64');
  return { starts: text(starts), targets: text(targets) };
}

function unpack({ starts, targets }: PackedEdges): Edges {
  const numbers = (text: string): Int32Array =>
    new Int32Array(new Uint8Array(lowestFirst(Buffer.from(text, 'base64'))).buffer);
  return { starts: numbers(starts), targets: numbers(targets) };
}

/** Between the order of this machine's bytes and that of the file. */
function lowestFirst(bytes: Buffer): Buffer {
  const isLowestFirst = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;
  return isLowestFirst ? bytes : bytes.swap32();
}

function openWith(curriculum: Curriculum, readLine: (topic: Topic) => string): OpenCurriculum {
  const content = (topic: Topic) => JSON.parse(readLine(topic)) as TopicContent;
  return {
    curriculum,
    content,
    *contents() {
      for (const topic of curriculum.topics) yield [topic, content(topic)];
    },
  };
}

function readPart(file: number, start: number, end: number): Buffer {
  const bytes = Buffer.alloc(end - start);
  return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
}

/** A part at a time, in the same memory: a large curriculum need not fit in it to be found whole. */
function sumBehind(file: number, start: number): number {
  const bytes = Buffer.allocUnsafe(256 * 1024);
  let sum = 0;
  let at = start;
  for (;;) {
    const read = readSync(file, bytes, 0, bytes.length, at);
    if (read === 0) return sum;
    sum = checksum(bytes.subarray(0, read), sum);
    at += read;
  }
}
