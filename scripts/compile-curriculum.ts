// What the build needs of the program itself to compile the shipped curriculum.
export { compileTo } from '../src/io/curriculum/store.ts';
export { makeTheme } from '../src/terminal/theme.ts';
export { renderDiagnostics } from '../src/terminal/views/diagnostics.ts';
