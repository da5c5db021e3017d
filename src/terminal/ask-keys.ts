import {
  createPrompt,
  ExitPromptError,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  useEffect,
  useKeypress,
  usePagination,
  useRef,
  useState,
} from '@inquirer/core';
import { printable } from '../core/text/printable.ts';
import { Cancelled } from '../failure.ts';
import type { Ask, Choice, ChoicePrompt, LivePrompt, TextPrompt } from './ask.ts';
import { helpOf, keyLine } from './key-line.ts';
import { wrap } from './layout.ts';
import { emptyLine, eraseSurplus, type Frame, makeRoom, takeBack } from './repaint.ts';
import type { Theme } from './theme.ts';

/** Asks with arrow keys and single letters. The one place that knows Inquirer. */
export function askWithKeys(
  theme: Theme,
  streams: {
    readonly input: NodeJS.ReadStream;
    readonly output: NodeJS.WriteStream;
    /** Takes the prompt back; its reason is what is thrown. */
    readonly stop: AbortSignal;
  },
): Ask {
  const { output } = streams;
  const run = async <Value, Config extends Common>(
    prompt: (config: Config, context: object) => Promise<Value>,
    config: Omit<Config, keyof Common>,
  ): Promise<Value> => {
    const closed = new AbortController();
    const signal = AbortSignal.any([streams.stop, closed.signal]);
    const common: Common = { theme, output, onClose: () => closed.abort(new Cancelled()) };
    // What was typed before there was a prompt answers nothing: Inquirer drops what it can read before it
    // paints. It only waits until the loop of Node turns, and only from here that reading comes first.
    await new Promise((resolve) => setImmediate(resolve));
    // The terminal itself has echoed it.
    output.write('\r\u001b[K');
    try {
      return await prompt({ ...config, ...common } as Config, { ...streams, signal });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ExitPromptError) throw new Cancelled();
      throw error;
    }
  };
  return {
    choose: <T, K>(prompt: ChoicePrompt<T, K>) =>
      run(choosePrompt, { prompt, several: false }) as Promise<T | K>,
    chooseSeveral: <T, K>(prompt: ChoicePrompt<T, K>) =>
      run(choosePrompt, { prompt, several: true }) as Promise<readonly T[] | K>,
    live: async <K>(prompt: LivePrompt<K>) => {
      const value = (await run(livePrompt, { prompt })) as K;
      if (prompt.isAgain(value)) output.write(takeBack);
      return value;
    },
    text: <K>(prompt: TextPrompt<K>) => run(textPrompt, { prompt }) as Promise<string | K>,
  };
}

interface Common {
  readonly theme: Theme;
  readonly output: NodeJS.WriteStream;
  /** The input has ended, or Ctrl+D was pressed. */
  readonly onClose: () => void;
}

/** A prompt that is whole again after the terminal was resized, or came back from the background. */
function makePrompt<Value, Config extends Common>(
  view: (config: Config, done: (value: Value) => void) => string,
) {
  return createPrompt<Value, Config>((config, done) => {
    const { output, onClose } = config;
    const frame = useRef<Frame>({ text: '', columns: output.columns });
    const turns = useRef(0);
    const [, setTurn] = useState(0);
    useEffect((rl) => {
      rl.clearLine(0);
      // Of Node's readline, and not in Inquirer's type: Ctrl+D may have come before anybody listened.
      if (Reflect.get(rl, 'closed') === true) onClose();
      const repaint = (prelude: string): void => {
        output.write(prelude);
        setTurn(++turns.current);
      };
      const onResize = () => repaint(eraseSurplus(frame.current, output.columns));
      const onReturn = (): void => {
        rl.resume();
        repaint(makeRoom(frame.current));
      };
      output.on('resize', onResize);
      rl.on('SIGCONT', onReturn);
      rl.on('close', onClose);
      return () => {
        output.off('resize', onResize);
        rl.removeListener('SIGCONT', onReturn);
        rl.removeListener('close', onClose);
      };
    }, []);
    const text = view(config, done);
    frame.current = { text, columns: output.columns };
    return text;
  });
}

/** The cursor stands on a line of its own: terminals do not agree on how a line with it is wrapped. */
const cursorLine = '\n ';

interface ChooseConfig extends Common {
  readonly prompt: ChoicePrompt<unknown, unknown>;
  readonly several: boolean;
}

