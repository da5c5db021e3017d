import { type Achievement, describeAchievement } from '../progress/achievement.ts';
import { countsOf, endings } from './certificate.ts';
import { colours, outline, renderMark } from './svg-mark.ts';
import { centred, type Drawn, ink, inner, margin, middle } from './svg-page.ts';
import { renderText, round, widthOf } from './svg-text.ts';

/** How the topics ended as a bar and in numbers, and what was done for it. */
export function renderSummary(achievement: Achievement, y: number): Drawn {
  const [, ...work] = describeAchievement(achievement);
  const parts = [...renderBar(achievement, y), ...renderLegend(achievement, y + 34)];
  if (work.length === 0) return { parts, end: y + 34 };
  return { parts: [...parts, centred(work.join(' '), y + 62, 12.5, ink.text)], end: y + 62 };
}

function renderBar(achievement: Achievement, y: number): string[] {
  const unit = inner / achievement.topics;
  let x = margin;
  const parts = countsOf(achievement).map(({ ending, n }) => {
    const place = `x="${round(x)}" y="${round(y)}" width="${round(n * unit)}" height="9"`;
    x += n * unit;
    return `<rect ${place} fill="${colours[ending]}"/>`;
  });
  const edge = `x="${margin}" y="${round(y)}" width="${inner}" height="9"`;
  return [...parts, `<rect ${edge} fill="none" stroke="${outline}" stroke-width="0.8"/>`];
}

function renderLegend(achievement: Achievement, y: number): string[] {
  const [size, toLabel, toNext] = [11.5, 16, 26];
  const labels = countsOf(achievement).map(({ ending, n }) => {
    const label = `${n} ${endings[ending].name}`;
    return { ending, label, width: toLabel + widthOf(label) * size };
  });
  const whole = labels.reduce((sum, { width }) => sum + width + toNext, -toNext);
  let x = middle - whole / 2;
  return labels.flatMap(({ ending, label, width }) => {
    const parts = [
      renderMark(ending, x + 5, y - 4, 5),
      renderText(label, { x: x + toLabel, y, size, fill: ink.text }),
    ];
    x += width + toNext;
    return parts;
  });
}
