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
  useState,
} from '@inquirer/core';
import { Cancelled } from '../failure.ts';
import type { Ask, Choice, ChoicePrompt, Key, LivePrompt, TextPrompt } from './ask.ts';
import { joinParts, wrap } from './layout.ts';
import type { Theme } from './theme.ts';

/** Asks with arrow keys and single letters. The one place that knows Inquirer. */
export function askWithKeys(
  theme: Theme,
  streams: { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream },
): Ask {
  const { output } = streams;
  const run = async <Value>(prompt: Promise<Value>): Promise<Value> => {
    try {
      return await prompt;
    } catch (error) {
      if (error instanceof ExitPromptError) throw new Cancelled();
      throw error;
    }
  };
  return {
    choose: <T, K>(prompt: ChoicePrompt<T, K>) =>
      run(choosePrompt({ prompt, theme, several: false }, streams)) as Promise<T | K>,
    chooseSeveral: <T, K>(prompt: ChoicePrompt<T, K>) =>
      run(choosePrompt({ prompt, theme, several: true }, streams)) as Promise<readonly T[] | K>,
    live: <K>(prompt: LivePrompt<K>) =>
      run(livePrompt({ prompt, theme, output }, streams)) as Promise<K>,
    text: <K>(prompt: TextPrompt<K>) =>
      run(textPrompt({ prompt, theme }, streams)) as Promise<string | K>,
  };
}

interface ChooseConfig {
  readonly prompt: ChoicePrompt<unknown, unknown>;
  readonly theme: Theme;
  readonly several: boolean;
}

const choosePrompt = createPrompt<unknown, ChooseConfig>(({ prompt, theme, several }, done) => {
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
    return [message, keyLine(theme, [['enter', firstLine(only).toLowerCase()], ...shown(keys)])];
  }

  const page = usePagination({
    items: choices,
    active,
    pageSize: 12,
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
  const help = keyLine(theme, [...ways, ...shown(keys)]);
  return `${message === '' ? '' : `${message}\n`}${page}\n${help}`;
});

interface LiveConfig {
  readonly prompt: LivePrompt<unknown>;
  readonly theme: Theme;
  readonly output: NodeJS.WriteStream;
}

const livePrompt = createPrompt<unknown, LiveConfig>(({ prompt, theme, output }, done) => {
  const [shown, setShown] = useState(prompt.lines());
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    void prompt.ended.then((value) => {
      setIsDone(true);
      done(value);
    });
    return prompt.onChange(() => setShown(prompt.lines()));
  }, []);
  useKeypress((event, line) => {
    line.clearLine(0);
    const pressed = prompt.keys.find(({ key }) => key === event.name || key === sequenceOf(event));
    if (!pressed) return;
    setIsDone(true);
    done(pressed.value);
  });
  if (isDone) return shown.join('\n');
  const help = keyLine(
    theme,
    prompt.keys.map(({ key, label }) => [key, label]),
  );
  // What does not fit on the screen cannot be repainted; its beginning says the most.
  const room = Math.max(4, (output.rows || 24) - help.split('\n').length - 2);
  return `${shown.slice(0, room).join('\n')}\n\n${help}`;
});

const textPrompt = createPrompt<unknown, { prompt: TextPrompt<unknown>; theme: Theme }>(
  ({ prompt, theme }, done) => {
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
    const line = ` ${theme.strong(message)} ${isDone ? theme.accent(typed) : typed}`;
    if (isDone) return line;
    return [line, keyLine(theme, [['enter', 'answer'], ...shown(keys)], 'or only')];
  },
);

type KeyHelp = readonly [key: string, label: string];

function shown(keys: readonly Key<unknown>[]): KeyHelp[] {
  return keys.map(({ key, label }) => [key, label]);
}

/** `? hint · i I don't know · q leave`: what the keys do stands on the screen, always. */
function keyLine(theme: Theme, keys: readonly KeyHelp[], second = ''): string {
  const parts = keys.map(([key, label], i) => {
    const before = i === 1 && second !== '' ? theme.dim(`${second} `) : '';
    return `${before}${theme.strong(key)} ${theme.dim(label)}`;
  });
  const separator = theme.dim(` ${theme.symbols.dot} `);
  return joinParts(parts, separator, theme.width, ' ').join('\n');
}

function firstLine(choice: Choice<unknown> | undefined): string {
  return choice?.label.split('\n', 1)[0] ?? '';
}

function sequenceOf(event: object): string | undefined {
  const sequence: unknown = Reflect.get(event, 'sequence');
  return typeof sequence === 'string' ? sequence : undefined;
}
