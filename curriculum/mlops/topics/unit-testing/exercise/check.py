import os
import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor

from checkkit import check, need_files, probe, stop

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "starter", "metrics.py"), encoding="utf-8") as file:
    GOOD = file.read()

# What is wrong in each planted bug, the text it replaces and the new text.
PRECISION_VALUES = [
    ("without any warning it fails", "if right + false else 0.0", ""),
    ("without any warning it gives 1.0", "else 0.0", "else 1.0"),
    ("false warnings count twice", "right / (right + false)", "right / (right + 2 * false)"),
]
PRECISION_ERRORS = [
    ("a negative `false` is accepted", "right < 0 or false < 0", "right < 0"),
    ("a negative `right` is accepted", "right < 0 or false < 0", "false < 0"),
]
AVERAGE_VALUES = [
    ("the last window is missing", "- window + 1)", "- window)"),
    ("it divides by the number of all values", "/ window for", "/ len(volts) for"),
]
AVERAGE_EDGES = [
    ("a window of 0 is not refused with ValueError", "window < 1", "window < 0"),
    ("a window of 1 is refused", "window < 1", "window <= 1"),
]
AVERAGE_PROMISE = [
    ("it sorts the caller's list", "    return [sum(", "    volts.sort()\n    return [sum("),
]
CLIP_VALUES = [
    ("the upper end is ignored", "max(low, min(volts, high))", "max(low, volts)"),
    ("the lower end is ignored", "max(low, min(volts, high))", "min(volts, high)"),
    ("equal ends are refused", "low > high", "low >= high"),
    ("ends the wrong way round are accepted", "low > high", "False"),
]
# A result that is plainly wrong: whoever misses it compares no result at all.
NONSENSE = [
    ("precision gives 99.0 for everything that it does not refuse", "return right / (right + false) if right + false else 0.0",
     "return 99.0"),
    ("moving_average gives [99.0] for everything that it does not refuse",
     "return [sum(volts[i:i + window]) / window for i in range(len(volts) - window + 1)]", "return [99.0]"),
    ("clip gives 99.0 for everything that it does not refuse", "return max(low, min(volts, high))", "return 99.0"),
]

RUN = """
import unittest
loader = unittest.TestLoader()
if {reverse}:
    loader.sortTestMethodsUsing = lambda a, b: (b > a) - (b < a)
result = unittest.TestResult()
loader.discover(".").run(result)
bad = result.failures + result.errors + [(test, "it passed though it was expected to fail")
                                         for test in result.unexpectedSuccesses]
emit([result.testsRun - len(result.skipped), [[str(test), text] for test, text in bad]])
"""


def attempt(source, reverse=False):
    """Run the learner's tests on a copy with this metrics.py: how many ran, and which failed."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "copy")
        shutil.copytree(".", copy, ignore=shutil.ignore_patterns(".*", "__pycache__"))
        with open(os.path.join(copy, "metrics.py"), "w", encoding="utf-8") as file:
            file.write(source)
        made = probe(RUN.format(reverse=reverse), cwd=copy, timeout_s=5)
    return made.value if made.ok else [0, [["", made.error]]]


def mutant(old, new):
    assert old in GOOD, old
    return new.join(GOOD.rsplit(old, 1))


def first(failed):
    test, text = failed[0]
    return f"{test}: {text.strip().splitlines()[-1]}"


need_files("test_metrics.py")

ran, failed = attempt(GOOD)
check(ran > 0, "unittest finds your tests", expected="at least one test that is run",
      came=first(failed) if failed else "0 tests",
      hint="Only methods whose names start with test are run, in classes built on unittest.TestCase.")
if not ran:
    stop("without tests there is nothing more to check")

exact = any(re.search(r"\d\.\d{12,}", text) for _, text in failed)
refused = any(text.strip().splitlines()[-1].startswith("ValueError") for _, text in failed)
check(not failed, "Your tests pass on the correct code", expected="no failures", came=first(failed) if failed else None,
      hint="Computed floats are rarely exact: there is an assertion that compares to some decimals." if exact
      else "metrics.py refused these values, and nothing in the test was waiting for it. If the docstring wants that, let "
      "the call happen inside `with self.assertRaises(ValueError):`." if refused
      else "metrics.py is right by definition. Read its docstring again: what does it say about this case?")
if failed:
    stop("tests that are red on the correct code cannot show a bug")

_, failed = attempt(GOOD, reverse=True)
check(not failed, "Your tests pass in the opposite order too", expected="no failures",
      came=first(failed) if failed else None,
      hint="One test uses what another has changed. Build the data in setUp or in the test itself.")

groups = [
    ("Your tests compare the results", NONSENSE,
     "A line such as f(x) == 1 compares and forgets, and the second argument of assertTrue is only a message. "
     "Which assertion compares two values?"),
    ("Your tests notice a wrong precision", PRECISION_VALUES,
     "Besides the normal case the docstring has a special one. And try counts that are not equal."),
    ("Your tests notice that precision accepts negative counts", PRECISION_ERRORS,
     "There are two counts, and either alone can be negative. The first call that raises ends a block of "
     "assertRaises, so give each call a block of its own."),
    ("Your tests notice a wrong moving average", AVERAGE_VALUES,
     "Compare the whole list with one that you worked out, for more values than one window."),
    ("Your tests notice a moved border of the window", AVERAGE_EDGES,
     "A value from the middle of a class does not see its border: try the last window that is refused and the "
     "first that is not."),
    ("Your tests notice a changed argument", AVERAGE_PROMISE,
     "Compare the list after the call with what it was. It must be one on which the change shows."),
    ("Your tests notice a wrong clip", CLIP_VALUES,
     "Three classes (below, between, above) and the ends themselves: equal, and the wrong way round."),
]
with ThreadPoolExecutor(4) as pool:
    for what, bugs, hint in groups:
        caught = list(pool.map(lambda bug: bool(attempt(mutant(bug[1], bug[2]))[1]), bugs))
        missed = [bug[0] for bug, seen in zip(bugs, caught) if not seen]
        check(not missed, what, expected=f"each of {len(bugs)} planted bugs turns a test red" if len(bugs) > 1
              else "the planted bug turns a test red", came="missed: " + "; ".join(missed), hint=hint)
