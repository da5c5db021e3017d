import { resolve } from 'node:path';
import { nearest } from '../core/text/nearest.ts';
import { printable } from '../core/text/printable.ts';
import { exitCode, UserError } from '../failure.ts';
import { changeSettings, choices, type Settings } from '../io/settings.ts';
import { padEnd, wrap } from '../terminal/layout.ts';
import type { Theme } from '../terminal/theme.ts';
import { defineVerb, jsonOption } from './verb.ts';

type Key = 'workspace' | 'plain' | 'color' | 'pager';

/** What can be set by hand; curricula are chosen with `curriculum use`. */
const keys: Readonly<Record<Key, { values: readonly string[]; help: string }>> = {
  workspace: { values: ['a folder'], help: 'where exercises are laid out' },
  plain: { values: ['true', 'false'], help: 'linear output for screen readers' },
  color: { values: choices.color, help: 'colours' },
  pager: { values: choices.pager, help: 'long texts through the pager' },
};

export const config = defineVerb({
  argument: '[key-and-value...]',
  argumentHelp: 'a key to read it, a key and a value to set it; nothing to list all',
  options: {
    unset: { flags: '--unset', help: 'go back to the default' },
    json: jsonOption,
  },
  about: 'Preferences of this machine. Your progress is not among them: it is in the journal.',
  examples: ['config', 'config color never', 'config plain --unset'],

  async run(session, { words, options }) {
    const { settings, paths } = session;
    const [word, value] = words;
    if (words.length > 2) {
      throw new UserError('usage', 'One key and one value at a time.', undefined, exitCode.usage);
    }
    if (word === undefined) {
      if (options.json) session.printJson('config', { folder: paths.config, settings });
      else
        session.print([...list(settings, session.theme), '', `Kept in ${printable(paths.config)}`]);
      return undefined;
    }
    const key = toKey(word);
    if (options.unset) {
      await changeSettings(paths.config, { [key]: undefined });
      if (options.json) session.printJson('config', { [key]: null });
      else session.print([`${key} is back to its default.`]);
    } else if (value === undefined) {
      if (options.json) session.printJson('config', { [key]: settings[key] ?? null });
      else session.print([printable(String(settings[key] ?? 'not set'))]);
    } else {
      const set = key === 'workspace' ? resolve(session.world.cwd, value) : toValue(key, value);
      await changeSettings(paths.config, { [key]: set });
      if (options.json) session.printJson('config', { [key]: set });
      else session.print([`${key} is now ${printable(String(set))}.`]);
    }
    return undefined;
  },
});

function list(settings: Settings, { width }: Theme): string[] {
  return Object.entries(keys).flatMap(([key, { values, help }]) => {
    const value = printable(String(settings[key as Key] ?? 'not set'));
    const named = `${padEnd(key, 9)} ${padEnd(value, 8)}  `;
    const text = `${help} (${values.join(', ')})`;
    const isNarrow = width < 60;
    return isNarrow
      ? [named.trimEnd(), ...wrap(text, width, '    ')]
      : wrap(text, width, ' '.repeat(named.length), named);
  });
}

function toKey(word: string): Key {
  if (Object.hasOwn(keys, word)) return word as Key;
  const [meant] = nearest(word, Object.keys(keys), 1);
  const hint = meant ? `Did you mean ${meant}?` : `There are ${Object.keys(keys).join(', ')}.`;
  const message = `There is no preference "${printable(word)}".`;
  throw new UserError('usage', message, hint, exitCode.usage);
}

function toValue(key: Key, word: string): string | boolean {
  const { values } = keys[key];
  if (values.includes(word)) return key === 'plain' ? word === 'true' : word;
  const message = `${key} cannot be "${printable(word)}".`;
  throw new UserError('usage', message, `It is one of ${values.join(', ')}.`, exitCode.usage);
}
