import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCurriculum } from '../../../src/core/curriculum/curriculum.ts';
import { hasErrors } from '../../../src/core/curriculum/diagnostic.ts';
import {
  checkFiles,
  type Files,
  inOneFile,
  page,
  smallest,
} from '../../support/curriculum-source.ts';
import { shippedFiles } from '../../support/shipped-files.ts';

const shipped = shippedFiles();
const texts = Object.keys(shipped).filter((name) => shipped[name] !== '');

/** One thing that a hand, a merge or a broken disk does to a text. */
type Mutation =
  | { readonly does: 'drop' | 'double' | 'swap' | 'indent' | 'cut'; readonly at: number }
  | { readonly does: 'overwrite' | 'insert'; readonly at: number; readonly text: string };

/** What YAML, the terminal or the language may trip over. */
const spice = fc.constantFrom(
  ...[
    ':',
    ': ',
    '-',
    '- ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '#',
    '&a ',
    '*a',
    '!!set ',
    '|',
    '>',
    '%',
  ],
  ...[
    '\t',
    '\r',
    '\n',
    '\n---\n',
    '\u0000',
    '\u001b[31m',
    '\ufeff',
    '\u2028',
    '\ud800',
    '😀',
    '9e99',
  ],
  ...['__proto__: ', 'constructor', '? ', '<<: ', '~', 'null', '.nan', 'true', '1', '-1', '$&'],
);

/** Places are fractions: a mutation fits every text. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ does: fc.constantFrom('drop', 'double', 'swap', 'indent', 'cut'), at: place }),
  fc.record({ does: fc.constantFrom('overwrite', 'insert'), at: place, text: spice }),
);

function mutate(text: string, change: Mutation): string {
  const at = Math.floor(change.at * text.length);
  const lines = text.split('\n');
  const line = Math.floor(change.at * lines.length);
  switch (change.does) {
    case 'overwrite':
      return text.slice(0, at) + change.text + text.slice(at + 1);
    case 'insert':
      return text.slice(0, at) + change.text + text.slice(at);
    case 'cut':
      return text.slice(0, at);
    case 'drop':
      return lines.toSpliced(line, 1).join('\n');
    case 'double':
      return lines.toSpliced(line, 0, lines[line] ?? '').join('\n');
    case 'swap':
      return lines.toSpliced(line, 2, lines[line + 1] ?? '', lines[line] ?? '').join('\n');
    case 'indent':
      return lines.with(line, `  ${lines[line]}`).join('\n');
  }
}

/** Never throws; every finding stands in its file; what has no error can be used. */
function mustHold(files: Files): void {
  const { diagnostics, compiled } = checkFiles(files);
  for (const { file, range, message } of diagnostics) {
    expect(message).not.toBe('');
    if (!range) continue;
    expect(range.text).toBe((files[file] ?? '').split(/\r?\n/)[range.line - 1]);
    expect(range.column).toBeGreaterThanOrEqual(1);
    expect(range.column).toBeLessThanOrEqual(range.text.length + 1);
    expect(range.endColumn).toBeGreaterThan(range.column);
  }
  expect(compiled === undefined).toBe(hasErrors(diagnostics));
  if (compiled) expect(() => buildCurriculum(compiled.data)).not.toThrow();
}

/** All topics at once would take half a second a run: a topic alone meets the same rules. */
function withOnly(file: string, text: string): Files {
  return { [page]: shipped[page] ?? '', [file]: text };
}

// Reported: a missing literal throws, and lines are miscounted behind a wrong indentation.
it('no mutation of the shipped curriculum throws or points outside the text', () => {
  const changes = fc.array(mutation, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...texts), changes, (file, all) => {
      mustHold(withOnly(file, all.reduce(mutate, shipped[file] ?? '')));
    }),
    { numRuns: 300 },
  );
});

it('no mutation of a small curriculum throws or points outside the text', () => {
  const text = inOneFile(smallest)[page] ?? '';
  const changes = fc.array(mutation, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(changes, (all) => {
      mustHold({ [page]: all.reduce(mutate, text) });
    }),
    { numRuns: 1000 },
  );
});

it('no value at any place of a curriculum throws', () => {
  const whole = {
    ...{ format: 1, id: 'a', title: 'A', version: '1.0.0', language: 'en', about: 'A' },
    renamed: { x: ['one'] },
    retired: ['y'],
  };
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(whole)), fc.jsonValue(), (field, value) => {
      // JSON is YAML.
      mustHold({ [page]: JSON.stringify({ ...whole, [field]: value }) });
    }),
  );
});
