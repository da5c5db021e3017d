import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '../support/curriculum.ts';
import { environment, executable, newLearner, node } from '../support/program.ts';

const torture = process.env['MLOPS_PATH_TORTURE'] !== undefined;
const kills = torture ? 1000 : 40;

/** A mark takes some 80 ms; most kills are to fall into the second half, where it is written. */
const latestKillMs = 110;

describe('a process that is killed', () => {
  it(`loses nothing that it reported as saved, ${kills} times`, async () => {
    const { home, run } = newLearner();
    const topics = shipped.curriculum.topics.map(({ id }) => id);
    const delays = fc.sample(fc.integer({ min: 20, max: latestKillMs }), {
      numRuns: kills,
      seed: 7,
    });
    const reported = new Map<string, 'done' | 'skipped'>();
    let killed = 0;

    for (const [i, delay] of delays.entries()) {
      const topic = topics[i % topics.length] ?? '';
      const verb = Math.floor(i / topics.length) % 2 === 0 ? 'done' : 'skip';
      const args = verb === 'done' ? ['done', topic, '--force'] : ['skip', topic];
      const child = spawn(node, [executable, ...args], { env: environment(home) });
      let stdout = '';
      child.stdout.on('data', (data: Buffer) => {
        stdout += data.toString();
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), delay);
      const [status] = (await once(child, 'close')) as [number | null];
      clearTimeout(timer);
      if (status === null) killed++;
      else expect(status).toBe(0);
      if (/Marked as done|Skipped|already/.test(stdout)) {
        reported.set(topic, verb === 'done' ? 'done' : 'skipped');
      } else {
        // Killed before it said anything: it may have been saved or not, and both are right.
        reported.delete(topic);
      }
    }

    expect(killed).toBeGreaterThan(kills / 4);
    const { stdout, status, stderr } = await run('roadmap', '--json');
    expect(status).toBe(0);
    expect(stderr).not.toContain('mistake in mlops-path');
    const states = new Map<string, string>();
    for (const phase of JSON.parse(stdout).phases) {
      for (const step of phase.steps) {
        for (const topic of step.topics) states.set(topic.id, topic.state);
      }
    }
    for (const [topic, state] of reported)
      expect([topic, states.get(topic)]).toEqual([topic, state]);
  }, 1_800_000);
});
