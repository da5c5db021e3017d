import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseCommand } from '../../../src/core/questions/normalise.ts';

/** Case kept, as it must be where -v and -V are different things. */
const command = (text: string) => normaliseCommand(text, true);

describe('a command', () => {
  const word = fc.stringMatching(/^[a-z]{1,5}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 3 });
  const flags = fc.uniqueArray(fc.constantFrom('-a', '-b', '-C', '--depth', '--x-y'));

  it('does not mind the order of flags that belong to different words', () => {
    const given = flags.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(words, given, (head, [all, other]) => {
        const line = (order: readonly string[]) =>
          [...head, ...order.map((flag) => `${flag} of${flag}`)].join(' ');
        expect(command(line(other))).toBe(command(line(all)));
      }),
    );
  });

  it('never takes the value of one flag for that of another', () => {
    fc.assert(
      fc.property(words, word, word, (head, a, b) => {
        fc.pre(a !== b);
        const [line, swapped] = [[a, b] as const, [b, a] as const].map(([x, y]) =>
          [...head, '-x', x, '--yes', y].join(' '),
        );
        expect(command(line ?? '')).not.toBe(command(swapped ?? ''));
      }),
    );
  });

  it('never forgives the order of words that are no flags', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2 }), (line) => {
        const other = [...line.slice(1), ...line.slice(0, 1)];
        expect(command(other.join(' '))).not.toBe(command(line.join(' ')));
      }),
    );
  });
});
