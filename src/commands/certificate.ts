import { createHash } from 'node:crypto';
import { buildCertificate, type Evidence } from '../core/certificate/certificate.ts';
import { evidenceFor } from '../core/certificate/evidence.ts';
import { formats } from '../core/certificate/formats/index.ts';
import { scopeItem } from '../core/curriculum/find.ts';
import { printable } from '../core/text/printable.ts';
import { exitCode, UserError } from '../failure.ts';
import { oneOf } from './option.ts';
import { writeOutput } from './output.ts';
import { findScope } from './topics.ts';
import { defineVerb } from './verb.ts';

const names = Object.keys(formats);
const format = oneOf('format', names);

export const certificate = defineVerb({
  argument: '[scope...]',
  argumentHelp: 'a phase, a step or a topic; everything by default',
  options: {
    format: { flags: '--format <format>', help: `one of ${names.join(', ')}`, parse: format },
    output: { flags: '-o, --output <file>', help: 'write it to a file', parse: String },
    name: {
      flags: '--name <name>',
      help: 'whose it is, as you want to be called',
      parse: readName,
    },
  },
  about:
    'What you did, for others to read: what was mastered, passed without exercise, tested out, marked on your word, skipped, and what is open, with dates and numbers. It claims what your journal says and no more, and carries a digest of it.',
  examples: [
    'certificate',
    'certificate beginner --name "Ada Lovelace"',
    'certificate beginner --format svg --output beginner.svg',
  ],

  async run(session, { words, options }) {
    const standing = await session.standing();
    const { curriculum } = standing;
    const found = words.length > 0 ? await findScope(session, curriculum, words) : undefined;
    const topics = found?.topics ?? curriculum.topics;
    const { id, title } = found ? scopeItem(found) : curriculum;
    const model = buildCertificate(standing, {
      ...{ scope: { id, title, topics }, learner: options.name, now: session.now() },
      evidence: digest(evidenceFor(await session.events(), curriculum, topics)),
      program: session.world.version,
    });
    const text = formats[options.format ?? 'markdown']?.(model) ?? '';
    if (
      !options.output &&
      options.format !== 'svg' &&
      session.terminal.screen &&
      session.theme.plain
    ) {
      // A table is read aloud bar by bar; on a screen nobody needs the file.
      const { renderMarkdown } = await import('../terminal/markdown.ts');
      session.print(renderMarkdown(printable(text), session.theme));
      return undefined;
    }
    writeOutput(session, text, options.output, 'Your certificate');
    return undefined;
  },
});

function readName(word: string): string {
  const name = printable(word).replace(/\s+/g, ' ').trim();
  if (name !== '') return name;
  throw new UserError('usage', 'The name is empty.', 'Leave --name out.', exitCode.usage);
}

function digest(lines: readonly string[]): Evidence {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line}\n`);
  return { events: lines.length, digest: hash.digest('hex').slice(0, 16) };
}
