/** A probability or a share with as many digits as mean something. */
export function roundShare(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