const choosePrompt = makePrompt<unknown, ChooseConfig>((config, done) => {
  const { prompt, theme, several, output } = config;
  const { choices, keys = [] } = prompt;
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [answer, setAnswer] = useState<string | undefined>(undefined);

  const finish = (label: string, value: unknown): void => {
    setAnswer(label);
    done(value);
  };
  const toggle = (i: number): void => {
    setPicked(picked.includes(i) ? picked.filter((other) => other !== i) : [...picked, i]);
  };

  useKeypress((event, line) => {
    line.clearLine(0);
    const pressed = keys.find(({ key }) => key === (event.name ?? '') || key === sequenceOf(event));
    const number = Number(event.name) - 1;
    if (isEnterKey(event)) {
      const chosen = several ? picked.toSorted((a, b) => a - b) : [active];
      const values = chosen.map((i) => choices[i]?.value);
      const labels = chosen.map((i) => firstLine(choices[i]));
      finish(labels.join(', ') || 'none', several ? values : values[0]);
    } else if (isUpKey(event) || isDownKey(event)) {
      const step = isUpKey(event) ? -1 : 1;
      setActive((active + step + choices.length) % choices.length);
    } else if (several && isSpaceKey(event)) toggle(active);
    else if (pressed) finish(pressed.label, pressed.value);
    else if (number >= 0 && number < choices.length) {
      setActive(number);
      if (several) toggle(number);
    }
  });

  const strong = theme.strong(prompt.message);
  // The answer stays on the screen; choices and keys have done their work.
  if (answer !== undefined) {
    const given = theme.accent(`${theme.symbols.pointer} ${answer}`);
    return wrap(`${strong} ${given}`, theme.width, ' ').join('\n');
  }
  const message = wrap(strong, theme.width, ' ').join('\n');
  const [only] = choices;
  if (choices.length === 1 && only) {
    const help = keyLine(theme, [['enter', firstLine(only).toLowerCase()], ...helpOf(keys)]);
    return `${message === '' ? '' : `${message}\n`}${help}${cursorLine}`;
  }

  const page = usePagination({
    items: choices,
    active,
    // What is higher than the screen cannot be repainted.
    pageSize: Math.max(3, Math.min(12, output.rows - 6)),
    loop: false,
    renderItem: ({ item, index, isActive }) => {
      const pointer = isActive ? theme.accent(theme.symbols.pointer) : ' ';
      const box = theme.symbols[picked.includes(index) ? 'checked' : 'unchecked'];
      const first = several ? ` ${pointer} ${box} ` : ` ${pointer} `;
      const indent = several ? ' '.repeat(5 + (box.length > 1 ? 2 : 0)) : '   ';
      const lines = wrap(item.label, theme.width, indent, first);
      return lines.map((text) => (isActive ? theme.strong(text) : text)).join('\n');
    },
  });
  const ways = several
    ? [['space', 'choose'] as const, ['enter', 'confirm'] as const]
    : [['arrows', 'move'] as const, ['enter', 'choose'] as const];
  const help = keyLine(theme, [...ways, ...helpOf(keys)]);
  return `${message === '' ? '' : `${message}\n`}${page}\n${help}${cursorLine}`;
});

interface LiveConfig extends Common {
  readonly prompt: LivePrompt<unknown>;
}

const livePrompt = makePrompt<unknown, LiveConfig>(({ prompt, theme, output }, done) => {
  const changes = useRef(0);
  const [, setChange] = useState(0);
  const [end, setEnd] = useState<'open' | 'shown' | 'gone'>('open');
  useEffect(() => {
    void prompt.ended.then((value) => {
      setEnd('shown');
      done(value);
    });
    return prompt.onChange(() => setChange(++changes.current));
  }, []);
  useKeypress((event, line) => {
    line.clearLine(0);
    const pressed = prompt.keys.find(({ key }) => key === event.name || key === sequenceOf(event));
    if (!pressed) return;
    setEnd(prompt.isAgain(pressed.value) ? 'gone' : 'shown');
    done(pressed.value);
  });
  if (end === 'gone') return emptyLine;
  const lines = prompt.lines();
  if (end === 'shown') return lines.join('\n');
  const help = keyLine(theme, helpOf(prompt.keys));
  // What does not fit on the screen cannot be repainted; its beginning says the most.
  const room = Math.max(4, (output.rows || 24) - help.split('\n').length - 3);
  return `${lines.slice(0, room).join('\n')}\n\n${help}${cursorLine}`;
});

interface TextConfig extends Common {
  readonly prompt: TextPrompt<unknown>;
}

const textPrompt = makePrompt<unknown, TextConfig>(({ prompt, theme }, done) => {
  const { message, keys = [] } = prompt;
  const [typed, setTyped] = useState('');
  const [isDone, setIsDone] = useState(false);
  useKeypress((event, line) => {
    if (!isEnterKey(event)) {
      setTyped(isBackspaceKey(event) && line.line === '' ? '' : line.line);
      return;
    }
    const key = keys.find((candidate) => candidate.key === typed.trim());
    if (typed.trim() === '') return;
    setIsDone(true);
    done(key ? key.value : typed);
  });
  // What was pasted may hold anything; its picture is as long as it is.
  const seen = printable(typed);
  const line = ` ${theme.strong(message)} ${isDone ? theme.accent(seen) : seen}`;
  if (isDone) return line;
  // Above it: what stands below a cursor moves it, in some terminals, when they are resized.
  return `${keyLine(theme, [['enter', 'answer'], ...helpOf(keys)], 'or only')}\n${line}`;
});

function firstLine(choice: Choice<unknown> | undefined): string {
  return choice?.label.split('\n', 1)[0] ?? '';
}

function sequenceOf(event: object): string | undefined {
  const sequence: unknown = Reflect.get(event, 'sequence');
  return typeof sequence === 'string' ? sequence : undefined;
}
