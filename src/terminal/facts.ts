import type { World } from '../world.ts';

/** What the screen can do, found out once; its size is what it is now. */
export interface TerminalFacts {
  /** Somebody is there who can be asked. */
  readonly interactive: boolean;
  /** Linear output for screen readers and poor terminals: no repainting, no boxes, no colour. */
  readonly plain: boolean;
  readonly color: boolean;
  readonly unicode: boolean;
  readonly columns: number;
  readonly rows: number;
  /** stdout goes to a terminal, not to a file or a pipe. */
  readonly screen: boolean;
}

export interface TerminalWishes {
  readonly plain?: boolean | undefined;
  readonly color?: 'auto' | 'always' | 'never' | undefined;
}

/** Below this nothing can be laid out; a narrower terminal wraps by itself. */
const narrowest = 30;

export function lookAtTerminal(
  world: Pick<World, 'env' | 'stdin' | 'stdout'>,
  wishes: TerminalWishes,
): TerminalFacts {
  const { env, stdout } = world;
  const isSet = (name: string): boolean => !['', '0', 'false', undefined].includes(env[name]);
  const dumb = env['TERM'] === 'dumb';
  const plain = wishes.plain ?? (isSet('MLOPS_PATH_PLAIN') || isSet('ACCESSIBLE') || dumb);
  const screen = stdout.isTTY === true;
  return {
    interactive: screen && world.stdin.isTTY === true,
    plain,
    color: !plain && wantsColor(),
    unicode: !plain && env['TERM'] !== 'linux',
    get columns() {
      return Math.max(narrowest, stdout.columns || Number(env['COLUMNS']) || 80);
    },
    get rows() {
      return stdout.rows || 24;
    },
    screen,
  };

  function wantsColor(): boolean {
    if (wishes.color === 'always') return true;
    if (wishes.color === 'never' || env['NO_COLOR']) return false;
    if (env['FORCE_COLOR'] !== undefined) return isSet('FORCE_COLOR');
    return screen;
  }
}
