import { printable } from './printable.ts';

/** Titles and names are text, whatever they are written into. Line breaks would end a line of it. */

export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&#|~]/g, '\\$&');
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
};

/** For XML, in text and in attributes. What XML has no way to write becomes a picture of it. */
export function escapeXml(text: string): string {
  return printable(text)
    .replace(/\s+/g, ' ')
    .replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
