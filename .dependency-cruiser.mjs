// The floors of the house, checked: docs/decisions.md and the table in CONTRIBUTING say what they mean.

/** One package, one door: a package can be replaced in one file. */
const doors = {
  '@inquirer/core': 'src/terminal/ask-keys.ts',
  atomically: 'src/io/files/atomic-file.ts',
  chokidar: 'src/io/exercises/workspace/watch.ts',
  chalk: 'src/terminal/colours.ts',
  commander: 'src/commands/program.ts',
  'crc-32': 'src/io/files/checksum.ts',
  'csv-stringify': 'src/io/files/csv.ts',
  conf: 'src/io/settings.ts',
  diff: 'src/io/exercises/solution.ts',
  emphasize: 'src/terminal/highlight.ts',
  'env-paths': 'src/io/paths.ts',
  'fast-string-width': 'src/terminal/layout.ts',
  'fast-wrap-ansi': 'src/terminal/layout.ts',
  'highlight.js': 'src/terminal/highlight.ts',
  marked: 'src/terminal/markdown.ts',
  'proper-lockfile': 'src/io/journal/lock.ts',
  re2js: 'src/core/questions/short.ts',
  'tap-parser': 'src/io/exercises/tap.ts',
  'ts-fsrs': 'src/core/memory/memory.ts',
  yaml: 'src/core/curriculum/source.ts',
};

const floors = {
  core: ['core'],
  io: ['core', 'io'],
  terminal: ['core', 'terminal'],
  tutor: ['core', 'terminal', 'tutor'],
  commands: ['core', 'io', 'terminal', 'tutor', 'commands'],
};

/** @param {string} text */
const literally = (text) => text.replace(/[.\\/@-]/g, '\\$&');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A circle of files cannot be read one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'core-is-pure',
      comment: 'The middle knows no file, process, terminal or network.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'terminal-has-no-disk',
      comment:
        'Words and looks; readline is how a terminal is read, and a link to a file is a URL.',
      severity: 'error',
      from: { path: '^src/(terminal|tutor)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(readline|url)$' },
    },
    ...Object.entries(floors).map(([floor, allowed]) => ({
      name: `${floor}-imports-downwards`,
      comment: 'docs: bin → main → commands → tutor → terminal → core, and io → core.',
      severity: /** @type {const} */ ('error'),
      from: { path: `^src/${floor}/` },
      to: { path: '^src/', pathNot: `^src/(${allowed.join('|')})/|^src/(world|failure)\\.ts$` },
    })),
    ...Object.entries(doors).map(([name, door]) => ({
      name: `one-door-for-${name.replace(/\W+/g, '-')}`,
      comment: 'One package, one door.',
      severity: /** @type {const} */ ('error'),
      from: { path: '^src/', pathNot: `^${literally(door)}$` },
      to: { path: `^node_modules/${literally(name)}/` },
    })),
    {
      name: 'tests-do-not-import-tests',
      comment: 'What two tests share is a support file.',
      severity: 'error',
      from: { path: '\\.test\\.ts$' },
      to: { path: '\\.test\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules/.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
