/** Markdown that shows exactly `text`: as prose where no sign in it means anything, else as code. */
export function asMarkdown(text: string): string {
  return isPlain(text) ? text : codeSpan(text);
}

/** `text` as code, between more backticks than stand side by side inside. */
export function codeSpan(text: string): string {
  const runs = (text.match(/`+/gu) ?? []).map((run) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  // One space on both sides belongs to the fence, so that the code may begin and end with a backtick.
  const pad = /^`|`$|^ .* $/su.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** Words and numbers, with what cannot be taken for a list, an address or an emphasis. */
function isPlain(text: string): boolean {
  const isWords = /^(?:[\p{L}\p{M}\p{N}\p{Sc}%/',+ -]|(?<=\d)\.(?=\d))*$/u.test(text);
  return isWords && !/^[+-](?!\d)|^ | {2}| $/u.test(text);
}
