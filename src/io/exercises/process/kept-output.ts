import type { Readable } from 'node:stream';
import { count } from '../../../core/text/phrase.ts';

/** Keeps the first `most` bytes of a stream; calls `flood` once `bearable` are passed. */
export function collect(
  stream: Readable,
  most: number,
  bearable: number,
  flood: () => void,
): () => string {
  const chunks: Buffer[] = [];
  let kept = 0;
  let seen = 0;
  stream.on('error', () => {});
  stream.on('data', (data: Buffer) => {
    seen += data.length;
    const part = data.subarray(0, most - kept);
    kept += part.length;
    if (part.length > 0) chunks.push(part);
    if (seen > bearable) flood();
  });
  return () => {
    const text = Buffer.concat(chunks).toString('utf8').replaceAll('\r\n', '\n');
    return seen > kept ? `${text}\n… and ${count(seen - kept, 'byte')} more` : text;
  };
}
