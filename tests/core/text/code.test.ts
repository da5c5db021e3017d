import { describe, expect, it } from 'vitest';
import { codeColumns, wideCode } from '../../../src/core/text/code.ts';

const wide = 'x'.repeat(codeColumns + 1);
const fits = wide.slice(1);

describe('lines of code that are too long', () => {
  it.each<[where: string, markdown: string[], lines: number[]]>([
    ['in a fence', ['```', fits, wide, '```'], [3]],
    ['in a fence of tildes, in a language', ['~~~python', wide, '~~~'], [2]],
    ['in two fences', ['```', wide, '```', wide, '```', wide, '```'], [2, 6]],
    ['not in a sentence', [wide, `a ${wide}`], []],
    ['not in a sentence with three ticks', ['```a``` b', wide], []],
    ['in a fence that shows another one', ['````', '```', wide, '```', '````', wide], [3]],
    ['in ticks that show tildes', ['```', '~~~', wide, '```', wide], [3]],
    ['behind what only looks like an end', ['```', '```python', wide, '```'], [3]],
    ['in a fence that does not end', ['```', wide], [2]],
    ['with the room that a list takes', ['- a', '  ```', `  ${fits}`, '  ```'], [3]],
    ['in the line of a list', ['1. ```', `   ${fits}`, '   ```', wide], [2]],
    ['in a quotation', ['> ```', `> ${fits}`, '> ```'], [2]],
    ['of letters with accents', ['```', 'e\u0301'.repeat(codeColumns), '```'], []],
  ])('%s', (_, markdown, lines) => {
    for (const end of ['\n', '\r\n']) {
      expect(wideCode(markdown.join(end)).map(({ line }) => line)).toEqual(lines);
    }
  });

  it('come with their text and their length', () => {
    expect(wideCode(`~~~\n${wide}\n~~~`)).toEqual([
      { line: 2, text: wide, columns: codeColumns + 1 },
    ]);
  });
});
