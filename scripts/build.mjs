// Bundles the program into dist/, compiles the shipped curriculum beside it, and gathers the licences
// of everything that went into the bundle.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import * as nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { bundle, root } from './bundle.mjs';
import { chunkNames } from './chunks.mjs';

const dist = join(root, 'dist');

/**
 * What a package loads for a purpose that is not ours: commander for verbs that are programs of their
 * own, chalk to find out whether there are colours, which the theme decides; env-paths for a copy of the
 * process, part by part; the lock for files that it has too many of open, and the hook by which it lets
 * go for a single assertion; zod for messages in fifty languages, of which the English ones stand for
 * themselves.
 */
const notOurs = [
  { package: 'commander', loads: /^node:child_process$/, contents: '' },
  { package: 'chalk', loads: /^#supports-color$/, contents: 'export default {};' },
  { package: 'env-paths', loads: /^node:process$/, contents: 'export default process;' },
  {
    package: 'proper-lockfile',
    loads: /^graceful-fs$/,
    contents: "module.exports = require('node:fs');",
  },
  { package: 'signal-exit', loads: /^assert$/, contents: 'exports.equal = () => {};' },
  { package: 'zod', loads: /\/locales\/index\.(?:c?js)$/, contents: 'export {};' },
];

/** @type {import('rolldown').Plugin} */
const spare = {
  name: 'spare',
  resolveId(id, importer) {
    const found = notOurs.find(
      (spared) => importer?.includes(join('node_modules', spared.package)) && spared.loads.test(id),
    );
    return found && `\0spared:${found.package}`;
  },
  load(id) {
    const found = notOurs.find((spared) => id === `\0spared:${spared.package}`);
    return found && { code: found.contents, moduleType: 'js' };
  },
};

/**
 * V8 keeps a text without other letters in half the memory, and reads it in half the time.
 * @type {import('rolldown').Plugin}
 */
const ascii = {
  name: 'ascii',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replace(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

rmSync(dist, { recursive: true, force: true });
const program = await rolldown({
  input: join(root, 'src', 'main.ts'),
  platform: 'node',
  // A file may hold more than its verb: what others need of it is exported as well.
  preserveEntrySignatures: 'allow-extension',
  transform: { target: 'node20.17' },
  plugins: [spare, ascii],
});
const { output } = await program.write({
  dir: dist,
  // On Node's other loader every start would take a tenth longer.
  format: 'cjs',
  minify: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [{ debugName: 'layers', name: chunkNames() }],
  },
});

const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(modules));
await compileCurriculum();
if (!('enableCompileCache' in nodeModule)) compileCode();
writeFileSync(join(dist, 'built'), '');

/** The shipped curriculum is compiled with the program's own checker, bundled for this one use. */
async function compileCurriculum() {
  const compiler = await bundle(
    join(root, 'scripts', 'compile-curriculum.ts'),
    join(root, 'node_modules', '.cache', 'mlops-path', 'compile-curriculum'),
  );
  const compiled = join(dist, 'curriculum.jsonl');
  const { compileTo, renderDiagnostics, makeTheme } = await import(pathToFileURL(compiler).href);
  const diagnostics = await compileTo(join(root, 'curriculum', 'mlops'), compiled);
  if (existsSync(compiled)) return chmodSync(compiled, 0o644);
  const theme = await makeTheme({ plain: false, color: false, unicode: true, columns: 100 });
  process.stderr.write(`${renderDiagnostics(diagnostics, theme).join('\n')}\n`);
  process.stderr.write('The shipped curriculum has errors, so it cannot be built.\n');
  process.exit(1);
}

/** Node 20 does not keep compiled code by itself. What the verbs of every day need is kept for it. */
function compileCode() {
  const home = mkdtempSync(join(tmpdir(), 'mlops-path-build-'));
  const env = { ...process.env, MLOPS_PATH_HOME: home, MLOPS_PATH_NOW: undefined };
  const program = join(root, 'scripts', 'compile-code.cjs');
  const lines = ['--help', 'done python-core', 'show git-snapshots', 'roadmap', 'status', 'next'];
  // The last one is home, which has no word.
  for (const words of [...lines.map((line) => line.split(' ')), []]) {
    execFileSync(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  }
  rmSync(home, { recursive: true });
}

/** @param {string[]} modules the files in the bundle */
function licences(modules) {
  const folders = new Set(
    modules.flatMap(
      (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))?.[0] ?? [],
    ),
  );
  const parts = [...folders].sort().map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const text = file ? readFileSync(join(folder, file), 'utf8') : manifest.license;
    return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text.trim()}\n`;
  });
  const head = 'The program in this folder contains these packages.\n';
  return [head, ...parts].join(`\n${'-'.repeat(72)}\n\n`);
}
