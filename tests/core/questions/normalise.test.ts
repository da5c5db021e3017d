import { describe, expect, it } from 'vitest';
import {
  normaliseCode,
  normaliseSpace,
  normaliseText,
} from '../../../src/core/questions/normalise.ts';

type Pair = readonly [known: string, typed: string];

const prose = (text: string) => normaliseText(text, false);
const code = (text: string) => normaliseCode(text, false);

describe('space, quotes and dashes', () => {
  it.each<Pair>([
    ['a b', '  a \t b\n'],
    ['a b', 'a\u00a0b'],
    ['10 000', '10\u202f000'],
    ["don't", 'don\u2019t'],
    ["'a'", '\u2018a\u2019'],
    ['"a"', '\u201ca\u201d'],
    ['"a"', '\u201ea\u201c'],
    ['"a"', '\u00aba\u00bb'],
    ['-1', '\u22121'],
    ['a-b', 'a\u2013b'],
    ['a...b', 'a\u2026b'],
    ['caf\u00e9', 'cafe\u0301'],
    ['git', 'git\u200b'],
    ['git', '\ufeffgit'],
    ['git add', 'g\u200cit\u200d a\u2060dd'],
    ['git add', 'git \ufeff add'],
    ['a b', 'a\u3000b'],
  ])('%j is also %j', (plain, typed) => {
    expect(normaliseSpace(typed)).toBe(plain);
  });
});

describe('prose', () => {
  it.each<Pair>([
    ['regression', 'Regression'],
    ['regression', ' regression. '],
    ['a fake', 'A  fake.'],
    ['1000', '1,000'],
    ['1000000', '1,000,000'],
    ['1000000', '1 000 000'],
    ['1000', '1_000'],
    ['1234.5', '1,234.5'],
    ['1000000', '1_000_000'],
    ['-1000', '-1,000.'],
    ['10000', '10\u202f000'],
    ['1000.25', '1 000.25'],
    ['[3.9, 3.8]', '[3.9 , 3.8]'],
    ['[3.9, 3.8]', '[ 3.9, 3.8 ]'],
    ['(a, b)', '( a , b )'],
    ['f(x)[0]', 'f( x )[ 0 ]'],
    ['regression', 're\u200bgression'],
    ['1000', '1,\ufeff000'],
    ['3.12', '3.12.'],
    ['wait...', 'wait\u2026'],
  ])('%j is also %j', (known, typed) => {
    expect(prose(typed)).toBe(prose(known));
  });

  it.each<Pair>([
    ['0.1', '0.01'],
    ['0.1', '0,1'],
    ['10', '1.0'],
    ['41.0', '41'],
    ['1000', '1,00'],
    ['1000', '1.000'],
    ['3, 200', '3200'],
    ['about 2000 rows', 'about 2,000 rows'],
    ['[1,200]', '[1200]'],
    ['b07 100', 'b07100'],
    ['run1_001.csv', 'run1001.csv'],
    ['0,125', '0125'],
    ['0,125', '125'],
    ['1,000 000', '1000000'],
    ['1,0000', '10000'],
    ['1234,567', '1234567'],
    ['4 100 ms', '4100 ms'],
    ['[3.9 3.8]', '[3.93.8]'],
    ['a (b)', 'a(b)'],
    ['a_b', 'ab'],
    ['a b', 'ab'],
    ['a, b', 'a b'],
    ['wait', 'wait...'],
    ['.', ''],
    ['-1', '1'],
    ['reset', 'restore'],
    ['stub', 'stubs'],
  ])('%j is not %j', (known, typed) => {
    expect(prose(typed)).not.toBe(prose(known));
  });

  it('keeps the case where it is told to', () => {
    expect(normaliseText('Protocol', true)).not.toBe(normaliseText('protocol', true));
  });
});

describe('code', () => {
  it.each<Pair>([
    ['npartitions=-1', 'npartitions = -1'],
    ['x = [1, 2]', 'x=[ 1,2 ]'],
    ["print('a')", 'print ( "a" )'],
    ['validate="m:1"', 'validate = \u2018m:1\u2019'],
    ['a<b', 'a  <  b'],
    ['f(x)', 'f(x);'],
    ['f(x)', '$ f(x)'],
    ['select a, b from t', 'SELECT a,b FROM t;'],
    ['def f(x): return -x', 'def f( x ) : return - x'],
    ['x = ""', "x = ''"],
    ['select 1', 'select 1 ;'],
    ['x = "a"', "x = 'a' ;"],
    ['f(x)', '>>> f(x)'],
    ['x % 2', 'x%2'],
    ['x = "a b"', "x  =  'a b'"],
    ['["a", "b"]', "[ 'a' ,'b' ]"],
    ['x = "it\'s"', 'x="it\'s"'],
    ['x = "a\\"b"', 'x="a\\"b"'],
    ['f("a", x)', 'f(\u201ca\u201d,x)'],
    ["don't", 'don\u2019t'],
    [';', ' ; '],
    ['print("a")', 'print\u200b("a")'],
  ])('%j is also %j', (known, typed) => {
    expect(code(typed)).toBe(code(known));
  });

  it.each<Pair>([
    ['a b', 'ab'],
    ['x is not None', 'x is notNone'],
    ['x == 1', 'x = 1'],
    ['x = 0.1', 'x = 0.01'],
    ['f(a, b)', 'f(b, a)'],
    ['"a b"', '"ab"'],
    ['"a "', '"a"'],
    ['x = 1', 'x = "1"'],
    ['x[1:3]', 'x[1,3]'],
    ['1_000', '1000_'],
    ['n=1', 'n=-1'],
    ['x.y', 'x_y'],
    ['", ".join(x)', '",".join(x)'],
    ['"a  b"', '"a b"'],
    ['" a"', '"a"'],
    ["x = '\"'", 'x = "\'"'],
    ['"a\'b"', "'a\"b'"],
    ['"say \'x\'"', '"say "x""'],
    ['> 3.5', '3.5'],
    ['>> 3', '3'],
    [';', ''],
    ['"a;"', '"a"'],
    ['x;;', 'x'],
    ['"a" "b"', '"a""b"'],
  ])('%j is not %j', (known, typed) => {
    expect(code(typed)).not.toBe(code(known));
  });

  it('tells True from true where case is kept', () => {
    expect(normaliseCode('x = True', true)).not.toBe(normaliseCode('x = true', true));
  });
});
