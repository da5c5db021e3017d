import { createEmphasize } from 'emphasize';
import bash from 'highlight.js/lib/languages/bash';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import pythonRepl from 'highlight.js/lib/languages/python-repl';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import yaml from 'highlight.js/lib/languages/yaml';
import type { Theme } from './theme.ts';

const emphasize = createEmphasize({
  ...{ bash, diff, dockerfile, ini, javascript, json, python, shell, sql, yaml },
  'python-repl': pythonRepl,
});
emphasize.registerAlias({ ini: ['toml'], shell: ['console'], bash: ['sh'] });

/** Colours code. A language that is not known stays as it is. */
export function highlight(code: string, language: string, theme: Theme): string {
  if (theme.plain || !emphasize.registered(language)) return code;
  const { accent, dim, good, notice, strong } = theme;
  return emphasize.highlight(language, code, {
    comment: dim,
    ...{ keyword: accent, literal: accent, built_in: accent, type: accent },
    ...{ string: good, regexp: good, addition: good },
    ...{ number: notice, symbol: notice, deletion: notice, variable: notice },
    ...{ title: strong, section: strong, attr: strong, name: strong, 'meta prompt_': dim },
  }).value;
}
