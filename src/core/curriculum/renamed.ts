import type { Curriculum } from './curriculum.ts';

/** Whether there is such a topic. */
interface Known {
  has(id: string): boolean;
}

/**
 * The ids that a topic has now. Renames may follow each other, and a topic may have been split; an id
 * that leads nowhere keeps what happened to it, for the day that a newer curriculum knows it.
 */
export function currentIds(
  { renamed, indexOf }: Pick<Curriculum, 'renamed'> & { readonly indexOf: Known },
  id: string,
): readonly string[] {
  if (indexOf.has(id) || !Object.hasOwn(renamed, id)) return [id];
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const targets = Object.hasOwn(renamed, next) ? renamed[next] : undefined;
    if (indexOf.has(next) || targets === undefined) found.add(next);
    else open.push(...targets);
  }
  return found.size > 0 ? [...found] : [id];
}
