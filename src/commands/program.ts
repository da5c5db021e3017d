import { Command, CommanderError, Option as CommanderOption } from 'commander';
import { printable } from '../core/text/printable.ts';
import { type ExitCode, exitCode, UserError } from '../failure.ts';
import type { World } from '../world.ts';
import { entries } from './index.ts';
import type { GlobalOptions } from './session.ts';
import type { Entry, Verb } from './verb.ts';

/**
 * Reads the command line and runs one verb. The one place that knows commander. A verb is loaded only
 * when it is named: its options are declared after that.
 *
 * @throws UserError with exit code 2 for a command line that makes no sense.
 */
export async function runProgram(world: World): Promise<ExitCode> {
  let result: ExitCode = exitCode.done;
  const program = new Command('mlops-path');
  const run: Run = async (verb, words, options) => {
    const { Session } = await import('./session.ts');
    const session = await Session.open(world, program.opts<GlobalOptions>());
    try {
      result = (await verb.run(session, { words, options })) ?? exitCode.done;
    } finally {
      session.close();
    }
  };

  configure(program, world);
  program
    .description(
      'A study tutor for the terminal: from Python to production ML, one thing at a time.',
    )
    .usage('[verb] [options]')
    .version(world.version, '-V, --version', 'print the version')
    .option('--curriculum <id|folder>', 'use another curriculum this time')
    .option('--learner <name>', 'whose progress it is, where several people share a machine')
    .option('--plain', 'linear output for screen readers: no colour, no repainting')
    .option('--no-color', 'no colours (also NO_COLOR)')
    .option('--no-pager', 'print long texts without a pager')
    .addHelpText('after', `\n${footer}`)
    .argument('[verb]')
    .allowExcessArguments()
    .action(async (word: string | undefined) => {
      if (word !== undefined) throw await unknownVerb(word, entries);
      const { home } = await import('./home.ts');
      await run(home, [], {});
    });
  const words = withoutHelpVerb(world.argv);
  // Where a verb stands first, nobody will ask for the others.
  const named = entries.filter(({ name }) => name === words[0]);
  addEntries(program, named.length > 0 ? named : entries, world, run);

  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return readCommanderError(error);
    throw error;
  }
  return result;
}

const footer = `Start with         mlops-path
Your progress      stays on this machine; mlops-path status says where
More on a verb     mlops-path <verb> --help`;

type Run = (verb: Verb, words: readonly string[], options: object) => Promise<void>;

/** Makes verbs known by name; what else they are is loaded and declared when one of them is called. */
function addEntries(parent: Command, children: readonly Entry[], world: World, run: Run): void {
  for (const { name, summary, group } of children) {
    const command = configure(parent.command(name), world).summary(summary).description(summary);
    if (group) command.helpGroup(`${group}:`);
  }
  parent.hook('preSubcommand', async (_, command) => {
    const entry = children.find(({ name }) => name === command.name());
    if (!entry) return;
    const loaded = await entry.load();
    if (!('entries' in loaded)) return declare(command, loaded, run);
    addEntries(command, loaded.entries, world, run);
    command
      .argument('[verb]')
      .allowExcessArguments()
      .usage('[verb] [options]')
      .action(async (word: string | undefined) => {
        if (word !== undefined) throw await unknownVerb(word, loaded.entries, `${command.name()} `);
        command.outputHelp();
      });
  });
}

function configure(command: Command, { stdout }: World): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ sortSubcommands: false, subcommandTerm: (verb) => verb.name() })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      // Errors are thrown and printed in one place, with everything else that goes wrong.
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(stdout.columns || 80, 100),
    });
}

function declare(command: Command, verb: Verb, run: Run): void {
  if (verb.about) command.description(verb.about);
  if (verb.argument) command.argument(verb.argument, verb.argumentHelp);
  for (const { flags, help, parse } of Object.values(verb.options ?? {})) {
    const option = new CommanderOption(flags, help);
    if (parse) option.argParser(parse);
    command.addOption(option);
  }
  const examples = verb.examples.map((example) => `  mlops-path ${example}`).join('\n');
  command
    .allowExcessArguments(false)
    .addHelpText('after', `\nExamples:\n${examples}`)
    .action(async (...input: unknown[]) => {
      const [words, options] = verb.argument ? input : [[], input[0]];
      const list = words === undefined ? [] : [words].flat();
      await run(verb, list as string[], options as object);
    });
}

/** `help next` means `next --help`: commander's own help verb would not load the verb. */
function withoutHelpVerb(argv: readonly string[]): string[] {
  const [help, ...rest] = argv;
  return help === 'help' ? [...rest, '--help'] : [...argv];
}

async function unknownVerb(word: string, known: readonly Entry[], before = ''): Promise<UserError> {
  const { nearest } = await import('../core/text/nearest.ts');
  const [meant] = nearest(
    word,
    known.map(({ name }) => name),
    1,
  );
  const hint = meant
    ? `Did you mean mlops-path ${before}${meant}?`
    : `mlops-path ${before}--help lists the verbs.`;
  const message = `There is no verb "${before}${printable(word)}".`;
  return new UserError('unknown-verb', message, hint, exitCode.usage);
}

/** Help and version are no errors; everything else is a command line that makes no sense. */
function readCommanderError(error: CommanderError): ExitCode {
  if (error.exitCode === 0) return exitCode.done;
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const sentence = `${message[0]?.toUpperCase()}${message.slice(1)}.`;
  const meant = /Did you mean (.*)\?/.exec(suggestion ?? '')?.[1];
  const hint = meant ? `Did you mean ${meant}?` : 'Add --help to see what it takes.';
  throw new UserError('usage', printable(sentence), hint, exitCode.usage);
}
