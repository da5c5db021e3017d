import { encodeEvent } from '../src/core/journal/codec.ts';
import { mergeEvents } from '../src/core/journal/merge.ts';
import { foldProgress } from '../src/core/progress/progress.ts';
import { JournalStore } from '../src/io/journal/journal-store.ts';
import { readLine, sealLine } from '../src/io/journal/line.ts';
import { findPaths } from '../src/io/paths.ts';
import { eventsAbout } from './learner.ts';
import { shippedTopics, temporaryFolder } from './program.ts';
import type { Row, Subject } from './subject.ts';
import { absolute, timed } from './timing.ts';

const runs = 11;
/** A large one takes seconds. */
const runsOfLarge = 3;

/** What a journal costs where no snapshot helps, and what a mark costs apart from its process. */
export const journal: Subject = {
  summary: 'reading, folding and appending, inside a process',

  async measure(tell) {
    const topics = shippedTopics();
    const rows: Row[] = [];
    for (const count of [1000, 10_000, 100_000]) {
      tell(`${count} events`);
      const events = [...eventsAbout(topics, count)];
      const lines = events.map((event) => sealLine(encodeEvent(event)));
      const said = `${count.toLocaleString('en')} events`;
      const times = count > 10_000 ? runsOfLarge : runs;
      const read = await absolute(() => timed(() => lines.map(readLine)), times);
      rows.push({ what: `reading ${said}`, ...read, unit: 'ms' });
      const fold = await absolute(
        () => timed(() => foldProgress(mergeEvents(events), 'mlops')),
        times,
      );
      rows.push({ what: `merging and folding ${said}`, ...fold, unit: 'ms' });
    }
    tell('appending');
    const home = temporaryFolder();
    const store = new JournalStore(findPaths({ env: { MLOPS_PATH_HOME: home }, cwd: home }), {
      now: () => ({ ms: Date.now(), offsetMinutes: 0 }),
      newId: () => crypto.randomUUID(),
      pid: process.pid,
    });
    const append = await absolute(async () => {
      const start = performance.now();
      await store.append([{ kind: 'topic-skipped', topic: 'git-snapshots' }], 'mlops');
      return performance.now() - start;
    }, runs);
    rows.push({
      what: 'appending one event, lock and sync to the disk included',
      ...append,
      unit: 'ms',
    });
    return rows;
  },
};
