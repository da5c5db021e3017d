/** What is drawn as one may be several characters: a letter and its accent, a family. */
export const drawn = new Intl.Segmenter('en', { granularity: 'grapheme' });
