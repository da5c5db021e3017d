import { describe, expect, it } from 'vitest';
import { lookAtTerminal, type TerminalWishes } from '../../src/terminal/facts.ts';

type Env = Readonly<Record<string, string>>;

function look(env: Env, wishes: TerminalWishes = {}, isTTY = true) {
  const stream = { isTTY, columns: 80, rows: 24 };
  // Of the streams only what is asked for here.
  const streams = { stdin: stream, stdout: stream } as unknown as Parameters<
    typeof lookAtTerminal
  >[0];
  return lookAtTerminal({ ...streams, env }, wishes);
}

describe('colours, the strongest wish first', () => {
  it.each<[string, Env, TerminalWishes, boolean, boolean]>([
    ['a terminal', {}, {}, true, true],
    ['a pipe', {}, {}, false, false],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, {}, false, true],
    ['FORCE_COLOR, empty', { FORCE_COLOR: '' }, {}, true, false],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, {}, true, false],
    ['NO_COLOR', { NO_COLOR: '1' }, {}, true, false],
    ['NO_COLOR, empty, is not set', { NO_COLOR: '' }, {}, true, true],
    ['NO_COLOR before FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, {}, true, false],
    ['--no-color before FORCE_COLOR', { FORCE_COLOR: '1' }, { color: 'never' }, true, false],
    ['color always before NO_COLOR', { NO_COLOR: '1' }, { color: 'always' }, false, true],
    [
      '--plain before everything',
      { FORCE_COLOR: '1' },
      { color: 'always', plain: true },
      true,
      false,
    ],
    ['TERM=dumb before FORCE_COLOR', { TERM: 'dumb', FORCE_COLOR: '1' }, {}, true, false],
  ])('%s', (_, env, wishes, isTTY, color) => {
    expect(look(env, wishes, isTTY).color).toBe(color);
  });
});

describe('plain output', () => {
  it.each<[string, Env, TerminalWishes, boolean]>([
    ['by itself', {}, {}, false],
    ['--plain', {}, { plain: true }, true],
    ['MLOPS_PATH_PLAIN', { MLOPS_PATH_PLAIN: '1' }, {}, true],
    ['MLOPS_PATH_PLAIN=0', { MLOPS_PATH_PLAIN: '0' }, {}, false],
    ['ACCESSIBLE', { ACCESSIBLE: '1' }, {}, true],
    ['TERM=dumb', { TERM: 'dumb' }, {}, true],
    ['a preference against TERM=dumb', { TERM: 'dumb' }, { plain: false }, false],
  ])('%s', (_, env, wishes, plain) => {
    expect(look(env, wishes)).toMatchObject({ plain, unicode: !plain });
  });
});

describe('the size', () => {
  it('is what the terminal has now', () => {
    const stdout = { isTTY: true, columns: 80, rows: 24 };
    const streams = { stdin: stdout, stdout } as unknown as Parameters<typeof lookAtTerminal>[0];
    const facts = lookAtTerminal({ ...streams, env: {} }, {});
    stdout.columns = 50;
    stdout.rows = 10;
    expect(facts).toMatchObject({ columns: 50, rows: 10 });
    stdout.columns = 5;
    expect(facts.columns).toBe(30);
  });
});
