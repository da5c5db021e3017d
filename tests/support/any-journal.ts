import fc from 'fast-check';
import type { Fact, KnownEvent } from '../../src/core/journal/event.ts';
import { formatInstant, type Instant } from '../../src/core/time/instant.ts';

/** Any moment of two centuries, anywhere on earth. */
export const anyInstant: fc.Arbitrary<Instant> = fc.record({
  ms: fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) }),
  offsetMinutes: fc.integer({ min: -14 * 60, max: 14 * 60 }),
});

const token = fc.stringMatching(/^[\w.-]{1,20}$/);
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}$/);

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyGrade = fc.constantFrom('again', 'hard', 'good', 'easy');
const creditTo = (topic: fc.Arbitrary<string>) =>
  fc.record({ topic, weight: share, stated: fc.boolean() });

/** Everything that an event can say, about the given topics and events. */
function factAbout(
  topic: fc.Arbitrary<string>,
  events: fc.Arbitrary<readonly string[]>,
): fc.Arbitrary<Fact> {
  const of = <K extends Fact['kind']>(kind: K) => fc.constant(kind);
  return fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        ...(['topic-started', 'lesson-read', 'topic-skipped', 'topic-reopened'] as const),
        ...(['exercise-left-out', 'topic-put-aside'] as const),
      ),
      topic,
    }),
    fc.record({
      kind: of('topic-done'),
      topic,
      how: fc.constantFrom('mastered', 'without-exercise', 'tested-out', 'marked'),
    }),
    fc.record({
      kind: of('topic-done'),
      topic,
      how: fc.constantFrom('mastered', 'without-exercise'),
      grade: fc.constantFrom('hard', 'good'),
      credits: fc.array(creditTo(topic), { maxLength: 2 }),
    }),
    fc.record({
      kind: of('topic-reviewed'),
      topic,
      grade: anyGrade,
      recall: share,
      credits: fc.array(creditTo(topic), { maxLength: 2 }),
      recheck: fc.array(topic, { maxLength: 2 }),
      algorithm: token,
    }),
    fc.record({
      kind: of('card-reviewed'),
      ...{ topic, question: id, grade: anyGrade, recall: share, algorithm: token },
    }),
    fc.record({ kind: of('question-helped'), topic, question: id, attempt: fc.nat() }),
    fc.record({
      kind: of('exercise-checked'),
      topic,
      passed: fc.boolean(),
      failed: fc.array(fc.string(), { maxLength: 2 }),
    }),
    fc.record({ kind: of('exercise-helped'), topic, help: fc.constantFrom('hint', 'solution') }),
    fc.record({
      kind: of('question-answered'),
      topic,
      question: id,
      attempt: fc.nat(),
      result: fc.constantFrom('right', 'wrong', 'dont-know'),
      hint: fc.boolean(),
      seconds: fc.double({ min: 0, max: 1e9, noNaN: true }),
    }),
    fc.record({ kind: of('progress-reset'), scope: id, topics: fc.array(topic, { maxLength: 2 }) }),
    fc.record({ kind: fc.constantFrom('undone', 'redone'), events }),
  );
}

/** Any event at all, alone. */
export const anyEvent: fc.Arbitrary<KnownEvent> = fc
  .tuple(
    fc.record({
      v: fc.constant(1),
      id: token,
      at: anyInstant.map(formatInstant),
      device: token,
      seq: fc.nat(),
      curriculum: id,
      action: token,
    }),
    factAbout(id, fc.array(token, { maxLength: 3 })),
  )
  .map(([stamp, fact]) => ({ ...stamp, ...fact }));

const devices = ['desk', 'laptop', 'constructor'];
const mostEvents = 5;

/** Ids of events that the journal may have. */
const someEvents = fc.subarray(
  devices.flatMap((device) => Array.from({ length: mostEvents }, (_, i) => `${device}-${i + 1}`)),
  { maxLength: 3 },
);

/**
 * The journal of a learner with several devices, in the order of their files. The clocks go as they
 * like, times coincide, and events are taken back from afar. Each event is an action.
 */
export const anyJournal: fc.Arbitrary<KnownEvent[]> = fc
  .tuple(...devices.map((device) => fc.array(line(device), { maxLength: mostEvents })))
  .map((files) => files.flatMap((lines) => lines.map((build, i) => build(i + 1))));

function line(device: string): fc.Arbitrary<(seq: number) => KnownEvent> {
  // The days matter to what is remembered, the minutes to the order.
  const minute = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6e4 }));
  const curriculum = fc.constantFrom('small', 'small', 'small', 'other');
  const fact = factAbout(fc.constantFrom('one', 'two', 'constructor'), someEvents);
  return fc.tuple(minute, curriculum, fact).map(([minutes, curriculum, fact]) => (seq) => ({
    ...{ v: 1, id: `${device}-${seq}`, device, seq, curriculum, action: `action-${device}-${seq}` },
    at: formatInstant({ ms: Date.UTC(2026, 10, 23, 9, minutes), offsetMinutes: 0 }),
    ...fact,
  }));
}
