import type { Diagnostic } from './diagnostic.ts';

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
