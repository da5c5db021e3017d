import { shortTitle } from '../../progress/next.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { hours, list } from '../../text/phrase.ts';
import { formatDate, formatInstant } from '../../time/instant.ts';
import type { Roadmap, RoadmapTopic } from '../roadmap.ts';

/** A checklist: it reads well as text, and every forge and note-taking program shows it with boxes. */
export function renderMarkdown(roadmap: Roadmap): string {
  const { curriculum, tally, phases, now } = roadmap;
  const lines = [
    `# ${escapeMarkdown(curriculum.title)}`,
    '',
    `${tally.done} of ${tally.topics} topics done, ${Math.round(tally.hoursDone * 10) / 10} of ${hours(tally.hours)}, on ${formatInstant(now).slice(0, 10)}.`,
  ];
  for (const phase of phases) {
    lines.push(
      '',
      `## ${escapeMarkdown(phase.title)} (${phase.tally.done} of ${phase.tally.topics})`,
    );
    lines.push('', escapeMarkdown(phase.focus));
    for (const step of phase.steps) {
      lines.push('', `### ${step.number}. ${escapeMarkdown(step.title)}`, '');
      if (step.buildsOn.length > 0) {
        lines.push(`Builds on ${list(step.buildsOn.map((number) => `step ${number}`))}.`, '');
      }
      lines.push(...step.topics.map((topic) => renderTopic(topic, roadmap)));
    }
  }
  return `${lines.join('\n')}\n`;
}

function renderTopic(topic: RoadmapTopic, { now }: Roadmap): string {
  const box = topic.state === 'done' ? '[x]' : '[ ]';
  const skipped = topic.state === 'skipped';
  const title = skipped ? `~~${escapeMarkdown(topic.title)}~~` : escapeMarkdown(topic.title);
  const notes = [hours(topic.hours), ...(topic.isNext ? ['**next**'] : [])];
  if (topic.at) notes.push(`${topic.how ?? topic.state} ${formatDate(topic.at, now)}`);
  if (topic.isDue) notes.push('review due');
  if (topic.missing.length > 0)
    notes.push(`needs ${list(topic.missing.map(shortTitle).map(escapeMarkdown))}`);
  return `- ${box} ${title} (${notes.join(', ')})`;
}
