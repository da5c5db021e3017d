/**
 * The order in which `n` things are shown: a permutation that depends on nothing but `seed`, so that
 * the same question looks the same after a restart, and a test can know it.
 */
export function shuffled(n: number, seed: string): number[] {
  const random = randomFrom(seed);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [order[i] as number, order[j] as number];
    order[i] = b;
    order[j] = a;
  }
  return order;
}

/** As `shuffled`, but never the identity: items to be put in order must not come in order. */
export function disordered(n: number, seed: string): number[] {
  const order = shuffled(n, seed);
  const isIdentity = order.every((item, i) => item === i);
  return isIdentity ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/**
 * Numbers from 0 to 1, the same ones for the same seed: FNV-1a (Fowler, Noll, Vo) to seed, mulberry32
 * (Ettinger) to draw. Small, and the same everywhere.
 */
export function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
