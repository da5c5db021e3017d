import { hasErrors } from '../core/curriculum/diagnostic.ts';
import { count } from '../core/text/phrase.ts';
import { printable } from '../core/text/printable.ts';
import { exitCode, UserError } from '../failure.ts';
import { locateCurriculum } from '../io/curriculum/location.ts';
import { shippedId } from '../io/curriculum/shipped.ts';
import { changeSettings } from '../io/settings.ts';
import { CurriculumError } from './curriculum-error.ts';
import { wholeNumber } from './option.ts';
import type { proveAll } from './prove.ts';
import type { Session } from './session.ts';
import { trust } from './trust.ts';
import { defineVerb, jsonOption, type VerbGroup } from './verb.ts';

const check = defineVerb({
  argument: '[folder]',
  argumentHelp:
    'a folder with curriculum.yaml, or a curriculum in one file; the one in use this time by default',
  options: {
    exercises: {
      flags: '--exercises',
      help: 'also run every exercise: starter, solution, wrong ones',
    },
    runs: {
      flags: '--runs <n>',
      help: 'how often each is tried, 1 by default',
      parse: wholeNumber(1),
    },
    yes: { flags: '-y, --yes', help: 'do not ask before exercises of others are run' },
    json: jsonOption,
  },
  about:
    'Reads a curriculum and says everything that is wrong with it, with its place and what to do. With --exercises it proves that every starter fails, every solution passes, and every wrong one is rejected by a message that names its mistake.',
  examples: ['curriculum check', 'curriculum check my-course', 'curriculum check --exercises'],

  async run(session, { words, options }) {
    const { listSource } = await import('../io/curriculum/source.ts');
    const { checkSource } = await import('../io/curriculum/store.ts');
    const { summarise } = await import('../core/curriculum/compile.ts');
    const views = await import('../terminal/views/diagnostics.ts');
    const [named] = words;
    const location = named ? locateCurriculum(session.world.cwd, named) : session.location;
    const { diagnostics, compiled } = await checkSource(listSource(location));
    const proofs =
      options.exercises && compiled
        ? await prove(session, location, compiled, options.runs ?? 1, options.yes === true)
        : [];
    const broken = proofs.filter((proof) => proof.broken !== undefined);
    if (options.json) {
      session.printJson('diagnostics', { location, diagnostics, proofs });
    } else {
      const found = views.countDiagnostics(diagnostics);
      const size = compiled ? `${summarise(compiled)}: ` : '';
      const proved = options.exercises
        ? ` ${count(proofs.length, 'promise')} of exercises, ${broken.length} broken.`
        : '';
      session.print([
        ...views.renderDiagnostics(diagnostics, session.theme),
        ...broken.map(({ topic, work, broken: why }) =>
          printable(`${topic}/exercise/${work}: ${why}`),
        ),
        `${size}${found}.${proved}`,
      ]);
    }
    return hasErrors(diagnostics) || broken.length > 0 ? exitCode.refused : exitCode.done;
  },
});

/** Running checks is loaded only by whoever asks for it. */
async function prove(...input: Parameters<typeof proveAll>): ReturnType<typeof proveAll> {
  const { proveAll } = await import('./prove.ts');
  return proveAll(...input);
}

const list = defineVerb({
  options: { json: jsonOption },
  about:
    'The curricula that this machine knows. The one in use this time is marked; where it is none of them it has a line of its own.',
  examples: ['curriculum list', '--curriculum my-course curriculum list'],

  async run(session, { options }) {
    const { theme } = session;
    const curricula = await listCurricula(session);
    if (options.json) {
      session.printJson('curricula', { curricula });
      return undefined;
    }
    session.print(
      curricula.map(({ id = '(cannot be used)', location, inUse }) => {
        if (theme.plain) {
          const said = inUse ? ' (in use)' : '';
          return `${printable(id)}${said}: ${printable(location)}`;
        }
        const mark = inUse ? theme.symbols.pointer : ' ';
        return `${mark} ${printable(id)}  ${theme.dim(printable(location))}`;
      }),
    );
    return undefined;
  },
});

interface Listed {
  /** Absent for one that was never chosen and cannot be used. */
  readonly id?: string;
  readonly location: string;
  readonly inUse: boolean;
}

async function listCurricula(session: Session): Promise<readonly Listed[]> {
  const { isShipped, location: current, settings } = session;
  const shipped = { id: shippedId, location: 'comes with the program', inUse: isShipped };
  const chosen = Object.entries(settings.folders ?? {}).map(([id, location]) => ({
    id,
    location,
    inUse: !isShipped && location === current,
  }));
  const known = [shipped, ...chosen];
  if (known.some(({ inUse }) => inUse)) return known;
  const id = await idInUse(session);
  return [...known, { ...(id !== undefined && { id }), location: current, inUse: true }];
}

async function idInUse(session: Session): Promise<string | undefined> {
  try {
    return (await session.curriculum()).curriculum.id;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const use = defineVerb({
  argument: '<curriculum>',
  argumentHelp: 'the id of a known curriculum, or the folder or file of another',
  about:
    'Chooses the curriculum that all verbs work on. Your progress in the others stays as it is.',
  examples: ['curriculum use my-course', `curriculum use ${shippedId}`],

  async run(session, { words }) {
    const [wanted = ''] = words;
    const { folders = {} } = session.settings;
    if (wanted === shippedId || Object.hasOwn(folders, wanted)) {
      await changeSettings(session.paths.config, { curriculum: wanted });
      session.print([`${printable(wanted)} is in use from now on.`]);
      return undefined;
    }
    const location = locateCurriculum(session.world.cwd, wanted);
    const { openFrom } = await import('../io/curriculum/store.ts');
    const opened = await openFrom(location, session.paths.cache, session.world.version);
    if (!opened.ok) throw new CurriculumError(opened.diagnostics, wanted);
    const { id, title } = opened.open.curriculum;
    if (id === shippedId) {
      const message = `The curriculum in ${printable(wanted)} has the id of the shipped one, ${shippedId}.`;
      throw new UserError('id-taken', message, 'Give it another id in its curriculum.yaml.');
    }
    await changeSettings(session.paths.config, {
      curriculum: id,
      folders: { ...folders, [id]: location },
    });
    session.print([`${title} (${id}) is in use from now on.`]);
    return undefined;
  },
});

const schema = defineVerb({
  argument: '<curriculum|topic>',
  argumentHelp: 'which file: the page of the sequence, or a topic',
  about: 'The JSON Schema of the two files, for editors that complete and check while you write.',
  examples: ['curriculum schema topic > topic.schema.json'],

  async run(session, { words: [of] }) {
    const { jsonSchema } = await import('../core/curriculum/schema.ts');
    if (of !== 'curriculum' && of !== 'topic') {
      const message = `There is no schema "${printable(of ?? '')}".`;
      throw new UserError('usage', message, 'Write curriculum or topic.', exitCode.usage);
    }
    session.print([JSON.stringify(jsonSchema(of), null, 2)]);
    return undefined;
  },
});

export const curriculum: VerbGroup = {
  entries: [
    {
      name: 'check',
      summary: 'everything that is wrong with a curriculum',
      load: async () => check,
    },
    { name: 'list', summary: 'the curricula that this machine knows', load: async () => list },
    { name: 'use', summary: 'choose the curriculum to learn', load: async () => use },
    { name: 'trust', summary: 'let its exercises run', load: async () => trust },
    { name: 'schema', summary: 'the JSON Schema of the files', load: async () => schema },
  ],
};
