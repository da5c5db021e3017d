import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Topic } from '../core/curriculum/curriculum.ts';
import type { Fact, JournalEvent } from '../core/journal/event.ts';
import { type History, readHistory } from '../core/journal/history.ts';
import { type Answers, answersTo } from '../core/progress/answers.ts';
import { type Standing, stand } from '../core/progress/standing.ts';
import { count } from '../core/text/phrase.ts';
import { printable, printableJson } from '../core/text/printable.ts';
import type { Instant } from '../core/time/instant.ts';
import type { OpenCurriculum } from '../io/curriculum/compiled.ts';
import { locateCurriculum } from '../io/curriculum/location.ts';
import { openShipped, shippedId } from '../io/curriculum/shipped.ts';
import { type DamagedLine, JournalStore } from '../io/journal/journal-store.ts';
import type { LockOptions } from '../io/journal/lock.ts';
import { ProgressStore } from '../io/journal/progress-store.ts';
import { findPaths, type Paths } from '../io/paths.ts';
import { readSettings, type Settings } from '../io/settings.ts';
import type { Ask } from '../terminal/ask.ts';
import { lookAtTerminal, type TerminalFacts } from '../terminal/facts.ts';
import { makeTheme, type Theme } from '../terminal/theme.ts';
import type { World } from '../world.ts';
import { CurriculumError } from './curriculum-error.ts';
import { describeWrong } from './preference.ts';

/** Options that every verb understands. */
export interface GlobalOptions {
  readonly plain?: boolean | undefined;
  /** False with `--no-color`. */
  readonly color?: boolean | undefined;
  /** False with `--no-pager`. */
  readonly pager?: boolean | undefined;
  /** Whose progress it is, where several people share a machine. */
  readonly learner?: string | undefined;
  /** The id of a curriculum, or where one is. */
  readonly curriculum?: string | undefined;
}

/**
 * What one run of the program works with. Everything is opened when it is first asked for, so that a
 * verb pays only for what it uses.
 */
export class Session {
  readonly world: World;
  readonly paths: Paths;
  readonly settings: Settings;
  readonly terminal: TerminalFacts;
  readonly theme: Theme;
  readonly #options: GlobalOptions;
  readonly journal: JournalStore;
  #open: OpenCurriculum | undefined;
  #store: ProgressStore | undefined;
  #standing: Standing | undefined;
  #ask: Ask | undefined;
  #closers: (() => void)[] = [];

  static async open(world: World, options: GlobalOptions): Promise<Session> {
    const learner = options.learner ?? (world.env['MLOPS_PATH_LEARNER'] || undefined);
    const paths = findPaths(world, learner);
    const { settings, wrong } = readSettings(paths.config);
    const terminal = lookAtTerminal(world, {
      plain: options.plain ?? settings.plain,
      color: options.color === false ? 'never' : settings.color,
    });
    const theme = await makeTheme(terminal);
    const session = new Session(world, options, paths, settings, terminal, theme);
    session.say(wrong.map(describeWrong));
    return session;
  }

  private constructor(
    world: World,
    options: GlobalOptions,
    paths: Paths,
    settings: Settings,
    terminal: TerminalFacts,
    theme: Theme,
  ) {
    this.world = world;
    this.#options = options;
    this.paths = paths;
    this.settings = settings;
    this.terminal = terminal;
    this.theme = theme;
    this.journal = new JournalStore(paths, world);
  }

  now(): Instant {
    return this.world.now();
  }

  /** The product, on stdout. */
  print(lines: readonly string[]): void {
    if (lines.length > 0) this.world.stdout.write(`${lines.join('\n')}\n`);
  }

  /** A value for other programs, on stdout. `version` is the version of its shape. */
  printJson(kind: string, value: object): void {
    const document = { version: 1, kind, ...value };
    this.world.stdout.write(`${printableJson(JSON.stringify(document, null, 2))}\n`);
  }

  /** A product as it is, for a file or another program; a screen is shown what it can bear. */
  printFile(text: string): void {
    this.world.stdout.write(this.terminal.screen ? printable(text) : text);
  }

  /** The conversation, on stderr: what is not the product of a verb. */
  say(lines: readonly string[]): void {
    if (lines.length > 0) this.world.stderr.write(`${lines.join('\n')}\n`);
  }

  /** A long text: through the pager when it does not fit on the screen, and stays when it does. */
  async page(lines: readonly string[]): Promise<void> {
    const { screen, plain, rows } = this.terminal;
    const { world } = this;
    const wanted = this.#options.pager !== false && this.settings.pager !== 'never';
    if (wanted && screen && !plain && lines.length >= rows) {
      const { page } = await import('../io/programs/pager.ts');
      const text = `${lines.join('\n')}\n`;
      if (await world.lendTerminal(() => page(text, world.env, world.stop))) return;
    }
    this.print(lines);
  }

  /** `undefined` where nobody can be asked: in a pipe, in a script. */
  async askIfPossible(): Promise<Ask | undefined> {
    if (this.terminal.interactive) this.#ask ??= await this.#makeAsk();
    return this.#ask;
  }

