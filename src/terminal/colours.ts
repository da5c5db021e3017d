import { Chalk } from 'chalk';
import type { Paint } from './theme.ts';

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
