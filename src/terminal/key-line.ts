import type { Key } from './ask.ts';
import { joinParts } from './layout.ts';
import type { Theme } from './theme.ts';

export type KeyHelp = readonly [key: string, label: string];

export function helpOf(keys: readonly Key<unknown>[]): KeyHelp[] {
  return keys.map(({ key, label }) => [key, label]);
}

/** `? hint · i I don't know · q leave`: what the keys do stands on the screen, always. */
export function keyLine(theme: Theme, keys: readonly KeyHelp[], second = ''): string {
  const parts = keys.map(([key, label], i) => {
    const before = i === 1 && second !== '' ? theme.dim(`${second} `) : '';
    return `${before}${theme.strong(key)} ${theme.dim(label)}`;
  });
  const separator = theme.dim(theme.symbols.between);
  return joinParts(parts, separator, theme.width, ' ').join('\n');
}
