import { currentIds } from '../core/curriculum/renamed.ts';
import { findOddities } from '../core/journal/oddities.ts';
import { count, list } from '../core/text/phrase.ts';
import { printable } from '../core/text/printable.ts';
import { exitCode } from '../failure.ts';
import { examine, type FolderHealth } from '../io/health.ts';
import { howToGet } from '../io/programs/programs.ts';
import { wrap } from '../terminal/layout.ts';
import type { Session } from './session.ts';
import { defineVerb, jsonOption } from './verb.ts';

/** One thing that was looked at. Only a `problem` needs the learner. */
interface Finding {
  readonly level: 'good' | 'note' | 'problem';
  readonly what: string;
  readonly todo?: string;
}

export const doctor = defineVerb({
  options: { json: jsonOption },
  about:
    'Looks whether everything is in order: folders and their rights, versions, locks, damaged lines, clock, terminal, python3 and git. Says what to do for each; exits with 1 when something needs you.',
  examples: ['doctor', 'doctor --json'],

  async run(session, { options }) {
    const health = examine(session.paths, session.world.env);
    const findings = [
      ...about(session),
      ...health.folders.flatMap(judgeFolder),
      ...judgeLock(health.lock, session.paths.lock),
      ...(await judgeJournal(session, health.damagedLines)),
      ...judgePrograms(health.programs),
      ...(health.learners.length > 0
        ? [good(`Learners with a name: ${list(health.learners.map(printable))}`)]
        : []),
    ];
    const problems = findings.filter(({ level }) => level === 'problem');
    if (options.json) {
      session.printJson('doctor', { findings, health });
    } else {
      const { theme } = session;
      const symbol = {
        good: theme.good(theme.symbols.right),
        note: theme.notice(theme.symbols.bullet),
        problem: theme.bad(theme.symbols.wrong),
      };
      const word = { good: 'Good', note: 'Note', problem: 'Problem' };
      session.print(
        findings.flatMap(({ level, what, todo }) => [
          ...wrap(
            what,
            theme.width,
            '   ',
            theme.plain ? `${word[level]}: ` : ` ${symbol[level]} `,
          ),
          ...(todo ? wrap(theme.accent(todo), theme.width, '   ') : []),
        ]),
      );
      const end = problems.length > 0 ? `${count(problems.length, 'problem')}.` : 'All is well.';
      session.print(['', ` ${end}`]);
    }
    return problems.length > 0 ? exitCode.refused : exitCode.done;
  },
});

function about({ world, terminal, paths }: Session): Finding[] {
  const looks = [
    `${terminal.columns} columns`,
    terminal.color ? 'colours' : 'no colours',
    terminal.unicode ? 'Unicode' : 'ASCII',
    terminal.plain ? 'plain' : 'with symbols',
    terminal.interactive ? 'can ask' : 'cannot ask',
  ];
  const who = paths.learner ? `, learner ${paths.learner}` : '';
  return [
    good(`mlops-path ${world.version} on Node ${world.nodeVersion}${who}`),
    good(`Terminal: ${looks.join(', ')}`),
  ];
}

function judgeFolder({ what, path, state, open, freeBytes }: FolderHealth): Finding[] {
  const name = `${what === 'data' ? 'Your progress' : what === 'config' ? 'Preferences' : 'Cache'}: ${printable(path)}`;
  const elsewhere = 'Change its rights, or set MLOPS_PATH_HOME to a folder that you can write to.';
  const findings: Finding[] = [];
  switch (state) {
    case 'good':
      findings.push(good(name));
      break;
    case 'missing':
      findings.push(good(`${name} (made on first use)`));
      break;
    case 'not-writable':
      findings.push(
        what === 'cache'
          ? { level: 'note', what: `${name} cannot be written to; starts are slower without it.` }
          : { level: 'problem', what: `${name} cannot be written to.`, todo: elsewhere },
      );
      break;
    case 'no-folder':
      findings.push({ level: 'problem', what: `${name} is a file.`, todo: elsewhere });
      break;
  }
  if (open) {
    const todo = `Close it: chmod 700 ${printable(path)}`;
    findings.push({ level: 'note', what: 'Others on this machine may read your progress.', todo });
  }
  if (what === 'data' && freeBytes !== undefined && freeBytes < 10_000_000) {
    const megabytes = Math.floor(freeBytes / 1_000_000);
    findings.push({
      level: 'problem',
      what: `The disk is nearly full: ${megabytes} MB are left.`,
      todo: 'Free some space.',
    });
  }
  return findings;
}

function judgeLock(
  { held, holder, alive }: ReturnType<typeof examine>['lock'],
  path: string,
): Finding[] {
  if (!held) return [good('No process holds the lock.')];
  const who = holder === undefined ? 'a process' : `process ${holder}`;
  if (alive) return [{ level: 'note', what: `The lock is held by ${who}, which is running.` }];
  const todo = `It is taken over by itself. If it is not, delete ${printable(path)}`;
  return [{ level: 'note', what: `The lock was left behind by ${who}, which has ended.`, todo }];
}

async function judgeJournal(session: Session, damagedLines: number): Promise<Finding[]> {
  const events = await session.events();
  const { curriculum } = await session.curriculum();
  const isKnown = (id: string) =>
    curriculum.retired.includes(id) ||
    currentIds(curriculum, id).every((current) => curriculum.indexOf.has(current));
  const odd = findOddities(events, curriculum.id, isKnown, session.now());
  const devices = new Set(events.map(({ device }) => device)).size;
  const findings = [
    good(`Journal: ${count(events.length, 'event')} of ${count(devices, 'device')}.`),
  ];
  const note = (what: string, todo?: string): void => {
    findings.push({ level: 'note', what, ...(todo && { todo }) });
  };
  if (damagedLines > 0) {
    note(
      `${count(damagedLines, 'damaged line')} set aside in damaged.log.`,
      'Nothing was deleted. If you have another copy of the journal, import it.',
    );
  }
  for (const [kind, number] of odd.foreign) {
    note(
      `${count(number, 'event')} of a kind that this version does not know: ${printable(kind)}.`,
    );
  }
  if (odd.unknownTopics.size > 0) {
    const names = list([...odd.unknownTopics.keys()].map(printable), 5);
    note(`Events of topics that this curriculum does not know: ${names}. They are kept.`);
  }
  if (odd.backwards > 0) {
    note(`The clock ran backwards ${count(odd.backwards, 'time')}; your order was kept.`);
  }
  if (odd.future > 0) {
    findings.push({
      level: 'problem',
      what: `${count(odd.future, 'event')} ${odd.future === 1 ? 'lies' : 'lie'} in the future.`,
      todo: 'Set the clock of this machine, or of the one they come from.',
    });
  }
  return findings;
}

function judgePrograms(programs: ReturnType<typeof examine>['programs']): Finding[] {
  return programs.map(({ name, version }) => {
    if (version !== undefined) return good(printable(version));
    const todo = `Exercises need it. ${howToGet(name)}`;
    return { level: 'problem', what: `${name} is missing.`, todo };
  });
}

function good(what: string): Finding {
  return { level: 'good', what };
}
