import type { Topic } from '../core/curriculum/curriculum.ts';
import type { ExerciseFile } from '../core/curriculum/schema.ts';
import { type CheckOutcome, checkedFact } from '../core/exercises/verdict.ts';
import type { Fact } from '../core/journal/event.ts';
import type { Standing } from '../core/progress/standing.ts';
import { UserError } from '../failure.ts';
import { renderPractice, renderSolution, type Solution } from '../terminal/views/practice.ts';
import { type Desk, type Left, left } from './desk.ts';

/** The learner's workbench for one exercise: files, checks, an editor. What is behind it is not ours. */
export interface Workshop {
  readonly exercise: ExerciseFile;
  readonly workspace: string;
  /** Runs the check on the files as they are now. */
  check(signal: AbortSignal): Promise<{ outcome: CheckOutcome; learnerOutput: string }>;
  /** Calls back whenever files were saved. `onFailure` says why that does not work here. */
  watch(onSave: () => void, onFailure: (reason: string) => void): Promise<Watching>;
  /** Opens the files in the learner's editor. @throws UserError when it could not be started. */
  open(): Promise<void>;
  solution(): Promise<Solution>;
}

interface Watching {
  close(): Promise<void>;
}

interface PracticeState {
  readonly outcome: CheckOutcome | undefined;
  readonly checking: boolean;
  /** What the learner's own code printed during the last check, while it is shown. */
  readonly output: string | undefined;
  readonly hints: readonly string[];
  readonly hintsLeft: number;
  /** A sentence about the last key. */
  readonly notice: string | undefined;
  /** Saving is not noticed here: the check has to be asked for. */
  readonly manual: boolean;
}

type KeyName = 'hint' | 'run' | 'open' | 'print' | 'solution' | 'leave' | 'passed' | 'failed';

/** After these the exercise is not shown again. */
const endings: ReadonlySet<KeyName> = new Set(['leave', 'passed', 'failed']);

/**
 * Checks as often as the learner saves, until it passes or they leave. One loop over keys, saved files
 * and finished checks; a new save ends the check that is still running.
 */
export async function practise(
  desk: Desk,
  workshop: Workshop,
  topic: Topic,
  start: Standing,
  action: string,
): Promise<Standing | Left> {
  const bench = new Bench(desk, workshop, topic, start, action);
  try {
    return await bench.work();
  } finally {
    await bench.close();
  }
}

class Bench {
  readonly #desk: Desk;
  readonly #workshop: Workshop;
  readonly #topic: Topic;
  readonly #action: string;
  readonly #listeners = new Set<() => void>();
  #watching: Watching | undefined;
  #state: PracticeState;
  #standing: Standing;
  #running: AbortController | undefined;
  #askedForSolution = false;
  #lastOutput = '';
  #recorded: string | undefined;
  #error: unknown;
  #end: (key: KeyName) => void = () => {};

