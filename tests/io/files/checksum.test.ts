import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checksum, checksumText } from '../../../src/io/files/checksum.ts';

it('is CRC-32, whoever sums up, in one part or in many', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 500 }), { maxLength: 20 });
  fc.assert(
    fc.property(texts, (parts) => {
      const whole = parts.join('');
      const inParts = parts.reduce((sum, part) => checksum(Buffer.from(part), sum), 0);
      expect(checksum(whole)).toBe(crc32(whole));
      expect(inParts).toBe(crc32(whole));
    }),
  );
});

it.each([
  ['', '00000000'],
  ['123456789', 'cbf43926'],
])('%j is %s', (text, sum) => {
  expect(checksumText(checksum(text))).toBe(sum);
});
