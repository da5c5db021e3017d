// Draws the screen of a headless terminal as a picture: a grid of cells, in which text can be selected.

/** @typedef {import('@xterm/headless').IBuffer} Buffer */
/** @typedef {import('@xterm/headless').IBufferCell} Cell */
/** @typedef {{ column: number, cells: number, text: string, look: string }} Run */

const [cellWidth, cellHeight, padding, bar] = [8.4, 19, 18, 34];

// One neutral ground that stands on light and on dark pages; the colours have names in a terminal only.
const [ground, edge, ink, quiet] = ['#1c2027', '#343b46', '#d7dbe2', '#8b94a3'];
const colours = ['#5c6370', '#e8747c', '#93c976', '#dcb567', '#76a9f0', '#c792dd', '#6cc6d9', ink];

const style = [
  `text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:${ink};white-space:pre}`,
  '.b{font-weight:700}.d{fill-opacity:.62}.i{font-style:italic}.u{text-decoration:underline}',
  ...colours.map((colour, i) => `.c${i}{fill:${colour}}`),
].join('');

/**
 * @param {Buffer} buffer
 * @param {{ title: string, columns: number, cursor: boolean, from: RegExp, rename: (text: string) => string }} look
 */
export function drawScreen(buffer, { title, columns, cursor, from, rename }) {
  const everything = rowsOf(buffer, rename);
  const first = Math.max(
    0,
    everything.findLastIndex((runs) => from.test(textOf(runs))),
  );
  const rows = everything.slice(first);
  const last = cursor ? buffer.baseY + buffer.cursorY - first : 0;
  const shown = Math.max(last + 1, rows.findLastIndex((runs) => runs.length > 0) + 1);
  const width = Math.round(columns * cellWidth + 2 * padding);
  const height = bar + shown * cellHeight + padding;
  const lines = rows.slice(0, shown).flatMap((runs, row) => {
    const y = bar + row * cellHeight + 14;
    return runs.length > 0 ? [`<text y="${y}">${runs.map(drawRun).join('')}</text>`] : [];
  });
  const dots = [0, 1, 2].map((i) => `<circle cx="${20 + i * 16}" cy="18" r="5" fill="${edge}"/>`);
  const block = `<rect x="${at(buffer.cursorX)}" y="${bar + last * cellHeight}" width="${cellWidth}" height="17" fill="${ink}" opacity=".55"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="9" fill="${ground}" stroke="${edge}"/>`,
    ...dots,
    `<text x="${width / 2}" y="23" text-anchor="middle" style="fill:${quiet};font-size:13px">${escaped(title)}</text>`,
    ...lines,
    ...(cursor ? [block] : []),
    '</svg>',
    '',
  ].join('\n');
}

/** @param {Run[]} runs */
const textOf = (runs) => runs.map(({ text }) => text).join(' ');

/** @param {number} column */
const at = (column) => Number((padding + column * cellWidth).toFixed(1));

/** @param {Run} run */
function drawRun({ column, cells, text, look }) {
  // The length holds every font to the grid.
  const length = Number((cells * cellWidth).toFixed(1));
  const name = look === '' ? '' : ` class="${look}"`;
  return `<tspan x="${at(column)}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${name}>${escaped(text)}</tspan>`;
}

/**
 * Neighbouring cells that look alike are one run; wide gaps are left out.
 * @param {Buffer} buffer @param {(text: string) => string} rename
 * @returns {Run[][]}
 */
function rowsOf(buffer, rename) {
  return Array.from({ length: buffer.length }, (_, row) => {
    const line = buffer.getLine(row);
    /** @type {Run[]} */
    const runs = [];
    for (let column = 0; column < (line?.length ?? 0); column++) {
      const cell = line?.getCell(column);
      if (!cell || cell.getWidth() === 0) continue;
      const [text, look, previous] = [cell.getChars() || ' ', lookOf(cell), runs.at(-1)];
      const touches = previous && previous.column + previous.cells === column;
      if (touches && previous.look === look) {
        previous.text += text;
        previous.cells += cell.getWidth();
      } else if (text !== ' ') runs.push({ column, cells: cell.getWidth(), text, look });
    }
    return runs.flatMap(splitAtGaps).map((run) => ({ ...run, text: rename(run.text) }));
  });
}

/** @param {Run} run @returns {Run[]} */
function splitAtGaps({ column, cells, text, look }) {
  // Only where every character is one cell can a place be counted.
  if ([...text].length !== cells) return [{ column, cells, text: text.trimEnd(), look }];
  return [...text.matchAll(/\S+(?: \S+)*/g)].map((part) => {
    const before = [...text.slice(0, part.index)].length;
    return { column: column + before, cells: [...part[0]].length, text: part[0], look };
  });
}

/** @param {Cell} cell */
function lookOf(cell) {
  const colour = cell.isFgPalette() ? `c${cell.getFgColor() % 8}` : '';
  const marks = [
    cell.isBold() && 'b',
    cell.isDim() && 'd',
    cell.isItalic() && 'i',
    cell.isUnderline() && 'u',
  ];
  return [colour, ...marks].filter(Boolean).join(' ');
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
