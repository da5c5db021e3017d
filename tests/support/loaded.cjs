// Preloaded into a process of the program: says at its end which files of the program it loaded.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const target = process.env['MLOPS_PATH_TEST_LOADED'];
  if (target) writeFileSync(target, Object.keys(require.cache).join('\n'));
});
