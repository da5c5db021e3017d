import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { root } from './program.ts';
import type { Row } from './subject.ts';
import { subjects } from './subjects.ts';

export interface Results {
  readonly machine: Machine;
  readonly rows: readonly (Row & { readonly group: string })[];
}

interface Machine {
  readonly date: string;
  readonly node: string;
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
}

const path = join(root, 'bench', 'results.json');

/** Puts the rows of one group in the place of its earlier ones; those of other groups stay. */
export function keepResults(group: string, rows: readonly Row[]): Results {
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results).rows : [];
  const order = Object.keys(subjects);
  const all = [
    ...known.filter((row) => row.group !== group),
    ...rows.map((row) => ({ group, ...row })),
  ]
    .filter((row) => order.includes(row.group))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
  const results: Results = { machine: thisMachine(), rows: all.map(rounded) };
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  return results;
}

function thisMachine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
  };
}

/** More digits than were measured would only make every run differ from the last. */
function rounded<R extends Row>(row: R): R {
  const round = (value: number) => Number(value.toPrecision(3));
  const { value, spread } = row;
  return {
    ...row,
    value: round(value),
    ...(spread && { spread: [round(spread[0]), round(spread[1])] }),
  };
}
