import { keepResults } from './results.ts';
import { judge } from './subject.ts';
import { subjects } from './subjects.ts';
import { renderRow, writeReadme } from './table.ts';

/** Measures the groups that are named, or all of them: `npm run bench start-up memory`. */
const named = process.argv.slice(2);
const unknown = named.filter((group) => !Object.hasOwn(subjects, group));
if (unknown.length > 0) {
  const known = Object.keys(subjects).join(', ');
  process.stderr.write(`There is no group ${unknown.join(', ')}. There are ${known}.\n`);
  process.exit(2);
}

let missed = 0;
for (const [group, load] of Object.entries(subjects)) {
  if (named.length > 0 && !named.includes(group)) continue;
  const subject = await load();
  process.stdout.write(`\n${group}: ${subject.summary}\n`);
  const rows = await subject.measure(tell);
  for (const row of rows) process.stdout.write(`${renderRow(row)}\n`);
  missed += rows.filter((row) => judge(row) === 'missed').length;
  // After each group, so that an interrupted run keeps what it has.
  writeReadme(keepResults(group, rows));
}
process.stdout.write(`\n${missed === 0 ? 'No target was missed.' : `${missed} targets missed.`}\n`);

function tell(what: string): void {
  process.stderr.write(`  … ${what}\n`);
}
