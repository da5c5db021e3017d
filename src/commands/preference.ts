import { printable } from '../core/text/printable.ts';

/** `The preference workspace cannot be 5. It is left out.` */
export function describeWrong({ key, value }: { key: string; value: unknown }): string {
  return `The preference ${key} cannot be ${printable(JSON.stringify(value))}. It is left out.`;
}
