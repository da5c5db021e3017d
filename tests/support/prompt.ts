import { stripVTControlCharacters } from 'node:util';
import type { Screen } from './screen.ts';

/** With keys: a picture of a prompt ends by putting the cursor in its place, the prompt by showing it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what it looks for
const painted = /\u001b\[\d+G$/;
const over = '\u001b[?25h';
/** Line by line: what is to be typed is said last. */
const asked = /(?:Press Enter|Type (?:a number from|the numbers,|your answer).*):\r\n$/;

/** The prompt that stands, with what was said since the last one was over; `undefined` while none does. */
export function promptOn(screen: Screen): string | undefined {
  const raw = screen.raw();
  if (!painted.test(raw) && !asked.test(raw)) return undefined;
  const last = raw.lastIndexOf(over);
  return stripVTControlCharacters(last < 0 ? raw : raw.slice(last + over.length));
}

/** Waits for a prompt that has this in it, or above it. @returns what was found. */
export async function waitForPrompt(screen: Screen, wanted: RegExp): Promise<readonly string[]> {
  const find = () => wanted.exec(promptOn(screen) ?? '');
  await screen.waitUntil(() => find() !== null, String(wanted));
  return find() ?? [];
}

/**
 * Types each answer as a person does: when there is a prompt to be seen, and waits until that one is over.
 * What is typed while none stands is thrown away by the program.
 */
export async function answer(screen: Screen, ...answers: readonly string[]): Promise<void> {
  for (const keys of answers) {
    await screen.waitUntil(() => promptOn(screen) !== undefined, 'a prompt');
    const seen = screen.raw();
    screen.type(keys);
    // Line by line it is the terminal that echoes them.
    const isOver = asked.test(seen)
      ? () => screen.raw().length > seen.length
      : () => screen.raw().includes(over, seen.length);
    await screen.waitUntil(isOver, `the end of the prompt after ${JSON.stringify(keys)}`);
  }
}
