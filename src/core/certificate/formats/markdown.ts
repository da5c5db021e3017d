import { describeAchievement } from '../../progress/achievement.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { hours } from '../../text/phrase.ts';
import { formatFullDate } from '../../time/instant.ts';
import {
  type Certificate,
  type CertificateStep,
  type CertificateTopic,
  countsOf,
  describeSource,
  endings,
  headlineOf,
} from '../certificate.ts';
import { describeOrigin } from '../origin.ts';

/** Every topic with its date and its numbers: what the one page of the SVG has no room for. */
export function renderMarkdown(certificate: Certificate): string {
  const { scope, learner, achievement, phases } = certificate;
  const lines = [
    `# ${headlineOf(certificate)}: ${escapeMarkdown(scope.title)}`,
    '',
    ...(learner === undefined ? [] : [`**${escapeMarkdown(learner)}**`, '']),
    escapeMarkdown(describeSource(certificate)),
    '',
    describeAchievement(achievement).join(' '),
  ];
  for (const { title, steps } of phases) {
    const isAlone = phases.length === 1;
    if (!isAlone) lines.push('', `## ${escapeMarkdown(title)}`);
    for (const step of steps) lines.push('', ...renderStep(step, isAlone ? '##' : '###'));
  }
  lines.push('', '## What the words mean', '');
  lines.push(
    ...countsOf(achievement).map(
      ({ ending }) => `- ${endings[ending].name}: ${endings[ending].means}`,
    ),
  );
  lines.push('', ...describeOrigin(certificate).map(escapeMarkdown));
  return `${lines.join('\n')}\n`;
}

function renderStep(
  { number, title, achievement, topics }: CertificateStep,
  marks: string,
): string[] {
  return [
    `${marks} ${number}. ${escapeMarkdown(title)}`,
    '',
    describeAchievement(achievement).join(' '),
    '',
    '| topic | how | date | answers right | exercise | hours |',
    '|---|---|---|---|---|---|',
    ...topics.map(renderTopic),
  ];
}

function renderTopic({ answers, ...topic }: CertificateTopic): string {
  const cells = [
    `${topic.number}. ${escapeMarkdown(topic.title)}`,
    endings[topic.ending].name,
    topic.at ? formatFullDate(topic.at) : '',
    answers.given > 0 ? `${answers.right} of ${answers.given}` : '',
    topic.exercisePassed ? 'passed' : '',
    hours(topic.hours),
  ];
  return `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');
}
