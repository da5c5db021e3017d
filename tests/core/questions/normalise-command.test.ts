import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseCommand } from '../../../src/core/questions/normalise.ts';

type Pair = readonly [known: string, typed: string];

/** Case kept, as it must be where -v and -V are different things. */
const command = (text: string) => normaliseCommand(text, true);

describe('a command', () => {
  const word = fc.stringMatching(/^[a-z]{1,5}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 3 });
  const flags = fc.uniqueArray(fc.constantFrom('-a', '-b', '-C', '--depth', '--x-y'));

  it.each<Pair>([
    ['git status', '$ git status'],
    ['git status', '% git  status'],
    ['git status', '>>> git status'],
    ['git status', '`git status`'],
    ['git status', '``` git status ```'],
    ['git status', '`$ git status`'],
    ['git status', 'git status;'],
    ['git status', 'git status ;'],
    ['git status', 'git\u200b status\ufeff'],
    ['git commit --amend', 'git commit \u2014amend'],
    ['git commit --amend', 'git commit \u2014\u200bamend'],
    ['git commit -m x', 'git commit \u2013m x'],
    ['git show HEAD -5', 'git show HEAD \u20145'],
    ['x -a -b -- c', 'x -b -a -- c'],
    ['git branch --sort=-date', 'git branch --sort -date'],
    ['git branch --sort=-date', 'git branch --sort="-date"'],
    ['git commit -m "fix"', 'git commit -m"fix"'],
    ['git commit -m "fix it"', "git commit -m'fix it'"],
    ['git commit -a -m "fix it"', 'git commit -am"fix it"'],
    ['git commit -m "-x y" -a', 'git commit -a -m "-x y"'],
    ['cat a | head', 'cat a|head'],
    ['cat a > b', 'cat a>b'],
    ['sort < a > b', 'sort <a >b'],
    ['a && b', 'a&&b'],
    ['a || b', 'a||b'],
    ['a; b', 'a ;b;'],
    ['a >> b', 'a>>b'],
    ['a > b 2>&1', 'a>b 2>&1'],
    ['ls -l -a | wc -l', 'ls -al|wc -l'],
    ['git log -n 5 -p | head', 'git log -p -n 5 | head'],
    ['echo a\\ b', 'echo "a b"'],
    ['echo "|"', "echo '|'"],
    ['git commit -a -m x', 'git commit -am x'],
    ['git commit -a -m x', 'git commit -m x -a'],
    ['ls -la', 'ls -al'],
    ['tar -x -z -f a.tgz', 'tar -zxf a.tgz'],
    ['git log --format=%h', 'git log --format %h'],
    ['a --x="b c"', "a --x 'b c'"],
    ['pytest -m "not slow"', 'pytest -m \u201cnot slow\u201d'],
    ['docker run -p 8000:9000 -v a:b i', 'docker run -v a:b -p 8000:9000 i'],
    ['echo ab', 'echo a"b"'],
    ['echo ""', "echo ''"],
    ['git log a...b', 'git log a\u2026b'],
    ['cd ..', 'cd  ..'],
  ])('%j is also %j', (known, typed) => {
    expect(command(typed)).toBe(command(known));
  });

  it.each<Pair>([
    ['git reset a', 'git restore a'],
    ['docker run -p 8000:9000 i', 'docker run -p 9000:8000 i'],
    ['docker run -p 1:2 -v 3:4 i', 'docker run -v 1:2 -p 3:4 i'],
    ['tar -v', 'tar -V'],
    ['git branch -d x', 'git branch -D x'],
    ['git commit -am x', 'git commit -ma x'],
    ['pytest -m "not slow"', 'pytest -m not slow'],
    ['cp a b', 'cp b a'],
    ['git push -f', 'git push --f'],
    ['git push', 'git push -f'],
    ['git log a..b', 'git log a...b'],
    ['git checkout -- a', 'git checkout a'],
    ['a -- -x', 'a -x --'],
    ['ls -v', 'ls -vv'],
    ['head -1', 'head 1'],
    ['echo ""', 'echo'],
    ['echo "a  b"', 'echo a b'],
    ['git show HEAD~1', 'git show HEAD~2'],
    ['rm -r .', 'rm -r ..'],
    ['git push origin :x', 'git push origin x'],
    ['git status', 'git status.'],
    ['git add .', 'git add'],
    ['docker build -t app .', 'docker build -t app'],
    ['rm -f -- -r', 'rm -r -f --'],
    ['rm -- -rf', 'rm -- -r -f'],
    ['rm -- -a -b', 'rm -- -b -a'],
    ['git log -n 5 | head', 'git log | head -n 5'],
    ['git -C dir status', 'git status -C dir'],
    ['docker run -d --name a img', 'docker run --name a img -d'],
    ['docker run -it img -v', 'docker run -itv img'],
    ['git commit -m"fix"', 'git commit -m"xif"'],
    ['git status', '> git status'],
    ['echo a | b', 'echo "a | b"'],
    ['echo a | b', 'echo a "|" b'],
    ['a | b', 'a || b'],
    ['a | b', 'a b'],
    ['a > b', 'a >> b'],
    ['a > b', 'a < b'],
    ['a && b', 'a ; b'],
    ['a && b', 'b && a'],
    ['cat a -n > b', 'cat a > b -n'],
    ['ls -a && cd -b', 'ls -b && cd -a'],
    ['x 2> f', 'x > f'],
    ['echo `date`', 'echo date'],
    ['`a` `b`', 'a b'],
    ['find . -exec rm {} \\;', 'find . -exec rm {}'],
    [';', ''],
    ['x -a b -c', 'x -c b -a'],
  ])('%j is not %j', (known, typed) => {
    expect(command(typed)).not.toBe(command(known));
  });

  it('does not mind the order of flags that belong to different words', () => {
    const given = flags.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(words, given, (head, [all, other]) => {
        const line = (order: readonly string[]) =>
          [...head, ...order.map((flag) => `${flag} of${flag}`)].join(' ');
        expect(command(line(other))).toBe(command(line(all)));
      }),
    );
  });

  it('never takes the value of one flag for that of another', () => {
    fc.assert(
      fc.property(words, word, word, (head, a, b) => {
        fc.pre(a !== b);
        const [line, swapped] = [[a, b] as const, [b, a] as const].map(([x, y]) =>
          [...head, '-x', x, '--yes', y].join(' '),
        );
        expect(command(line ?? '')).not.toBe(command(swapped ?? ''));
      }),
    );
  });

  it('never forgives the order of words that are no flags', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2 }), (line) => {
        const other = [...line.slice(1), ...line.slice(0, 1)];
        expect(command(other.join(' '))).not.toBe(command(line.join(' ')));
      }),
    );
  });

  it('tells -v from -V only where case is kept', () => {
    expect(normaliseCommand('ls -V', false)).toBe(normaliseCommand('ls -v', false));
  });
});
