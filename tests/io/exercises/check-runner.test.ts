import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle } from '../../../scripts/bundle.mjs';
import { type CheckRequest, runCheck } from '../../../src/io/exercises/check-runner.ts';
import { findMissing } from '../../../src/io/programs/programs.ts';
import { node, root, temporaryFolder } from '../../support/program.ts';

const kit = join(root, 'curriculum');
const onLinux = process.platform === 'linux';

/** An exercise whose check is this program, a workspace with a file, and a place for temporary files. */
function newExercise(program: string, workspaceName = 'workspace') {
  const base = temporaryFolder();
  const [exercise, workspace, tmp] = [
    join(base, 'exercise'),
    join(base, workspaceName),
    join(base, 'tmp'),
  ];
  for (const folder of [exercise, workspace, tmp, join(workspace, 'sub')]) mkdirSync(folder);
  writeFileSync(join(exercise, 'check.py'), program);
  writeFileSync(join(workspace, 'own.py'), 'print("mine")\n');
  writeFileSync(join(workspace, 'sub', 'more.txt'), 'more\n');
  const env = { PATH: process.env['PATH'], TMPDIR: tmp, SECRET: 'not for checks' };
  const run = (more: Partial<CheckRequest> = {}) =>
    runCheck({ exercise, workspace, kit, limitMs: 20_000, yaml: [], env, ...more });
  return { base, exercise, workspace, tmp, run };
}

/** Every name, and what is in it. */
function contentOf(folder: string): string {
  const hash = createHash('sha256');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => [join(entry.parentPath, entry.name), entry] as const);
  for (const [path, entry] of paths.sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(path);
    if (entry.isSymbolicLink()) hash.update(readlinkSync(path));
    else if (entry.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Living processes with this text in their environment or command line. */
function processesWith(mark: string): string[] {
  if (!onLinux) return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
      if (/^State:\s*Z/m.test(read('status'))) return false;
      return pid !== String(process.pid) && `${read('environ')}${read('cmdline')}`.includes(mark);
    } catch {
      return false;
    }
  });
}

const passing = 'from checkkit import check\ncheck(True, "it is right")\n';

const forkAndLeave = `
import os, time
for leave in (False, True, True):
    if os.fork() == 0:
        if leave:
            os.setsid()
            if os.fork(): os._exit(0)
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 1)
        time.sleep(300)
`;

