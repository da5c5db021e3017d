import { type SpawnSyncOptions, spawnSync } from 'node:child_process';

/** The median of several measurements, and their middle half. */
export interface Measured {
  readonly value: number;
  readonly spread: readonly [number, number];
}

export function summarise(values: readonly number[]): Measured {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? 0];
    return low + (high - low) * (place % 1);
  };
  return { value: at(0.5), spread: [at(0.25), at(0.75)] };
}

/**
 * Runs two things in turn and takes the ratio pair by pair, so that a machine whose speed drifts
 * spoils both alike. The first pair is not counted.
 *
 * @param subject and `floor` return what they cost, in any unit.
 * @returns subject ÷ floor.
 */
export async function ratio(
  subject: () => number | Promise<number>,
  floor: () => number | Promise<number>,
  runs: number,
): Promise<Measured> {
  const ratios: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const [below, above] = [await floor(), await subject()];
    if (run > 0) ratios.push(above / below);
  }
  return summarise(ratios);
}

/** The same without a floor. */
export async function absolute(
  subject: () => number | Promise<number>,
  runs: number,
): Promise<Measured> {
  const values: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const value = await subject();
    if (run > 0) values.push(value);
  }
  return summarise(values);
}

/** How long `work` takes, in milliseconds. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** How long a process takes from its start to its end, in milliseconds. @throws Error when it fails. */
export function timeProcess(
  command: string,
  args: readonly string[],
  options: SpawnSyncOptions,
): number {
  const start = performance.now();
  // What is printed may be large.
  const usual = {
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  } satisfies SpawnSyncOptions;
  const ended = spawnSync(command, args, { ...usual, ...options });
  const ms = performance.now() - start;
  if (ended.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed:\n${ended.stderr}${ended.stdout}`);
  }
  return ms;
}
