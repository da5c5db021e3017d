import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draw, folder, scenes } from '../scripts/screens.mjs';

/** Folders are named by each system's conventions, so the pictures are those of one. */
const onLinux = process.platform === 'linux';

describe('the pictures in docs/screens', () => {
  it('are those of the table', () => {
    const drawn = readdirSync(folder).sort();
    expect(drawn).toEqual(scenes.map(({ name }) => `${name}.svg`).sort());
  });

  it.runIf(onLinux)('show what the program shows now', { timeout: 300_000 }, async () => {
    const stale = [];
    for (const scene of scenes) {
      const file = join(folder, `${scene.name}.svg`);
      const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
      if ((await draw(scene)) !== kept) stale.push(scene.name);
    }
    expect(stale, `stale pictures: ${stale.join(', ')}; draw them with npm run screens`).toEqual(
      [],
    );
  });

  it.each(scenes)('$name needs nothing from elsewhere, and is small', ({ name }) => {
    const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
    expect(svg).not.toMatch(/href|url\(|@import|<script|<image/);
    expect(svg.length).toBeLessThan(32_000);
    expect(svg).not.toMatch(/\/tmp\//);
  });
});