  constructor(desk: Desk, workshop: Workshop, topic: Topic, start: Standing, action: string) {
    this.#desk = desk;
    this.#workshop = workshop;
    this.#topic = topic;
    this.#action = action;
    this.#standing = start;
    const shown = Math.min(start.of(topic)?.exercise.hints ?? 0, workshop.exercise.hints.length);
    this.#state = {
      ...{
        outcome: undefined,
        checking: false,
        output: undefined,
        notice: undefined,
        manual: false,
      },
      hints: workshop.exercise.hints.slice(0, shown),
      hintsLeft: workshop.exercise.hints.length - shown,
    };
  }

  async work(): Promise<Standing | Left> {
    this.#watching = await this.#workshop.watch(
      () => this.#check(),
      (reason) => this.#change({ manual: true, notice: `Saving is not noticed here (${reason}).` }),
    );
    this.#check();
    for (;;) {
      const ended = new Promise<KeyName>((resolve) => {
        this.#end = resolve;
      });
      this.#endIfOver();
      const key = await this.#desk.ask.live<KeyName>({
        lines: () => renderPractice(this.#workshop, this.#state, this.#desk.theme),
        onChange: (listener) => {
          this.#listeners.add(listener);
          return () => this.#listeners.delete(listener);
        },
        ended,
        isAgain: (pressed) => !endings.has(pressed),
        keys: [
          ...(this.#state.hintsLeft > 0
            ? [{ key: 'h', label: 'hint', value: 'hint' as const }]
            : []),
          { key: 'r', label: 'run now', value: 'run' },
          { key: 'o', label: 'open the files', value: 'open' },
          { key: 'p', label: 'what my code printed', value: 'print' },
          { key: 's', label: 'solution', value: 'solution' },
          { key: 'q', label: 'leave', value: 'leave' },
        ],
      });
      if (key === 'failed') throw this.#error;
      if (key === 'passed') return this.#standing;
      if (key === 'leave') return left;
      await this.#do(key);
    }
  }

  async close(): Promise<void> {
    this.#running?.abort();
    await this.#watching?.close();
  }

  /** @returns what there is to say about it. */
  async #open(): Promise<string | undefined> {
    try {
      await this.#workshop.open();
      return undefined;
    } catch (error) {
      if (error instanceof UserError) return [error.message, error.hint].join(' ');
      throw error;
    }
  }

  async #do(key: 'hint' | 'run' | 'open' | 'print' | 'solution'): Promise<void> {
    switch (key) {
      case 'run':
        this.#check();
        return;
      case 'open':
        this.#change({ notice: await this.#open() });
        return;
      case 'print': {
        const output =
          this.#lastOutput.trim() === '' ? 'Your code printed nothing.' : this.#lastOutput;
        this.#change({ output: this.#state.output === undefined ? output : undefined });
        return;
      }
      case 'hint': {
        const [next] = this.#workshop.exercise.hints.slice(this.#state.hints.length);
        if (next === undefined) return;
        await this.#help('hint');
        this.#change({
          hints: [...this.#state.hints, next],
          hintsLeft: this.#state.hintsLeft - 1,
        });
        return;
      }
      case 'solution':
        return this.#showSolution();
    }
  }

  /** Only when it is asked for a second time: looking it up is a decision. */
  async #showSolution(): Promise<void> {
    if (!this.#askedForSolution) {
      this.#askedForSolution = true;
      const notice =
        'Press s once more to see it. What you pass afterwards proves nothing to the tutor.';
      this.#change({ notice });
      return;
    }
    await this.#help('solution');
    this.#change({ notice: undefined });
    this.#desk.show(renderSolution(await this.#workshop.solution(), this.#desk.theme));
  }

  async #help(help: 'hint' | 'solution'): Promise<void> {
    await this.#record({ kind: 'exercise-helped', topic: this.#topic.id, help });
  }

  async #record(fact: Fact): Promise<void> {
    this.#standing = await this.#desk.record([fact], this.#action);
  }

  #check(): void {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#change({ checking: true, notice: undefined });
    this.#workshop
      .check(running.signal)
      .then(
        ({ outcome, learnerOutput }) => {
          if (this.#running !== running) return;
          this.#lastOutput = learnerOutput;
          return this.#settle(outcome);
        },
        (error: unknown) => {
          // A newer save has ended this check; what became of it does not matter any more.
          if (this.#running === running) this.#fail(error);
        },
      )
      .catch((error: unknown) => this.#fail(error));
  }

  /** What came out is on the disk before it is on the screen. */
  async #settle(outcome: CheckOutcome): Promise<void> {
    const fact = checkedFact(this.#topic.id, outcome);
    const result = fact?.failed.join('\n');
    if (fact && this.#recorded !== result) {
      await this.#record(fact);
      this.#recorded = result;
    }
    this.#change({ outcome, checking: false });
    this.#endIfOver();
  }

  #fail(error: unknown): void {
    this.#error = error;
    this.#endIfOver();
  }

  /** Also when a prompt begins: a check may have ended while the editor had the terminal. */
  #endIfOver(): void {
    const { outcome, checking } = this.#state;
    if (this.#error !== undefined) this.#end('failed');
    else if (!checking && outcome?.kind === 'checked' && outcome.passed) this.#end('passed');
  }

  #change(change: Partial<PracticeState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
