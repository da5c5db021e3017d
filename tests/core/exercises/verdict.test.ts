import { describe, expect, it } from 'vitest';
import { type Ended, judge, notRun, type TapReport } from '../../../src/core/exercises/verdict.ts';

const point = (ok: boolean, notes: Record<string, unknown> = {}) => ({
  ok,
  what: 'it adds',
  notes,
});

function outcome(
  report: Partial<TapReport>,
  ended: Ended = { kind: 'exited', status: 0 },
  said = '',
) {
  const whole = { points: [point(true)], bailout: undefined, problems: [], ...report };
  return judge({ ended, report: whole, said });
}

describe('judge', () => {
  it('passes when everything was right', () => {
    expect(outcome({})).toEqual({
      kind: 'checked',
      passed: true,
      lines: [{ ok: true, what: 'it adds' }],
    });
  });

  it('does not pass when one line is not right, whatever the status says', () => {
    const report = { points: [point(true), point(false)] };
    for (const status of [0, 1]) {
      expect(outcome(report, { kind: 'exited', status })).toMatchObject({
        kind: 'checked',
        passed: false,
      });
    }
  });

  it.each<[string, Partial<TapReport>, Ended, string]>([
    ['no-tap', { points: [] }, { kind: 'exited', status: 0 }, ''],
    ['bad-plan', { problems: ['no plan'] }, { kind: 'exited', status: 0 }, ''],
    ['bailed-out', { bailout: '' }, { kind: 'exited', status: 1 }, 'KeyError: 3'],
    ['crashed', {}, { kind: 'exited', status: 3 }, ''],
    ['killed', {}, { kind: 'killed', signal: 'SIGSEGV' }, ''],
    [
      'out-of-memory',
      { bailout: 'MemoryError' },
      { kind: 'exited', status: 1 },
      'a\nMemoryError\n',
    ],
    ['timed-out', {}, { kind: 'stopped', reason: 'timed-out', detail: 'It took long.' }, ''],
  ])('calls it %s', (reason, report, ended, said) => {
    const judged = outcome(report, ended, said);
    expect(judged).toMatchObject({ kind: 'broken', reason, detail: expect.stringMatching(/\.|:/) });
  });

  it('says what was expected and what came', () => {
    const notes = { expected: ['b07', 3.9], came: 'nothing', hint: 'float() does it.' };
    expect(outcome({ points: [point(false, notes)] })).toMatchObject({
      lines: [{ expected: '[ "b07", 3.9 ]', came: 'nothing', hint: 'float() does it.' }],
    });
  });

  it('tells the number 3 from the text 3', () => {
    expect(outcome({ points: [point(false, { expected: 3, came: '3' })] })).toMatchObject({
      lines: [{ expected: '3', came: '"3"' }],
    });
  });

  it('survives a value that holds itself', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    const judged = outcome({ points: [point(false, { came: circle })] });
    expect(judged).toMatchObject({ lines: [{ came: 'a value that holds itself' }] });
  });

  it('makes texts printable and short', () => {
    const notes = { came: `\u001b[2J${'x'.repeat(5000)}` };
    const judged = outcome({ points: [{ ok: false, what: 'a\nb\u001b', notes }] });
    expect(judged.lines[0]).toMatchObject({
      what: 'a b␛',
      came: expect.stringMatching(/^␛\[2Jx+…$/),
    });
    expect(judged.lines[0]?.came).toHaveLength(2000);
    expect(notRun('missing-program', '\u001b')).toMatchObject({ detail: '␛' });
  });
});
