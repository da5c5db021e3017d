// Bundles the program into dist/, compiles the shipped curriculum beside it, and gathers the licences
// of everything that went into the bundle.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

// CommonJS packages look for `require`, which a module does not have.
const banner = {
  js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.17',
  format: 'esm',
  logLevel: 'warning',
  banner,
};

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  ...common,
  entryPoints: { main: 'src/main.ts' },
  outdir: 'dist',
  splitting: true,
  minify: true,
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
});

writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licences(Object.keys(metafile.inputs)));
await compileCurriculum();
writeFileSync(join(dist, 'built'), '');

/** The shipped curriculum is compiled with the program's own checker, bundled for this one use. */
async function compileCurriculum() {
  const compiler = join(root, 'node_modules', '.cache', 'mlops-path', 'compile-curriculum.mjs');
  await build({
    ...common,
    entryPoints: ['scripts/compile-curriculum.ts'],
    outfile: compiler,
  });
  const { compileTo, renderDiagnostics, makeTheme } = await import(pathToFileURL(compiler).href);
  const diagnostics = await compileTo(join(root, 'curriculum', 'mlops'), join(dist, 'curriculum'));
  if (existsSync(join(dist, 'curriculum'))) return;
  const theme = makeTheme({ plain: false, color: false, unicode: true, columns: 100 });
  process.stderr.write(`${renderDiagnostics(diagnostics, theme).join('\n')}\n`);
  process.stderr.write('The shipped curriculum has errors, so it cannot be built.\n');
  process.exit(1);
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
