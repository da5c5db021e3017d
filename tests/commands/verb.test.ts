import { Option } from 'commander';
import { expect, it } from 'vitest';
import { entries } from '../../src/commands/index.ts';
import type { Entry, Verb } from '../../src/commands/verb.ts';

async function verbsOf(known: readonly Entry[]): Promise<(readonly [name: string, Verb])[]> {
  const found = known.map(async ({ name, load }) => {
    const loaded = await load();
    return 'entries' in loaded ? verbsOf(loaded.entries) : [[name, loaded] as const];
  });
  return (await Promise.all(found)).flat();
}

it.each(await verbsOf(entries))('%s gets its options by the names it gave them', (_, verb) => {
  const options = Object.entries(verb.options ?? {});
  const given = options.map(([, { flags, help }]) => new Option(flags, help).attributeName());
  expect(given).toEqual(options.map(([name]) => name));
});
