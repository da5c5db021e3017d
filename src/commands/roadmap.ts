import { formats } from '../core/roadmap/formats/index.ts';
import { buildRoadmap } from '../core/roadmap/roadmap.ts';
import { renderRoadmap } from '../terminal/views/roadmap.ts';
import { oneOf } from './option.ts';
import { writeOutput } from './output.ts';
import { findScope } from './topics.ts';
import { defineVerb } from './verb.ts';

const names = ['text', ...Object.keys(formats)];
const format = oneOf('format', names);

export const roadmap = defineVerb({
  argument: '[scope...]',
  argumentHelp: 'a phase, a step or a topic; everything by default',
  options: {
    format: { flags: '--format <format>', help: `one of ${names.join(', ')}`, parse: format },
    output: { flags: '-o, --output <file>', help: 'write it to a file', parse: String },
    json: { flags: '--json', help: 'the same as --format json' },
  },
  about: 'The whole sequence with your own states: what is done, what is open, what needs what.',
  examples: ['roadmap', 'roadmap beginner', 'roadmap --format markdown --output roadmap.md'],

  async run(session, { words, options }) {
    const standing = await session.standing();
    const { curriculum } = standing;
    const scope = words.length > 0 ? await findScope(session, curriculum, words) : curriculum;
    const model = buildRoadmap(standing, session.now(), scope.topics);
    const name = options.json ? 'json' : (options.format ?? 'text');
    const render = formats[name];
    if (!render && !options.output) {
      await session.page(renderRoadmap(model, session.theme));
      return undefined;
    }
    const text = render ? render(model) : `${renderRoadmap(model, session.theme).join('\n')}\n`;
    writeOutput(session, text, options.output, 'Your roadmap');
    return undefined;
  },
});
