import { type Decoded, decodeEvent } from '../../core/journal/codec.ts';
import { checksum, checksumText } from '../files/checksum.ts';

/**
 * A line of a journal ends with the checksum of what stands before it, so that a flipped bit is noticed
 * even where the line is still JSON: {"v":1, …,"sum":"1c291ca3"}. A line without one is accepted: it was
 * written by hand, or by another program.
 */
const seal = /,"sum":"([0-9a-f]{8})"\}$/;

/** Adds the checksum to an encoded event. */
export function sealLine(line: string): string {
  return `${line.slice(0, -1)},"sum":"${sumOf(line)}"}`;
}

export function readLine(line: string): Decoded {
  const sealed = seal.exec(line);
  if (!sealed) return decodeEvent(line);
  const body = `${line.slice(0, sealed.index)}}`;
  if (sumOf(body) !== sealed[1]) return { ok: false, reason: 'its checksum is wrong' };
  return decodeEvent(body);
}

function sumOf(text: string): string {
  return checksumText(checksum(text));
}
