/**
 * Text from outside (a curriculum, an argument, a file name) may hold bytes that drive a terminal.
 * Line breaks and tabs are harmless; every other control character, and the marks that reverse the
 * direction of writing, can hide or forge what the reader sees.
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
const everyUnsafe = new RegExp(unsafe, 'gu');

/** Where the first unsafe character stands (a UTF-16 index), or -1. */
export function findUnsafe(text: string): number {
  return text.search(unsafe);
}

/** `U+001B`: how an unsafe character is named. */
export function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The same text with every unsafe character replaced by a picture of it (`␛`, or `�`). */
export function printable(text: string): string {
  return text.replace(everyUnsafe, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '␡' : '�';
  });
}

/** The same JSON with every unsafe character in its strings written as `\u009b`: no reader sees a difference. */
export function printableJson(json: string): string {
  return json.replace(everyUnsafe, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
