import type { Topic, TopicContent } from '../curriculum/curriculum.ts';

export interface Hit {
  readonly topic: Topic;
  /** The best place where the words were found: a title weighs most. */
  readonly where: 'title' | 'outcome' | 'lesson';
  /** The sentence or outcome around the first word. */
  readonly excerpt: string;
}

/**
 * Topics that hold every one of the words, those with the words in their title first, then the
 * author's order. Linear in the text.
 */
export function search(
  topics: Iterable<readonly [Topic, TopicContent]>,
  query: string,
): readonly Hit[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const holds = (text: string) => {
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  };

  const hits: Hit[] = [];
  for (const [topic, content] of topics) {
    const outcome = content.outcomes.find(({ can }) => holds(can));
    if (holds(`${topic.title} ${topic.id}`)) {
      hits.push({ topic, where: 'title', excerpt: content.why });
    } else if (outcome) {
      hits.push({ topic, where: 'outcome', excerpt: outcome.can });
    } else {
      const text = [content.why, ...content.covers, content.lesson ?? ''].join('\n\n');
      if (holds(text)) hits.push({ topic, where: 'lesson', excerpt: around(text, words[0] ?? '') });
    }
  }
  const rank = { title: 0, outcome: 1, lesson: 2 };
  return hits.sort((a, b) => rank[a.where] - rank[b.where]);
}

/** The paragraph that holds the word, in one line. */
function around(text: string, word: string): string {
  const paragraphs = text.split(/\n\s*\n/);
  const found = paragraphs.find((paragraph) => paragraph.toLowerCase().includes(word)) ?? '';
  return found.replace(/\s+/g, ' ').replace(/[*`#]/g, '').trim();
}
