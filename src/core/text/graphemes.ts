let segmenter: Intl.Segmenter | undefined;

/** What is drawn as one, which may be several characters: a letter and its accent, a family. */
export function graphemes(text: string): string[] {
  // Made when it is first needed: to make it costs a start a third.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
