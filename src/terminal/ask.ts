/** How a conversation asks. One interface, two ways of asking: with keys, and line by line. */
export interface Ask {
  /** One of several. A key of `keys` may be pressed instead. */
  choose<T, K = never>(prompt: ChoicePrompt<T, K>): Promise<T | K>;
  /** Any number of several, in the order in which they stand. */
  chooseSeveral<T, K = never>(prompt: ChoicePrompt<T, K>): Promise<readonly T[] | K>;
  /** Shows lines that change by themselves, until one of the keys is pressed. */
  live<K>(prompt: LivePrompt<K>): Promise<K>;
  /** A line of text. A key of `keys`, typed alone, counts as that key. */
  text<K = never>(prompt: TextPrompt<K>): Promise<string | K>;
}

export interface ChoicePrompt<T, K> {
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  readonly keys?: readonly Key<K>[];
}

export interface Choice<T> {
  readonly value: T;
  /** May hold colours, and several lines. */
  readonly label: string;
}

export interface TextPrompt<K> {
  readonly message: string;
  readonly keys?: readonly Key<K>[];
}

export interface LivePrompt<K> {
  /** What is to be seen now. */
  lines(): readonly string[];
  /** Calls `listener` whenever the lines have changed. @returns what ends that. */
  onChange(listener: () => void): () => void;
  /** Ends it without a key, with this value. Never rejects. */
  readonly ended: Promise<K>;
  readonly keys: readonly Key<K>[];
  /** Whether it is asked again after such a key: then nothing of it stays on the screen. */
  isAgain(value: K): boolean;
}

export interface Key<K> {
  /** A single character. */
  readonly key: string;
  readonly label: string;
  readonly value: K;
}

export async function confirm(ask: Ask, message: string, fallback: boolean): Promise<boolean> {
  const yes = { value: true, label: 'Yes' };
  const no = { value: false, label: 'No' };
  return ask.choose<boolean, boolean>({
    message,
    choices: fallback ? [yes, no] : [no, yes],
    keys: [
      { key: 'y', label: 'yes', value: true },
      { key: 'n', label: 'no', value: false },
    ],
  });
}
