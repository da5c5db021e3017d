import { nearest } from '../text/nearest.ts';
import { type Curriculum, type Phase, type Step, type Topic, topicsIn } from './curriculum.ts';

/** What a word on the command line means. */
export type Found<T> =
  | { readonly is: 'one'; readonly value: T }
  | { readonly is: 'several'; readonly values: readonly T[] }
  /** `nearest` are the ids it may have meant. */
  | { readonly is: 'none'; readonly nearest: readonly string[] };

/**
 * A topic by its id, its number as shown, the beginning of its id, or words of its title. An exact id
 * or number always wins; otherwise everything that fits is returned, so that nobody has to guess.
 */
export function lookUpTopic({ topics }: Curriculum, wanted: string): Found<Topic> {
  return lookUp(topics, wanted, (topic) => topic.number);
}

export type Scope =
  | { readonly kind: 'phase'; readonly phase: Phase; readonly topics: readonly Topic[] }
  | { readonly kind: 'step'; readonly step: Step; readonly topics: readonly Topic[] }
  | { readonly kind: 'topic'; readonly topic: Topic; readonly topics: readonly Topic[] };

/** The phase, step or topic that a scope is. */
export function scopeItem(scope: Scope): { readonly id: string; readonly title: string } {
  switch (scope.kind) {
    case 'phase':
      return scope.phase;
    case 'step':
      return scope.step;
    case 'topic':
      return scope.topic;
  }
}

/** A phase, a step or a topic. A number means a topic. */
export function lookUpScope(curriculum: Curriculum, wanted: string): Found<Scope> {
  const scopes: (Scope & { id: string; title: string })[] = [
    ...curriculum.phases.map((phase) => ({
      ...{ kind: 'phase' as const, id: phase.id, title: phase.title, phase },
      topics: topicsIn(phase),
    })),
    ...curriculum.steps.map((step) => ({
      ...{ kind: 'step' as const, id: step.id, title: step.title, step },
      topics: step.topics,
    })),
    ...curriculum.topics.map((topic) => ({
      ...{ kind: 'topic' as const, id: topic.id, title: topic.title, topic },
      topics: [topic],
    })),
  ];
  return lookUp(scopes, wanted, (scope) =>
    scope.kind === 'topic' ? scope.topic.number : undefined,
  );
}

function lookUp<T extends { readonly id: string; readonly title: string }>(
  items: readonly T[],
  wanted: string,
  numberOf: (item: T) => number | undefined,
): Found<T> {
  const word = wanted.trim().toLowerCase();
  const isNumber = (item: T): boolean => numberOf(item)?.toString() === word;
  const exact = items.find((item) => item.id === word || isNumber(item));
  if (exact) return { is: 'one', value: exact };
  const words = word.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  const title = items.find((item) => item.title.toLowerCase() === word);
  if (title) return { is: 'one', value: title };

  const fitting = words.length === 0 ? [] : items.filter((item) => fits(item, word, words));
  if (fitting.length > 1) return { is: 'several', values: fitting };
  if (fitting[0]) return { is: 'one', value: fitting[0] };
  return {
    is: 'none',
    nearest: nearest(
      word,
      items.map(({ id }) => id),
    ),
  };
}

/** The id begins with it, or each word begins a word of the title or the id. */
function fits(item: { id: string; title: string }, word: string, words: string[]): boolean {
  if (item.id.startsWith(word)) return true;
  const parts = `${item.title} ${item.id}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.every((wanted) => parts.some((part) => part.startsWith(wanted)));
}
