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
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.17',
  logLevel: 'warning',
};

// CommonJS: on Node's other loader every start would take a tenth longer.
/** @satisfies {import('esbuild').BuildOptions} */
const shipped = {
  ...common,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  metafile: true,
  define: { 'import.meta.dirname': '__dirname' },
  // `import()` becomes a `require` that waits: it would load Node's other loader after all.
  supported: { 'dynamic-import': false },
};

/** What every verb needs is in the program's one file. Any other package is loaded when it is used. */
const always = new Set([
  ...['chalk', 'commander', 'env-paths', 'fast-string-width', 'fast-wrap-ansi'],
  ...['fastest-levenshtein', 'ts-fsrs'],
]);

/**
 * What stands apart from the program's one file, by its name in dist/packages/. A file of ours is
 * among it when it uses a small part of a large package; it may use nothing else of ours.
 * @type {Map<string, string>}
 */
const apart = new Map([['highlight', 'src/terminal/highlight.ts']]);

/** @type {import('esbuild').Plugin} */
const setApart = {
  name: 'set-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
      const isOurs = importer.startsWith(join(root, 'src'));
      if (!isOurs || nodeModule.isBuiltin(path) || always.has(path)) return undefined;
      apart.set(path, path);
      return { path: `./packages/${path}.cjs`, external: true };
    });
    bundle.onResolve({ filter: /\/highlight\.ts$/ }, () => {
      return { path: './packages/highlight.cjs', external: true };
    });
  },
};

/**
 * What a package loads for a purpose that is not ours: commander for verbs that are programs of their
 * own, chalk to find out whether there are colours, which the theme decides; the lock for files that
 * it has too many of open, and the hook by which it lets go for a single assertion; zod for messages in
 * fifty languages, of which the English ones stand for themselves.
 */
const notOurs = [
  { package: 'commander', loads: /^node:child_process$/, contents: '' },
  { package: 'chalk', loads: /^#supports-color$/, contents: 'export default {};' },
  {
    package: 'proper-lockfile',
    loads: /^graceful-fs$/,
    contents: "module.exports = require('node:fs');",
  },
  { package: 'signal-exit', loads: /^assert$/, contents: 'exports.equal = () => {};' },
  { package: 'zod', loads: /\/locales\/index\.(?:c?js)$/, contents: 'export {};' },
];

/** @type {import('esbuild').Plugin} */
const spare = {
  name: 'spare',
  setup(bundle) {
    for (const { package: name, loads, contents } of notOurs) {
      bundle.onResolve({ filter: loads }, ({ path, importer }) =>
        importer.includes(join('node_modules', name)) ? { path, namespace: name } : undefined,
      );
      bundle.onLoad({ filter: /.*/, namespace: name }, () => ({ contents }));
    }
  },
};

rmSync(dist, { recursive: true, force: true });
const program = await build({
  ...shipped,
  entryPoints: ['src/main.ts'],
  outdir: dist,
  plugins: [setApart, spare],
});
const packages = await build({
  ...shipped,
  entryPoints: Object.fromEntries(apart),
  outdir: join(dist, 'packages'),
  plugins: [spare],
  // What a package that has nothing but a default export is to `require`, as Node sees it.
  footer: {
    js: "if (Object.keys(module.exports).join() === 'default') module.exports = module.exports.default;",
  },
});

const inputs = { ...program.metafile.inputs, ...packages.metafile.inputs };
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(Object.keys(inputs)));
await compileCurriculum();
if (!('enableCompileCache' in nodeModule)) compileCode();
writeFileSync(join(dist, 'built'), '');

/** The shipped curriculum is compiled with the program's own checker, bundled for this one use. */
async function compileCurriculum() {
  const compiler = join(root, 'node_modules', '.cache', 'mlops-path', 'compile-curriculum.mjs');
  await build({
    ...common,
    format: 'esm',
    packages: 'external',
    entryPoints: ['scripts/compile-curriculum.ts'],
    outfile: compiler,
  });
  const compiled = join(dist, 'curriculum.jsonl');
  const { compileTo, renderDiagnostics, makeTheme } = await import(pathToFileURL(compiler).href);
  const diagnostics = await compileTo(join(root, 'curriculum', 'mlops'), compiled);
  if (existsSync(compiled)) return chmodSync(compiled, 0o644);
  const theme = makeTheme({ plain: false, color: false, unicode: true, columns: 100 });
  process.stderr.write(`${renderDiagnostics(diagnostics, theme).join('\n')}\n`);
  process.stderr.write('The shipped curriculum has errors, so it cannot be built.\n');
  process.exit(1);
}

/** Node 20 does not keep compiled code by itself. */
function compileCode() {
  const home = mkdtempSync(join(tmpdir(), 'mlops-path-build-'));
  const env = { ...process.env, MLOPS_PATH_HOME: home, MLOPS_PATH_NOW: undefined };
  const words = [join(root, 'scripts', 'compile-code.cjs'), 'next'];
  execFileSync(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  rmSync(home, { recursive: true });
}

/** @param {string[]} inputs the files in the bundle */
function licences(inputs) {
  const folders = new Set(
    inputs.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  const parts = [...folders].sort().map((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    const text = file ? readFileSync(join(root, folder, file), 'utf8') : manifest.license;
    return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text.trim()}\n`;
  });
  const head = 'The program in this folder contains these packages.\n';
  return [head, ...parts].join(`\n${'-'.repeat(72)}\n\n`);
}
