/** Small grammar shared by every sentence that the learner reads. */

/** `1 topic`, `2 topics`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${digits(n)} ${n === 1 ? noun : plural}`;
}

/** `A`, `A and B`, `A, B and C`; past `limit` names: `A, B, C and 4 more`. */
export function list(names: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  const shown = names.slice(0, limit);
  if (names.length > limit) shown.push(`${digits(names.length - limit)} more`);
  return join(shown, 'and');
}

/** `A`, `A or B`, `A, B or C`. */
export function either(names: readonly string[]): string {
  return join(names, 'or');
}

function join(names: readonly string[], word: 'and' | 'or'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

/** `1,000`, for whole numbers. Asking Intl would cost each start a fifth of itself. */
function digits(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `3 h`, `2.5 h`; in minutes what would round to nothing. */
export function hours(h: number): string {
  if (h > 0 && h < 0.05) return `${Math.max(1, Math.round(h * 60))} min`;
  return `${Math.round(h * 10) / 10} h`;
}

/** `90 %`, of a share of 0 to 1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** `25 min`, `3 h`, `3 h 10 min`: to the minute. */
export function duration(ms: number): string {
  const all = Math.round(ms / 60_000);
  const [h, min] = [Math.floor(all / 60), all % 60];
  if (h === 0) return `${min} min`;
  return `${digits(h)} h${min > 0 ? ` ${min} min` : ''}`;
}
