import { type Ending, endings } from './certificate.ts';
import { round } from './svg-text.ts';

/** A colour for each way to end; the shapes differ, too, for those who print in grey. */
export const colours: Readonly<Record<Ending, string>> = {
  mastered: '#1f7a55',
  'without-exercise': '#a9d6bf',
  'tested-out': '#2f6690',
  marked: '#d39a2f',
  skipped: '#c4c9cd',
  open: '#ffffff',
};

export const outline = '#8a949b';

/** A small sign in front of a topic: a disc, a pale disc or a square with a tick, a dot in a ring, a dash, a ring. */
export function renderMark(ending: Ending, x: number, y: number, radius: number): string {
  return `<g><title>${endings[ending].name}</title>${shapeOf(ending, x, y, radius)}</g>`;
}

function shapeOf(ending: Ending, x: number, y: number, radius: number): string {
  const colour = colours[ending];
  const circle = (fill: string, stroke: string, r = radius) =>
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" stroke="${stroke}"/>`;
  const line = (points: readonly (readonly [number, number])[], stroke: string) => {
    const places = points.map(([dx, dy]) => `${round(x + dx * radius)},${round(y + dy * radius)}`);
    return `<polyline points="${places.join(' ')}" fill="none" stroke="${stroke}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  };
  const tick = (stroke: string) =>
    line(
      [
        [-0.45, 0.05],
        [-0.1, 0.4],
        [0.5, -0.35],
      ],
      stroke,
    );
  switch (ending) {
    case 'mastered':
      return `${circle(colour, colour)}${tick('#ffffff')}`;
    case 'without-exercise':
      return `${circle(colour, colours.mastered)}${tick('#14573c')}`;
    case 'tested-out': {
      const side = `width="${round(radius * 2)}" height="${round(radius * 2)}" rx="1.5"`;
      const square = `<rect x="${round(x - radius)}" y="${round(y - radius)}" ${side} fill="#ffffff" stroke="${colour}"/>`;
      return `${square}${tick(colour)}`;
    }
    case 'marked':
      return `${circle('#ffffff', colour)}${circle(colour, colour, radius * 0.35)}`;
    case 'skipped':
      return line(
        [
          [-0.8, 0],
          [0.8, 0],
        ],
        outline,
      );
    case 'open':
      return circle('#ffffff', outline);
  }
}