const hostile: [what: string, expected: object, program: string, more?: Partial<CheckRequest>][] = [
  ['hangs', { reason: 'timed-out' }, 'import time\ntime.sleep(300)\n', { limitMs: 300 }],
  [
    'ignores SIGTERM',
    { reason: 'timed-out' },
    'import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint("ok 1 - a", flush=True)\ntime.sleep(300)\n',
    { limitMs: 300 },
  ],
  [
    'floods its output',
    { reason: 'flooded' },
    'import sys\nwhile True: sys.stdout.write("ok\\n" * 10000)\n',
  ],
  [
    'floods stderr',
    { reason: 'flooded' },
    'import sys\nwhile True: sys.stderr.write("x" * 100000)\n',
  ],
  ['writes one endless line', { reason: 'flooded' }, 'while True: print("x" * 10000, end="")\n'],
  [
    'starts processes that leave, and ends well',
    { kind: 'checked', passed: true },
    `${passing}${forkAndLeave}`,
  ],
  [
    'starts processes that leave without their environment, and hangs',
    { reason: 'timed-out' },
    `import os, subprocess, sys, time
for _ in range(3):
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)", os.environ["HOME"]], env={}, cwd="/", start_new_session=True)
time.sleep(300)
`,
    { limitMs: 500 },
  ],
  [
    'starts processes that leave without their environment, and ends well',
    { kind: 'checked', passed: true },
    `${passing}
import os, subprocess, sys
for _ in range(3):
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)", os.environ["HOME"]], env={}, cwd="/", start_new_session=True)
`,
  ],
  [
    'starts very many processes',
    { reason: 'too-many-processes' },
    `import os, time
for n in range(300):
    if os.fork() == 0:
        if n % 2: os.setsid()
        time.sleep(300)
        os._exit(0)
time.sleep(300)
`,
  ],
  [
    'kills its parent',
    { reason: 'killed' },
    `${passing}
import os, signal, time
os.kill(os.getppid(), signal.SIGKILL)
time.sleep(300)
`,
  ],
  [
    'kills its group',
    { reason: 'killed' },
    'import os, signal\nprint("ok 1\\n1..1", flush=True)\nos.killpg(0, signal.SIGKILL)\n',
  ],
  ['kills itself', { reason: 'killed' }, 'import os\nos.kill(os.getpid(), 11)\n'],
  [
    'reads stdin',
    { kind: 'checked', passed: true },
    'import sys\nprint("ok 1" if sys.stdin.read() == "" else "not ok 1", "\\n1..1")\n',
  ],
  [
    'deletes the workspace',
    { kind: 'checked', passed: true },
    `import os, shutil\nshutil.rmtree(os.getcwd())\n${passing}`,
  ],
  [
    'writes outside',
    { kind: 'checked', passed: true },
    `${passing}
import os, tempfile
for place in ("..", os.path.expanduser("~"), tempfile.gettempdir(), "../.."):
    open(os.path.join(place, "outside.txt") if place != "../.." else "../outside2.txt", "w").write("x")
open("own.py", "w").write("changed")
`,
  ],
  [
    'writes a file that is too large',
    { reason: 'bailed-out' },
    'from checkkit import check\nf = open("big", "wb")\nf.seek(300 << 20)\nf.write(b"x")\nf.close()\n',
  ],
  [
    'leaves folders that are hard to remove',
    { kind: 'checked', passed: true },
    `${passing}
import os
os.makedirs("locked/inner"); os.chmod("locked", 0)
for _ in range(1500):
    os.mkdir("deep"); os.chdir("deep")
`,
  ],
  [
    'wants too much memory',
    { reason: 'out-of-memory' },
    'from checkkit import check\nx = bytearray(1 << 30)\n',
    { memoryBytes: 200 << 20 },
  ],
  ['prints nothing', { reason: 'no-tap' }, ''],
  ['prints no TAP', { reason: 'no-tap', lines: [] }, 'print("hello\\0\\x1b[2J")\n'],
  ['announces more than it does', { reason: 'bad-plan' }, 'print("1..3\\nok 1\\nok 2")\n'],
  ['has no plan', { reason: 'bad-plan' }, 'print("ok 1\\nok 2")\n'],
  ['counts wrongly', { reason: 'bad-plan' }, 'print("ok 1\\nok 1\\n1..2")\n'],
  ['hides lines behind a plan', { reason: 'bad-plan' }, 'print("ok 1\\n1..1\\nnot ok 2\\n1..2")\n'],
  ['skips everything', { reason: 'no-tap' }, 'print("1..0 # skip")\n'],
  ['bails out', { reason: 'bailed-out', detail: 'no way' }, 'print("Bail out! no way")\n'],
  ['has a syntax error', { reason: 'no-tap', detail: /SyntaxError/ }, 'def (:\n'],
  ['ends with an error', { reason: 'crashed' }, 'print("ok 1\\n1..1")\nraise SystemExit(3)\n'],
  [
    'needs a program that is missing',
    { reason: 'missing-program', detail: /no-such-program is missing/ },
    passing,
    { needs: ['no-such-program'] },
  ],
  [
    'has no python3',
    { reason: 'missing-program', detail: /apt install python3/ },
    passing,
    { env: { PATH: '.:relative' } },
  ],
  ['is cancelled before', { reason: 'cancelled' }, passing, { signal: AbortSignal.abort() }],
];

describe('a check that', () => {
  it.each(hostile)('%s', async (_, expected, program, more) => {
    const { base, exercise, workspace, tmp, run } = newExercise(program);
    const before = contentOf(workspace) + contentOf(exercise);
    const { outcome } = await run(more);
    for (const [key, value] of Object.entries(expected)) {
      const came = outcome[key as keyof typeof outcome];
      if (value instanceof RegExp) expect(came).toMatch(value);
      else expect(came, JSON.stringify(outcome).slice(0, 500)).toEqual(value);
    }
    expect(contentOf(workspace) + contentOf(exercise)).toBe(before);
    expect(readdirSync(tmp)).toEqual([]);
    expect(readdirSync(base).sort()).toEqual(['exercise', 'tmp', 'workspace']);
    expect(processesWith(tmp)).toEqual([]);
  });

  it.runIf(onLinux)('shares its memory among many processes', async () => {
    const { tmp, run } = newExercise(`import os, time
for _ in range(6):
    if os.fork() == 0:
        hoard = bytearray(os.urandom(1)) * (60 << 20)
        time.sleep(300)
time.sleep(300)
`);
    const { outcome } = await run({ memoryBytes: 150 << 20 });
    expect(outcome).toMatchObject({ kind: 'broken', reason: 'out-of-memory' });
    expect(processesWith(tmp)).toEqual([]);
  });

  it('is cancelled while it runs', async () => {
    const { tmp, run } = newExercise('import time\ntime.sleep(300)\n');
    const { outcome } = await run({ signal: AbortSignal.timeout(300) });
    expect(outcome).toMatchObject({ reason: 'cancelled', detail: 'You stopped it.' });
    expect(processesWith(tmp)).toEqual([]);
  });

  it.runIf(onLinux)('ends when the tutor is killed', async () => {
    const { base, exercise, workspace, tmp } = newExercise('import time\ntime.sleep(300)\n');
    const source = join(base, 'tutor.ts');
    const request = { exercise, workspace, kit, limitMs: 60_000, yaml: [] };
    const env = { PATH: process.env['PATH'], TMPDIR: tmp };
    writeFileSync(
      source,
      `import { runCheck } from ${JSON.stringify(join(root, 'src', 'io', 'exercises', 'check-runner.ts'))};
      runCheck(${JSON.stringify({ ...request, env })});`,
    );
    const program = await bundle(
      source,
      join(root, 'node_modules', '.cache', 'mlops-path', 'tutor'),
    );
    const tutor = spawn(node, [program], { stdio: 'ignore' });
    await expect
      .poll(() => processesWith(`${tmp}/`).length, { timeout: 60_000 })
      .toBeGreaterThan(1);
    tutor.kill('SIGKILL');
    await once(tutor, 'close');
    await expect.poll(() => processesWith(`${tmp}/`), { timeout: 60_000 }).toEqual([]);
  });
});

