import type { Curriculum } from '../curriculum/curriculum.ts';
import type { Credit } from './kept-memory.ts';
import type { Grade } from './memory.ts';

/** How much of a prerequisite a review practises where the author says nothing. */
const assumedWeight = 0.3;
/** Below this it is no practice, and further than this nobody can tell. */
const leastWeight = 0.1;
const furthestSteps = 4;

/** A weight along one requirement, as its author stated it or as it is assumed. */
interface Share {
  readonly place: number;
  readonly weight: number;
  readonly stated: boolean;
}

/**
 * What a passed lesson or review of a topic practises besides, heaviest first. Along a way of several
 * requirements the weights multiply, and of several ways the heaviest counts: adding them up would
 * credit the same practice twice. A topic that states any weight states all of them.
 *
 * @param place of the topic in the author's order.
 */
export function creditsOf(curriculum: Curriculum, place: number, grade: Grade): Credit[] {
  if (grade === 'again') return [];
  const best = new Map<number, Share>();
  let reached: Share[] = [{ place, weight: 1, stated: true }];
  for (let step = 0; step < furthestSteps && reached.length > 0; step++) {
    const next = new Map<number, Share>();
    for (const from of reached) {
      for (const share of sharesOf(curriculum, from.place)) {
        const weight = from.weight * share.weight;
        const known = Math.max(best.get(share.place)?.weight ?? 0, leastWeight - 1e-9);
        if (weight <= known) continue;
        const found = { place: share.place, weight, stated: from.stated && share.stated };
        best.set(share.place, found);
        next.set(share.place, found);
      }
    }
    reached = [...next.values()];
  }
  // A hard answer shows that the parts were not all there: half of it counts.
  const worth = grade === 'hard' ? 0.5 : 1;
  return [...best.values()]
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ place: other, weight, stated }) => ({
      topic: curriculum.topics[other]?.id ?? '',
      weight: Math.round(weight * worth * 1000) / 1000,
      stated,
    }));
}

/** A topic of which a dependent practises at least this much is one of its foundations. */
const foundationWeight = 0.5;

/** The topics that lean on this one: when it is forgotten they are looked at soon. */
export function leaningOn({ topics }: Curriculum, id: string): string[] {
  return topics
    .filter(({ encompasses }) => (encompasses?.[id] ?? 0) >= foundationWeight)
    .map((topic) => topic.id);
}

function sharesOf({ topics, indexOf }: Curriculum, place: number): Share[] {
  const topic = topics[place];
  const stated = topic?.encompasses;
  const named = stated
    ? Object.entries(stated)
    : (topic?.requires ?? []).map((id) => [id, assumedWeight] as const);
  return named.flatMap(([id, weight]) => {
    const other = indexOf.get(id);
    return other === undefined ? [] : [{ place: other, weight, stated: stated !== undefined }];
  });
}
