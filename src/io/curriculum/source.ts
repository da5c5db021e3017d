import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Diagnostic } from '../../core/curriculum/diagnostic.ts';
import type { CurriculumSource, TextFile } from '../../core/curriculum/files.ts';
import { idPattern } from '../../core/curriculum/id.ts';
import { printable } from '../../core/text/printable.ts';
import { UserError } from '../../failure.ts';
import { errorCode, storageError } from '../files/storage-error.ts';
import { pageName } from './location.ts';

/** A file above this is refused unread: a lesson is some 10 KiB, a page of 10,000 topics 3 MiB. */
const fileLimitBytes = 32 * 1024 * 1024;

/** A file of a curriculum, and what tells whether it is still the one that was compiled. */
interface SourceFile {
  /** Relative to the curriculum's folder. */
  readonly file: string;
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
  readonly changedMs: number;
}

interface ListedTopic {
  readonly topic: SourceFile;
  readonly lesson?: SourceFile;
  /** What the folder of its exercise holds, relative to that folder; absent where there is none. */
  readonly exercise?: readonly string[];
}

/** The files that make up a curriculum, before any of them is read. */
export interface SourceListing {
  /** The folder, or the one file of a small curriculum. */
  readonly location: string;
  readonly page: SourceFile;
  readonly topics: ReadonlyMap<string, ListedTopic>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the files of a curriculum. Links are not followed: nothing outside the folder is ever read.
 * @throws UserError when there is no curriculum at `location`.
 */
export function listSource(location: string): SourceListing {
  const isFolder = lookAt(location).isDirectory();
  const diagnostics: Diagnostic[] = [];
  const find = (file: string, path: string): SourceFile | undefined => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    const { size, mtimeMs: modifiedMs, ctimeMs: changedMs } = stats;
    const refuse = (code: 'outside' | 'too-large', message: string, hint: string): undefined => {
      diagnostics.push({ code, severity: 'error', message, file, hint });
    };
    if (!stats.isFile()) {
      return refuse('outside', 'It is no ordinary file.', 'Put the file itself there, not a link.');
    }
    if (size > fileLimitBytes) {
      return refuse('too-large', 'The file is larger than 32 MiB.', 'Split it up.');
    }
    return { file, path, size, modifiedMs, changedMs };
  };

  const folder = isFolder ? location : dirname(location);
  const pageFile = isFolder ? pageName : basename(location);
  const page = find(pageFile, join(folder, pageFile));
  if (!page) {
    const found = diagnostics[0]?.message ?? `It has no file ${pageName}.`;
    const hint = `Name the folder that holds ${pageName}, or a curriculum in one file.`;
    throw new UserError('no-curriculum', `${printable(location)} is no curriculum. ${found}`, hint);
  }

  const topics = new Map<string, ListedTopic>();
  for (const id of isFolder ? folderNames(join(folder, 'topics')) : []) {
    const file = (name: string) => find(`topics/${id}/${name}`, join(folder, 'topics', id, name));
    const topic = file('topic.yaml');
    const lesson = file('lesson.md');
    const exercise = listExercise(folder, id, diagnostics);
    if (topic) topics.set(id, { topic, ...(lesson && { lesson }), ...(exercise && { exercise }) });
    else {
      diagnostics.push({
        ...{ code: 'missing-file', severity: 'error', file: `topics/${printable(id)}` },
        message: 'The folder has no topic.yaml.',
        hint: 'Write one, or delete the folder.',
      });
    }
    if (!idPattern.test(id)) {
      diagnostics.push({
        ...{ code: 'bad-id', severity: 'error', file: `topics/${printable(id)}` },
        message: 'The name of the folder is the id of the topic, and this is none.',
        hint: 'An id is lower case, in words joined by hyphens: git-snapshots.',
      });
    }
  }
  return { location, page, topics, diagnostics };
}

/** The files that a curriculum is compiled from; of an exercise only the names count. */
export function* filesOf({ page, topics }: SourceListing): Generator<SourceFile> {
  yield page;
  for (const { topic, lesson } of topics.values()) {
    yield topic;
    if (lesson) yield lesson;
  }
}

/** Reads what was listed. */
export function readSource(listing: SourceListing): CurriculumSource {
  const diagnostics = [...listing.diagnostics];
  const read = ({ file, path }: SourceFile): TextFile => {
    try {
      const bytes = readFileSync(path);
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return { file, text };
    } catch (error) {
      const isText = errorCode(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA';
      if (isText && errorCode(error) === undefined) throw error;
      const message = isText ? 'The file cannot be read.' : 'The file is no UTF-8 text.';
      diagnostics.push({ code: 'unreadable', severity: 'error', message, file });
      return { file, text: '' };
    }
  };
  const page = read(listing.page);
  const topics = new Map(
    [...listing.topics].map(([id, { topic, lesson, exercise }]) => {
      return [
        id,
        {
          topic: read(topic),
          ...(lesson && { lesson: read(lesson) }),
          ...(exercise && { exercise }),
        },
      ];
    }),
  );
  return { page, topics, diagnostics };
}

/** The files of a topic's exercise. What is no ordinary file is reported, and never followed. */
function listExercise(
  folder: string,
  id: string,
  diagnostics: Diagnostic[],
): readonly string[] | undefined {
  const path = join(folder, 'topics', id, 'exercise');
  if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() || entry.isDirectory()) continue;
    const name = relative(folder, join(entry.parentPath, entry.name));
    diagnostics.push({
      ...{ code: 'outside', severity: 'error', file: printable(name) },
      message: 'It is no ordinary file.',
      hint: 'Put the file itself there, not a link.',
    });
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(path.length)}/${entry.name}`.slice(1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

function lookAt(location: string) {
  try {
    return statSync(location);
  } catch (error) {
    throw storageError(error, 'read the curriculum', location);
  }
}

function folderNames(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw storageError(error, 'read', folder);
  }
}
