import type { Certificate } from '../certificate.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSvg } from './svg.ts';

/** A certificate as a whole file. */
export const formats: Readonly<Record<string, (certificate: Certificate) => string>> = {
  markdown: renderMarkdown,
  svg: renderSvg,
};
