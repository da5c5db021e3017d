import type { Roadmap } from '../roadmap.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';

/** A roadmap as a whole file. The text for the screen is a view: it depends on the terminal. */
export const formats: Readonly<Record<string, (roadmap: Roadmap) => string>> = {
  markdown: renderMarkdown,
  json: renderJson,
};
