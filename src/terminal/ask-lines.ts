import { createInterface } from 'node:readline';
import { Cancelled } from '../failure.ts';
import type { Ask, ChoicePrompt, Key } from './ask.ts';

/**
 * Asks line by line, for screen readers and poor terminals: numbered choices, typed as numbers.
 * Nothing is ever repainted; the terminal itself echoes what is typed.
 */
export function askByLines(
  write: (lines: readonly string[]) => void,
  input: NodeJS.ReadStream,
  stop: AbortSignal,
): Ask & { close(): void } {
  const reader = createInterface({ input, terminal: false });
  const waiting: string[] = [];
  let ended = false;
  let wake: (() => void) | undefined;
  reader.on('line', (line) => {
    waiting.push(line);
    wake?.();
  });
  reader.on('close', () => {
    ended = true;
    wake?.();
  });
  stop.addEventListener('abort', () => wake?.(), { once: true });

  const readLine = async (): Promise<string> => {
    while (waiting.length === 0) {
      stop.throwIfAborted();
      if (ended) throw new Cancelled();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return waiting.shift() ?? '';
  };

  const keyLines = (keys: readonly Key<unknown>[]): string[] =>
    keys.map(({ key, label }) => `  ${key}. ${label}`);
  const show = ({ message, choices, keys = [] }: ChoicePrompt<unknown, unknown>): void => {
    const numbered = choices.map(({ label }, i) => `  ${i + 1}. ${label}`);
    const labels = choices.map(({ label }) => label.toLowerCase());
    const more = keys.filter(({ label }) => !labels.includes(label.toLowerCase()));
    write([...(message === '' ? [] : [message]), ...numbered, ...keyLines(more)]);
  };

  return {
    async choose(prompt) {
      show(prompt);
      const [only] = prompt.choices;
      const isAlone = prompt.choices.length === 1;
      for (;;) {
        write([isAlone ? 'Press Enter:' : `Type a number from 1 to ${prompt.choices.length}:`]);
        const line = (await readLine()).trim();
        if (isAlone && only && line === '') return only.value;
        const key = prompt.keys?.find((candidate) => candidate.key === line);
        if (key) return key.value;
        const choice = prompt.choices[toIndex(line)];
        if (choice) return choice.value;
      }
    },
    async chooseSeveral(prompt) {
      show(prompt);
      for (;;) {
        write(['Type the numbers, with spaces between them:']);
        const line = (await readLine()).trim();
        const key = prompt.keys?.find((candidate) => candidate.key === line);
        if (key) return key.value;
        const places = [...new Set(line.split(/[\s,]+/).map(toIndex))].sort((a, b) => a - b);
        const chosen = places.flatMap((place) => prompt.choices[place] ?? []);
        if (chosen.length === places.length) return chosen.map(({ value }) => value);
      }
    },
    async live({ lines, onChange, ended, keys }) {
      write(lines());
      let before = lines().join('\n');
      const forget = onChange(() => {
        const now = lines().join('\n');
        if (now !== before) write(['', ...lines(), ...keyLines(keys)]);
        before = now;
      });
      try {
        write(keyLines(keys));
        for (;;) {
          const line = await Promise.race([readLine(), ended.then((value) => ({ value }))]);
          if (typeof line !== 'string') return line.value;
          const key = keys.find((candidate) => candidate.key === line.trim());
          if (key) return key.value;
          write(keyLines(keys));
        }
      } finally {
        forget();
      }
    },
    async text({ message, keys = [] }) {
      write([message, ...keyLines(keys)]);
      for (;;) {
        write(['Type your answer:']);
        const line = await readLine();
        const key = keys.find((candidate) => candidate.key === line.trim());
        if (key) return key.value;
        if (line.trim() !== '') return line;
      }
    },
    close: () => reader.close(),
  };
}

/** `2` is the second choice; anything that is no number is none. */
function toIndex(text: string): number {
  return /^\d+$/.test(text) ? Number(text) - 1 : -1;
}
