import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCurriculum, type Curriculum } from '../../../src/core/curriculum/curriculum.ts';
import { chooseNext } from '../../../src/core/progress/next.ts';
import { curriculumOf } from '../../support/curriculum.ts';
import { acyclicRows, chainRows, type Rows } from '../../support/graph.ts';
import { sequenceData } from '../../support/sequence.ts';
import {
  type Happening,
  instant,
  marked,
  skipped,
  standingOf,
  started,
} from '../../support/standing.ts';

const now = instant('2026-11-23T12:00:00+01:00');
/** Fourteen days before `now`, to the millisecond, and just after that. */
const longAgo = '2026-11-09T11:00:00.000Z';
const justNotLongAgo = '2026-11-09T11:00:00.001Z';

const four = curriculumOf({ a: [], b: ['a'], c: [], d: ['c'] });

const at = (when: string, happening: Happening): Happening => ({ ...happening, at: when });
const read = (topic: string): Happening => ({ kind: 'lesson-read', topic });

describe('the rule that fires', () => {
  it.each<
    [
      what: string,
      happenings: Happening[],
      rule: string,
      topic: string | undefined,
      runnersUp: string,
    ]
  >([
    ['a new learner begins at the beginning', [], 'new', 'a', 'c'],
    ['the first topic that nothing blocks', [marked('a')], 'new', 'b', 'c'],
    ['a skipped topic blocks nothing, and is not offered', [skipped('a')], 'new', 'b', 'c'],
    ['a topic that is done ahead is passed', [marked('c')], 'new', 'a', 'd'],
    ['what is begun is finished first', [started('c')], 'resume', 'c', 'a'],
    ['also where its prerequisites are open', [started('d')], 'resume', 'd', 'a c'],
    [
      'of two begun topics the one touched last',
      [started('a'), started('c'), read('a')],
      'resume',
      'a',
      'c',
    ],
    [
      'of two touched at once the one that the author put first',
      [at('2026-11-22', started('c')), at('2026-11-22', started('a'))],
      'resume',
      'a',
      'c',
    ],
    ['what is done is not begun', [started('c'), marked('c')], 'new', 'a', 'd'],
    ['fourteen days ago is too long', [at(longAgo, started('c'))], 'new', 'a', 'c'],
    ['a little less is not', [at(justNotLongAgo, started('c'))], 'resume', 'c', 'a'],
    [
      'a touch renews it',
      [at(longAgo, started('c')), at(justNotLongAgo, read('c'))],
      'resume',
      'c',
      'a',
    ],
    [
      'an old start on a locked topic waits until it is open',
      [at(longAgo, started('b'))],
      'new',
      'a',
      'c',
    ],
    [
      'a clock that stood in the future resumes',
      [at('2027-01-01T00:00Z', started('c'))],
      'resume',
      'c',
      'a',
    ],
    [
      'nothing is left',
      [marked('a'), skipped('b'), marked('c'), marked('d')],
      'finished',
      undefined,
      '',
    ],
  ])('%s', (_, happenings, rule, topic, runnersUp) => {
    const choice = chooseNext(standingOf(four, happenings), now);
    expect(choice.rule).toBe(rule);
    expect(choice.topic?.id).toBe(topic);
    expect(choice.runnersUp.map(({ id }) => id).join(' ')).toBe(runnersUp);
  });

  it.each([1, 2, 3, 5])('names at most %i topics, the chosen one included', (limit) => {
    const many = curriculumOf(Object.fromEntries([...'abcdefgh'].map((id) => [id, []])));
    for (const happenings of [[], [started('a')], [started('h')]]) {
      const { topic, runnersUp } = chooseNext(standingOf(many, happenings), now, limit);
      expect(runnersUp).toHaveLength(limit - 1);
      expect(runnersUp).not.toContain(topic);
    }
  });
});

const named = (rows: Rows): Curriculum =>
  curriculumOf(Object.fromEntries(rows.map((row, i) => [`t${i}`, row.map((to) => `t${to}`)])));

/** Marks whatever `next` names, until it names nothing. @returns the places, in that order. */
function walk(curriculum: Curriculum, howEnded: (place: number) => 'done' | 'skipped'): number[] {
  const happenings: Happening[] = [];
  const places: number[] = [];
  for (;;) {
    const { topic } = chooseNext(standingOf(curriculum, happenings), now);
    if (!topic) return places;
    // A topic that comes twice would go on for ever.
    expect(places).not.toContain(topic.number - 1);
    places.push(topic.number - 1);
    happenings.push(howEnded(topic.number - 1) === 'done' ? marked(topic.id) : skipped(topic.id));
  }
}

describe('doing what next says', () => {
  const ends = fc.func(fc.constantFrom<'done' | 'skipped'>('done', 'skipped'));

  it("walks the author's order, wherever that is one", () => {
    const topological = acyclicRows().map((rows) =>
      rows.map((row, topic) => row.filter((other) => other < topic)),
    );
    fc.assert(
      fc.property(topological, ends, (rows, end) => {
        expect(walk(named(rows), end)).toEqual([...rows.keys()]);
      }),
    );
  });

  it('walks every topic after its prerequisites, whatever the author did', () => {
    fc.assert(
      fc.property(acyclicRows(), ends, (rows, end) => {
        const places = walk(named(rows), end);
        expect(places.toSorted((a, b) => a - b)).toEqual([...rows.keys()]);
        for (const [topic, row] of rows.entries()) {
          for (const other of row) {
            expect(places.indexOf(other)).toBeLessThan(places.indexOf(topic));
          }
        }
      }),
    );
  });

  it('answers on 100,000 topics, each requiring the next', () => {
    const topics = chainRows(100_000).map((requires, i) => {
      return { id: `t${i}`, title: `T ${i}`, hours: 1, requires };
    });
    const step = { id: 's', title: 'S', why: 'W', buildsOn: [], topics };
    const phases = [{ id: 'p', title: 'P', focus: 'F', why: 'W', steps: [step] }];
    const chain = buildCurriculum({ ...sequenceData, phases });
    expect(chooseNext(standingOf(chain, []), now).topic?.id).toBe('t99999');
    expect(chooseNext(standingOf(chain, [marked('t99999')]), now).topic?.id).toBe('t99998');
  });
});
