import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../failure.ts';
import { errorCode, storageError } from './files/storage-error.ts';

/** What preferences of few words may be. */
export const choices = {
  color: ['auto', 'always', 'never'],
  pager: ['auto', 'never'],
} as const;

/** What belongs to this machine and to nobody else: never the learner's progress. */
export interface Settings {
  /** The id of the curriculum in use. */
  readonly curriculum?: string;
  /** Where curricula other than the shipped one are, by id. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Where exercises are laid out. */
  readonly workspace?: string;
  /** What may run on this machine: for each curriculum, the hash of its exercises. */
  readonly trusted?: Readonly<Record<string, string>>;
  readonly plain?: boolean;
  readonly color?: (typeof choices.color)[number];
  readonly pager?: (typeof choices.pager)[number];
}

/** Preferences that may be used, and those that are left out because they make no sense. */
export interface SiftedSettings {
  readonly settings: Settings;
  readonly wrong: readonly { readonly key: string; readonly value: unknown }[];
}

// The system takes no path with a NUL in it.
const isText = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && !value.includes('\0');
const isTexts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(isText);

const rules: Readonly<Record<keyof Settings, (value: unknown) => boolean>> = {
  curriculum: isText,
  folders: isTexts,
  workspace: isText,
  trusted: isTexts,
  plain: (value) => typeof value === 'boolean',
  color: (value) => choices.color.some((choice) => choice === value),
  pager: (value) => choices.pager.some((choice) => choice === value),
};

/** Holds values from outside to what each preference may be. Those of newer versions are left out. */
export function siftSettings(values: object): SiftedSettings {
  const known = Object.entries(values).filter(([key]) => Object.hasOwn(rules, key));
  const isRight = ([key, value]: [string, unknown]) => rules[key as keyof Settings](value);
  return {
    settings: Object.fromEntries(known.filter(isRight)),
    wrong: known.filter((entry) => !isRight(entry)).map(([key, value]) => ({ key, value })),
  };
}

const name = 'settings';

/**
 * Reads the preferences. conf writes them; it is not loaded to read them, since it would cost every
 * start as much as Node itself.
 *
 * @returns wrong values apart: a default takes their place.
 * @throws UserError when the file is damaged: it is small and made by hand, so the hand can mend it.
 */
export function readSettings(folder: string): SiftedSettings {
  const path = join(folder, `${name}.json`);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return siftSettings({});
    throw storageError(error, 'read', path);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return siftSettings(value);
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const hint = 'Mend or delete it: it holds preferences only, your progress is elsewhere.';
  throw new UserError('settings-damaged', `${path} is no JSON object.`, hint);
}

/** Changes some preferences; `undefined` goes back to the default. */
export async function changeSettings(
  folder: string,
  changes: { [Key in keyof Settings]?: Settings[Key] | undefined },
): Promise<void> {
  const { default: Conf } = await import('conf');
  try {
    const conf = new Conf<Settings>({ cwd: folder, configName: name, configFileMode: 0o600 });
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) conf.delete(key as keyof Settings);
      else conf.set(key, value);
    }
  } catch (error) {
    throw storageError(error, 'save your preferences in', folder);
  }
}
