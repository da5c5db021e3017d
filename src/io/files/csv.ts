import { stringify } from 'csv-stringify/sync';

/** A table with a header line, as spreadsheets read it. Nothing in it is taken for a formula. */
export function toCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): string {
  return stringify(rows as Record<string, string>[], {
    columns: [...columns],
    header: true,
    escape_formulas: true,
  });
}
