import crc32 from 'crc-32';

/**
 * So much is summed up in JavaScript. More pays for loading zlib, which is ten times as fast, but takes
 * a tenth of a bare start to load: a line or two is all that most starts have to sum up.
 */
let littleBytes = 32 * 1024;

/**
 * CRC-32, which finds every flipped bit and every cut.
 *
 * @param before the sum of what comes before `part`, where a whole is read in parts.
 */
export function checksum(part: string | Buffer, before = 0): number {
  const bytes = typeof part === 'string' ? Buffer.from(part) : part;
  littleBytes -= bytes.length;
  if (littleBytes < 0) return process.getBuiltinModule('node:zlib').crc32(bytes, before);
  return crc32.buf(bytes, before) >>> 0;
}

/** Eight digits, as files keep it. */
export function checksumText(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}
