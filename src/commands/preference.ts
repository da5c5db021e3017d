import { printable } from '../core/text/printable.ts';

/** `workspace cannot be 5.`, for a preference that is left out. */
export function describeWrong({ key, value }: { key: string; value: unknown }): string {
  return `The preference ${key} cannot be ${printable(JSON.stringify(value))}. It is left out.`;
}
