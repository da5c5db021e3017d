import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';
import { count } from '../core/text/phrase.ts';
import { printable } from '../core/text/printable.ts';
import { formatInstant } from '../core/time/instant.ts';
import {
  archiveFormat,
  decodeArchive,
  encodeArchive,
  newEvents,
} from '../core/transfer/archive.ts';
import { columns, tabulate } from '../core/transfer/table.ts';
import { UserError } from '../failure.ts';
import { storageError } from '../io/files/storage-error.ts';
import { readLine } from '../io/journal/line.ts';
import { changeSettings, siftSettings } from '../io/settings.ts';
import { oneOf } from './option.ts';
import { writeOutput, writeProduct } from './output.ts';
import { describeWrong } from './preference.ts';
import type { Session } from './session.ts';
import { defineVerb, jsonOption } from './verb.ts';

const format = oneOf('format', ['jsonl', 'csv']);

export const exportProgress = defineVerb({
  options: {
    output: { flags: '-o, --output <file>', help: 'write it to a file', parse: String },
    format: {
      flags: '--format <format>',
      help: 'jsonl, which import reads, or csv for other programs',
      parse: format,
    },
    settings: { flags: '--settings', help: 'with the preferences of this machine, but for trust' },
  },
  about:
    'Everything you did, in every curriculum, in one file. Import it on another machine; both stay complete.',
  examples: ['export --output progress.jsonl', 'export --format csv > reviews.csv'],

  async run(session, { options }) {
    const events = await session.events();
    const exported =
      options.format === 'csv'
        ? await csv(events)
        : archive(session, events, options.settings === true);
    const what = `Your export of ${count(events.length, 'event')}`;
    writeOutput(session, exported, options.output, what);
    return undefined;
  },
});

export const importProgress = defineVerb({
  argument: '<file>',
  argumentHelp: 'what export wrote, or a journal file; - for standard input',
  options: {
    dryRun: { flags: '--dry-run', help: 'only say what would come in' },
    settings: { flags: '--settings', help: 'take over the preferences in it as well' },
    json: jsonOption,
  },
  about:
    'Merges what was exported elsewhere into your progress. As often as you like and in any order: what is there already is not taken twice.',
  examples: ['import progress.jsonl', 'import progress.jsonl --dry-run'],

  async run(session, { words: [file = ''], options }) {
    const read = decodeArchive(await readText(session, file), readLine);
    if (!read.ok) throw refusal(read, file);
    const { events, settings, unreadable } = read.archive;
    const fresh = newEvents(await session.events(), events);
    if (!options.dryRun && fresh.length > 0) await session.importEvents(fresh);
    if (!options.dryRun && options.settings && settings) await takeOver(session, settings);

    const known = events.length - fresh.length;
    if (options.json) {
      const dryRun = options.dryRun === true;
      session.printJson('imported', { new: fresh.length, known, unreadable, dryRun });
      return undefined;
    }
    const would = options.dryRun ? 'would be ' : '';
    session.print([`${count(fresh.length, 'event')} ${would}new, ${known} known already.`]);
    if (unreadable.length > 0) {
      const places = unreadable.slice(0, 5).join(', ');
      const were = unreadable.length === 1 ? 'was' : 'were';
      session.say([
        `${count(unreadable.length, 'line')} could not be read (${places}) and ${were} left out.`,
      ]);
    }
    if (!options.dryRun && settings && !options.settings) {
      session.say(['It also holds preferences; take them over with --settings.']);
    }
    return undefined;
  },
});

/** A dated export beside the journal, for whoever is about to delete it. */
export async function leaveExport(session: Session): Promise<string> {
  const day = formatInstant(session.now()).slice(0, 19).replaceAll(':', '-');
  const path = resolve(session.paths.data, 'exports', `${day}.jsonl`);
  writeProduct(path, archive(session, await session.events(), false));
  return path;
}

function archive(
  session: Session,
  events: Awaited<ReturnType<Session['events']>>,
  withSettings: boolean,
): string {
  const { settings, world } = session;
  return encodeArchive(events, {
    at: formatInstant(session.now()),
    program: world.version,
    ...(withSettings && { settings: withoutTrust({ ...settings }) }),
  });
}

async function takeOver(
  session: Session,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { settings, wrong } = siftSettings(withoutTrust(values));
  await changeSettings(session.paths.config, settings);
  session.say(wrong.map(describeWrong));
}

/** What may run is decided on each machine anew. */
function withoutTrust({
  trusted: _,
  ...others
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return others;
}

async function csv(events: Awaited<ReturnType<Session['events']>>): Promise<string> {
  const { toCsv } = await import('../io/files/csv.ts');
  return toCsv(columns, tabulate(events));
}

async function readText({ world }: Session, file: string): Promise<string> {
  if (file === '-') return text(addAbortSignal(world.stop, world.stdin));
  const path = resolve(world.cwd, file);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw storageError(error, 'read', path);
  }
}

function refusal(
  read: Exclude<ReturnType<typeof decodeArchive>, { ok: true }>,
  file: string,
): UserError {
  const name = printable(file);
  if (read.reason === 'newer') {
    return new UserError(
      'newer-export',
      `${name} is written in format ${read.format}; this version reads format ${archiveFormat}.`,
      `Install the version that reads it: npm install -g mlops-path@${read.format}`,
    );
  }
  const hint = 'Make one with mlops-path export --output progress.jsonl on the other machine.';
  return new UserError('no-export', `${name} is no export of mlops-path.`, hint);
}
