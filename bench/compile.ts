import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { madeUpCurriculum } from './made-up.ts';
import { environment, executable, node, root, temporaryFolder } from './program.ts';
import type { Row, Subject } from './subject.ts';
import { ratio, timeProcess } from './timing.ts';

const runs = 11;
/** A large one takes many seconds. */
const runsOfLarge = 3;

/** What anybody would have to pay who reads YAML: a process that only parses every file. */
const parseAll = (yaml: string) => `
  const { parse } = require(${JSON.stringify(yaml)});
  const { readFileSync } = require('node:fs');
  for (const file of JSON.parse(process.argv[1])) parse(readFileSync(file, 'utf8'));
`;

/** The first use of a curriculum, which reads, checks and compiles it, against `yaml` alone. */
export const compile: Subject = {
  summary: 'the first use of a curriculum: read, checked, compiled, against `yaml` alone',

  async measure(tell) {
    const shipped = join(root, 'curriculum', 'mlops');
    const parser = parseAll(await bundledYaml());
    const rows: Row[] = [
      await measureOne('the shipped one', shipped, parser, yamlFiles(shipped), tell, runs, {
        must: 1.5,
        wanted: 1.15,
      }),
    ];
    for (const count of [1000, 10_000]) {
      const file = madeUpCurriculum(count);
      rows.push(
        await measureOne(
          `${count.toLocaleString('en')} topics`,
          file,
          parser,
          [file],
          tell,
          runsOfLarge,
        ),
      );
    }
    return rows;
  },
};

async function measureOne(
  name: string,
  location: string,
  parser: string,
  files: readonly string[],
  tell: (what: string) => void,
  times: number,
  target: Pick<Row, 'must' | 'wanted'> = {},
): Promise<Row> {
  tell(name);
  const home = temporaryFolder();
  const env = environment(home);
  const words = [executable, '--curriculum', location, 'status'];
  const figure = await ratio(
    () => {
      rmSync(join(home, 'cache'), { recursive: true, force: true });
      return timeProcess(node, words, { env });
    },
    () => timeProcess(node, ['-e', parser, JSON.stringify(files)], { env }),
    times,
  );
  return { what: `first use, ${name}`, ...figure, unit: '×', ...target };
}

/** One file, as ours is: what is measured is not how many files a package has. */
async function bundledYaml(): Promise<string> {
  const file = join(temporaryFolder(), 'yaml.cjs');
  const bundle = await rolldown({ input: join(root, 'node_modules', 'yaml'), platform: 'node' });
  await bundle.write({ file, format: 'cjs', minify: true });
  return file;
}

function yamlFiles(folder: string): string[] {
  const topics = readdirSync(join(folder, 'topics'));
  return [
    join(folder, 'curriculum.yaml'),
    ...topics.map((id) => join(folder, 'topics', id, 'topic.yaml')),
  ];
}
