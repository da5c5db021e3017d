import { count } from '../text/phrase.ts';
import { formatFullDate } from '../time/instant.ts';
import type { Certificate } from './certificate.ts';

/** Where it comes from, and how far it can be trusted: the small print of every format. */
export function describeOrigin({ program, now, evidence }: Certificate): string[] {
  return [
    `Written by mlops-path ${program} on ${formatFullDate(now)}, from ${count(evidence.events, 'event')} of the learner's own journal (SHA-256 ${evidence.digest}).`,
    'It says what the program saw and what the learner said. Nobody else has watched; the same journal gives the same digest.',
  ];
}