describe('runCheck', () => {
  it('says what was expected and what came, and keeps what the learner printed apart', async () => {
    const { run } = newExercise(`import sys
from checkkit import check, probe
made = probe("print('hello from me'); import own; emit(1)")
check(made.value == 1, "own can be imported")
check(False, "2 is 3", expected=3, came=2, hint="Count again.")
print("\\x1b[2Jto stderr", file=sys.stderr)
`);
    const { outcome, learnerOutput, notes } = await run();
    expect(outcome).toEqual({
      kind: 'checked',
      passed: false,
      lines: [
        { ok: true, what: 'own can be imported' },
        { ok: false, what: '2 is 3', expected: '3', came: '2', hint: 'Count again.' },
      ],
    });
    expect(learnerOutput).toBe('hello from me\nmine\n␛[2Jto stderr\n');
    expect(notes).toEqual([]);
  });

  it('gives the check nothing of the environment but PATH', async () => {
    const { run } = newExercise(`import os
from checkkit import check
check(False, "names", came=" ".join(sorted(os.environ)))
`);
    const names =
      'CHECKKIT_YAML HOME LANG PATH PYTHONDONTWRITEBYTECODE PYTHONPATH PYTHONUTF8 TMPDIR';
    // What a shim in front of Python, or a locale, adds of its own.
    const own = /^(?:LC_CTYPE|PWD|SHLVL|_?PYENV_.*|_)$/;
    const came = (await run()).outcome.lines[0]?.came?.split(' ') ?? [];
    expect(came.filter((name) => !own.test(name)).join(' ')).toBe(names);
  });

  it.each(['a b', `it's "quoted"`, 'new\nline', 'colon:x', '$(id) `id` ;&', 'ünïcode', '-rf'])(
    'works in a workspace named %j, and shows its path',
    async (name) => {
      const { workspace, run } = newExercise(
        'import os\nfrom checkkit import check\ncheck(False, "where", came=os.getcwd())\n',
        name,
      );
      const { outcome } = await run();
      expect(outcome).toMatchObject({ kind: 'checked', lines: [{ came: workspace }] });
    },
  );

  it('follows a workspace that is a link, and copies only links that stay inside', async () => {
    const { base, workspace, run } = newExercise(`import os
from checkkit import check
check(False, "files", came=" ".join(sorted(os.listdir("."))) + " " + open("inside").read())
open("inside", "w").write("changed")
`);
    writeFileSync(join(base, 'secret.txt'), 'secret');
    symlinkSync(join(base, 'secret.txt'), join(workspace, 'outside'));
    symlinkSync('../secret.txt', join(workspace, 'outside2'));
    symlinkSync('/', join(workspace, 'root'));
    symlinkSync('nowhere', join(workspace, 'dangling'));
    symlinkSync('loop', join(workspace, 'loop'));
    symlinkSync(join(workspace, 'sub', 'more.txt'), join(workspace, 'inside'));
    symlinkSync(workspace, join(base, 'link'));
    const { outcome, notes } = await run({ workspace: join(base, 'link') });
    expect(outcome.lines[0]?.came).toBe('inside own.py sub more\n');
    expect(notes).toHaveLength(5);
    expect(notes[1]).toBe(
      'The check did not see loop of your workspace: it is a link that leads nowhere in it.',
    );
    expect(readFileSync(join(workspace, 'sub', 'more.txt'), 'utf8')).toBe('more\n');
  });

  it('keeps rights and times of files, and works when the workspace may not be written', async () => {
    const { workspace, run } = newExercise(`import os, stat
from checkkit import check
check(False, "rights", came=oct(stat.S_IMODE(os.stat("own.py").st_mode)))
open("new.txt", "w").close()
`);
    chmodSync(join(workspace, 'own.py'), 0o540);
    chmodSync(workspace, 0o555);
    const { outcome } = await run();
    chmodSync(workspace, 0o755);
    expect(outcome).toMatchObject({ kind: 'checked', lines: [{ came: '0o540' }] });
  });

  it("hands the learner's YAML over as JSON", async () => {
    const files = {
      'good.yaml': 'replicas: 3\nnames: [a, b]\n',
      'deep/good.yaml': 'x: 1\n',
      'bad.yaml': 'a: 1\nb: [\n',
      'bomb.yaml': `a: &a [1]\n${'bcdefgh'.replace(/./g, (c, i) => `${c}: &${c} [${`*${'abcdefg'[i]},`.repeat(20)}]\n`)}`,
      'circle.yaml': 'a: &a [*a]\n',
      'nested.yaml': '['.repeat(20_000),
      'empty.yaml': '',
      'binary.yaml': Buffer.from([0xff, 0xfe, 0]),
    };
    const { base, workspace, run } = newExercise(`import json, os
from checkkit import check
for name in ${JSON.stringify([...Object.keys(files), 'missing.yaml', 'out.yaml'])}:
    text = open(os.path.join(os.environ["CHECKKIT_YAML"], name + ".json")).read()
    check(False, name, came=text)
`);
    mkdirSync(join(workspace, 'deep'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), text);
    writeFileSync(join(base, 'secret.yaml'), 'secret: 1');
    symlinkSync(join(base, 'secret.yaml'), join(workspace, 'out.yaml'));
    const { outcome } = await run({ yaml: [...Object.keys(files), 'missing.yaml', 'out.yaml'] });
    const came = Object.fromEntries(outcome.lines.map(({ what, came }) => [what, came]));
    expect(came).toEqual({
      'good.yaml': '{"value":{"replicas":3,"names":["a","b"]}}',
      'deep/good.yaml': '{"value":{"x":1}}',
      'bad.yaml': expect.stringMatching(/^\{"error":"line [23]: /),
      'bomb.yaml': expect.stringMatching(/^\{"error":"line 1: .*aliases/),
      'circle.yaml': expect.stringMatching(/^\{"error":"/),
      'nested.yaml': expect.stringMatching(/^\{"error":"/),
      'empty.yaml': '{"value":null}',
      'binary.yaml': '{"error":"it is no UTF-8 text"}',
      'missing.yaml': '{"error":"the file is missing"}',
      'out.yaml': '{"error":"the file is missing"}',
    });
  });

  it('refuses what is too large, missing or outside', async () => {
    const { base, exercise, workspace, run } = newExercise(passing);
    await expect(run({ yaml: ['../x.yaml'] })).rejects.toMatchObject({ code: 'outside' });
    await expect(run({ yaml: ['/etc/passwd'] })).rejects.toMatchObject({ code: 'outside' });
    await expect(run({ workspace: join(base, 'no') })).rejects.toMatchObject({
      code: 'storage-ENOENT',
    });
    await expect(run({ workspace: join(exercise, 'check.py') })).rejects.toMatchObject({
      code: 'no-folder',
    });
    const big = join(workspace, 'big.bin');
    writeFileSync(big, '');
    truncateSync(big, 201e6);
    await expect(run()).rejects.toMatchObject({ code: 'too-large', message: /200 MB/ });
    writeFileSync(join(base, 'real.py'), passing);
    mkdirSync(join(base, 'other'));
    await expect(run({ exercise: join(base, 'other') })).rejects.toMatchObject({
      code: 'bad-exercise',
      message: 'check.py of the exercise is missing.',
    });
    symlinkSync(join(base, 'real.py'), join(base, 'other', 'check.py'));
    await expect(run({ exercise: join(base, 'other') })).rejects.toMatchObject({
      code: 'bad-exercise',
    });
    expect(existsSync(join(base, 'tmp'))).toBe(true);
    expect(readdirSync(join(base, 'tmp'))).toEqual([]);
  });

  it('takes no program from the workspace', async () => {
    const { workspace, run } = newExercise(passing);
    for (const name of ['subprocess.py', 'signal.py', 'checkkit.py']) {
      writeFileSync(join(workspace, name), 'raise SystemExit("taken")\n');
    }
    writeFileSync(join(workspace, 'python3'), '#!/bin/sh\nexit 9\n', { mode: 0o755 });
    const { outcome } = await run({ env: { PATH: `.:${process.env['PATH']}` } });
    expect(outcome).toMatchObject({ kind: 'checked', passed: true });
  });
});

it('findMissing says how to get what is missing', () => {
  expect(findMissing(['python3', 'git'], { PATH: process.env['PATH'] })).toEqual([]);
  expect(findMissing(['docker', 'helm'], { PATH: '/nowhere' })).toEqual([
    { name: 'docker', how: expect.stringContaining('docker.com') },
    { name: 'helm', how: expect.stringContaining('Install it') },
  ]);
});
