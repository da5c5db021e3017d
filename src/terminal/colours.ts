import { Chalk } from 'chalk';

export type Style = (text: string) => string;

/** Styles by what they are for. */
export interface Paint {
  readonly title: Style;
  readonly strong: Style;
  readonly emphasis: Style;
  readonly dim: Style;
  readonly good: Style;
  readonly bad: Style;
  readonly notice: Style;
  readonly accent: Style;
  readonly code: Style;
}

// Whether there are colours is known before this is loaded.
const chalk = new Chalk({ level: 1 });

export const colours: Paint = {
  title: chalk.bold,
  strong: chalk.bold,
  emphasis: chalk.italic,
  dim: chalk.dim,
  good: chalk.green,
  bad: chalk.red,
  notice: chalk.yellow,
  accent: chalk.cyan,
  code: chalk.cyan,
};
