import type { ExitCode } from '../failure.ts';
import type { Session } from './session.ts';

/** An option of a verb. Without `parse` it is a flag. */
interface Option<T = unknown> {
  /** As commander writes it: `-n, --limit <n>`. */
  readonly flags: string;
  readonly help: string;
  /** Turns the word behind it into a value. @throws UserError for a word that makes no sense. */
  readonly parse?: (word: string) => T;
}

type Options = Readonly<Record<string, Option>>;

/** The values of the options, by the name of their long form. */
type Values<O extends Options> = {
  readonly [Name in keyof O]?: O[Name] extends { parse: (word: string) => infer T } ? T : boolean;
};

interface Input<O extends Options> {
  readonly words: readonly string[];
  readonly options: Values<O>;
}

/** What a verb is, apart from its name and its line in the list: one file each. */
export interface Verb<O extends Options = Options> {
  /** As commander writes it: `<topic...>`, `[n]`. */
  readonly argument?: string;
  readonly argumentHelp?: string;
  readonly options?: O;
  /** Command lines that show how it is used, without `mlops-path`. */
  readonly examples: readonly string[];
  /** A paragraph for `--help`, where a line is not enough. */
  readonly about?: string;
  run(session: Session, input: Input<O>): Promise<ExitCode | undefined>;
}

/** A verb as `--help` lists it, and where it lives. */
export interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly group?: 'Learn' | 'Record' | 'Look' | 'Keep' | 'Write a curriculum';
  /** Loads the verb, and with it the packages that only it needs. */
  load(): Promise<Verb | VerbGroup>;
}

/** A verb that is a family of verbs. */
export interface VerbGroup {
  readonly entries: readonly Entry[];
}

/** Lets the compiler connect the options with what `run` is given. */
export function defineVerb<const O extends Options>(verb: Verb<O>): Verb<O> {
  return verb;
}

export const jsonOption = { flags: '--json', help: 'print JSON for other programs' } as const;