  async #makeAsk(): Promise<Ask> {
    const { stdin, stderr, stop } = this.world;
    if (this.theme.plain) {
      const { askByLines } = await import('../terminal/ask-lines.ts');
      const ask = askByLines((lines) => this.say(lines), stdin, stop);
      this.#closers.push(() => ask.close());
      return ask;
    }
    const { askWithKeys } = await import('../terminal/ask-keys.ts');
    return askWithKeys(this.theme, { input: stdin, output: stderr, stop });
  }

  async curriculum(): Promise<OpenCurriculum> {
    this.#open ??= await this.#openCurriculum();
    return this.#open;
  }

  /** Where the curriculum in use is, this time: by option, environment or preference. */
  get location(): string {
    const wanted = this.#wanted;
    if (this.isShipped) return join(this.world.programFolder, 'curriculum', shippedId);
    return locateCurriculum(this.world.cwd, this.#known(wanted) ?? wanted);
  }

  /** The folder of the curriculum's own files; `undefined` for one that is a single file. */
  curriculumFolder(): string | undefined {
    const { location } = this;
    return statSync(location, { throwIfNoEntry: false })?.isDirectory() ? location : undefined;
  }

  /** Whether the curriculum in use is the one that ships with the program, as it was built. */
  get isShipped(): boolean {
    return this.#wanted === shippedId && this.#known(shippedId) === undefined;
  }

  async standing(): Promise<Standing> {
    const store = await this.#progress();
    const { curriculum } = await this.curriculum();
    this.#standing ??= stand(curriculum, await store.progress());
    return this.#standing;
  }

  /** What was done and undone in this curriculum, oldest first. */
  async history(): Promise<History> {
    const { curriculum } = await this.curriculum();
    return readHistory((await this.events()).filter((event) => event.curriculum === curriculum.id));
  }

  /** Every event of every curriculum, in merged order. */
  async events(): Promise<readonly JournalEvent[]> {
    return (await this.#progress()).events();
  }

  /** What was said about a topic's questions since it was last reopened or forgotten. */
  async answers(topic: Topic): Promise<Answers> {
    const store = await this.#progress();
    const { curriculum } = await this.curriculum();
    return answersTo(topic.id, store.events(), curriculum.id, store.currentIds);
  }

  /**
   * Puts facts into the journal. When it returns they are on the disk.
   * @param action what they belong to; a new one by default.
   */
  async record(facts: readonly Fact[], action?: string): Promise<Standing> {
    const store = await this.#progress();
    const { curriculum } = await this.curriculum();
    const progress = await store.append(facts, action, this.#lockOptions);
    this.#standing = stand(curriculum, progress);
    return this.#standing;
  }

  /** Keeps events that were written elsewhere. */
  async importEvents(events: readonly JournalEvent[]): Promise<void> {
    await this.journal.add(events, this.#lockOptions);
    this.#store = undefined;
    this.#standing = undefined;
  }

  /** Deletes everything that this learner did, in every curriculum. */
  async erase(): Promise<void> {
    await this.journal.erase(this.#lockOptions);
    this.#store = undefined;
    this.#standing = undefined;
  }

  close(): void {
    for (const close of this.#closers) close();
    this.#closers = [];
  }

  get #lockOptions(): LockOptions {
    const onWait = (holder: string) =>
      this.say([`Waiting for ${holder}, which is saving progress …`]);
    return { onWait, signal: this.world.stop };
  }

  async #progress(): Promise<ProgressStore> {
    const { curriculum } = await this.curriculum();
    this.#store ??= new ProgressStore(this.journal, curriculum, this.paths.learnerCache, (lines) =>
      this.say(describeDamage(lines, this.journal.folder)),
    );
    return this.#store;
  }

  async #openCurriculum(): Promise<OpenCurriculum> {
    const { programFolder, version } = this.world;
    if (this.isShipped) return openShipped(programFolder);
    const { location } = this;
    const { openFrom } = await import('../io/curriculum/store.ts');
    const opened = await openFrom(location, this.paths.cache, version);
    if (opened.ok) return opened.open;
    throw new CurriculumError(opened.diagnostics, this.#shown(location));
  }

  /** The id of a curriculum, or where one is. */
  get #wanted(): string {
    return (
      this.#options.curriculum ??
      this.world.env['MLOPS_PATH_CURRICULUM'] ??
      this.settings.curriculum ??
      shippedId
    );
  }

  /** Where a curriculum is that was chosen once. */
  #known(id: string): string | undefined {
    const { folders = {} } = this.settings;
    return Object.hasOwn(folders, id) ? folders[id] : undefined;
  }

  #shown(path: string): string {
    const near = relative(this.world.cwd, path);
    return near !== '' && !near.startsWith('..') ? near : path;
  }
}

function describeDamage(lines: readonly DamagedLine[], folder: string): string[] {
  const places = lines.map(({ file, line, reason }) => `  ${file}, line ${line}: ${reason}`);
  const were = lines.length === 1 ? 'was' : 'were';
  return [
    `${count(lines.length, 'line')} of your journal could not be read and ${were} set aside:`,
    ...places.slice(0, 5).map(printable),
    ...(places.length > 5 ? [`  and ${places.length - 5} more`] : []),
    `Everything else is used. Nothing was deleted: see damaged.log in ${printable(folder)}`,
  ];
}
