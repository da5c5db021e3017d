import type { Ending } from './certificate.ts';
import { round } from './svg-text.ts';

/** A colour for each way to end; the shapes differ, too, for those who print in grey. */
export const colours: Readonly<Record<Ending, string>> = {
  mastered: '#1f7a55',
  'without-exercise': '#7dbb98',
  'tested-out': '#2f6690',
  marked: '#c98a1b',
  skipped: '#c4c9cd',
  open: '#ffffff',
};

export const outline = '#8a949b';

/** A small sign in front of a topic: a tick, a tick in a ring, a dot in a ring, a dash, a ring. */
export function renderMark(ending: Ending, x: number, y: number, radius: number): string {
  const [cx, cy] = [round(x), round(y)];
  const colour = colours[ending];
  const circle = (fill: string, stroke: string, r = radius) =>
    `<circle cx="${cx}" cy="${cy}" r="${round(r)}" fill="${fill}" stroke="${stroke}" stroke-width="1.2"/>`;
  const tick = (stroke: string) => {
    const points = [
      [-0.45, 0.05],
      [-0.1, 0.4],
      [0.5, -0.35],
    ].map(([dx = 0, dy = 0]) => `${round(x + dx * radius)},${round(y + dy * radius)}`);
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${stroke}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>`;
  };
  switch (ending) {
    case 'mastered':
    case 'without-exercise':
      return `${circle(colour, colour)}${tick('#ffffff')}`;
    case 'tested-out':
      return `${circle('#ffffff', colour)}${tick(colour)}`;
    case 'marked':
      return `${circle('#ffffff', colour)}${circle(colour, colour, radius * 0.3)}`;
    case 'skipped':
      return `<line x1="${round(x - radius * 0.8)}" y1="${cy}" x2="${round(x + radius * 0.8)}" y2="${cy}" stroke="${outline}" stroke-width="1.6"/>`;
    case 'open':
      return circle('#ffffff', outline);
  }
}
