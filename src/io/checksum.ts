/**
 * CRC-32, which finds every flipped bit and every cut.
 *
 * @param before the sum of what comes before `part`, where a whole is read in parts.
 */
export function checksum(part: string | Buffer, before = 0): number {
  // Loaded at the first use: most starts have nothing to sum up.
  return process.getBuiltinModule('node:zlib').crc32(part, before);
}

/** Eight digits, as files keep it. */
export function checksumText(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}
