import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './program.ts';
import type { Results } from './results.ts';
import { judge, type Row } from './subject.ts';

/** `  next, 1,000 events      1.29 × (1.25–1.33)   must 1.5, wanted 1.3   as wanted`. */
export function renderRow(row: Row): string {
  const target = [
    ...(row.must === undefined ? [] : [`must ${row.must}`]),
    ...(row.wanted === undefined ? [] : [`wanted ${row.wanted}`]),
  ].join(', ');
  const spread = row.spread ? `(${row.spread.map(short).join('–')})` : '';
  const figure = `${short(row.value)} ${row.unit} ${spread}`;
  return `  ${row.what.padEnd(58)} ${figure.padEnd(26)} ${target.padEnd(24)} ${judge(row) ?? ''}`.trimEnd();
}

const begin = '<!-- bench -->';
const end = '<!-- /bench -->';

/** Writes every figure that has a target into the README, between its two marks. */
export function writeReadme({ machine, rows }: Results): void {
  const path = join(root, 'README.md');
  const text = readFileSync(path, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${begin} … ${end}.`);
  const lines = rows
    .filter((row) => judge(row) !== undefined)
    .map((row) => {
      const figure = `${short(row.value)} ${row.unit}`;
      return `| ${row.group} | ${row.what} | ${figure} | ${row.must ?? ''} | ${row.wanted ?? ''} | ${judge(row)} |`;
    });
  const table = [
    begin,
    `Measured on ${machine.date} with Node ${machine.node} on ${machine.cores} cores:`,
    '',
    '| | | measured | must | wanted | |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
  writeFileSync(path, text.slice(0, from) + table + text.slice(to));
}

/** Three digits that matter. */
function short(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
