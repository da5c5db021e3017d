import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor

from checkkit import check, need_files, probe, stop

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "starter", "rides.py"), encoding="utf-8") as file:
    GOOD = file.read()

# What is wrong in each planted fault, the text it replaces and the new text.
FIT = [
    ("store does not commit", "        con.commit()\n", ""),
    ("report reads another table than store writes", "from rides group", "from ride group"),
    ("report reads another column than store writes", "sum(cents)", "sum(amount)"),
]
WIRING = [
    ("main reports on another file than it was given", "return report(path)", "return report('rides.db')"),
    ("main does not pass `get` on", "fetch(url, get))", "fetch(url))"),
    ("main reports before it stores", "    store(path, fetch(url, get))\n    return report(path)",
     "    store(path, [])\n    found = report(path)\n    store(path, fetch(url, get))\n    return found"),
]
VALUES = [
    ("fetch does not take cents as text", 'int(ride["cents"])', 'ride["cents"] + 0'),
    ("report gives cents as euros", "cents / 100", "cents"),
    ("rides without a bike are kept", '{"bike": ride["bike"], "cents": int(ride["cents"])} for ride in json.loads(get(url)) if ride.get("bike")',
     '{"bike": ride.get("bike", ""), "cents": int(ride["cents"])} for ride in json.loads(get(url))'),
]
AGAIN = [
    ("store keeps the rides of the night before", '        con.execute("delete from rides")\n', ""),
]

RUN = """
import socket, unittest
ask, home = socket.getaddrinfo, ("127.0.0.1", "localhost", "::1", None)

def cut(host, *rest, **named):
    if host not in home:
        raise OSError(f"no internet in this check, but {host} was asked for")
    return ask(host, *rest, **named)

socket.getaddrinfo = cut
connect = socket.socket.connect

def connect_home(self, address):
    if isinstance(address, tuple) and address[0] not in home:
        raise OSError(f"no internet in this check, but {address[0]} was asked for")
    return connect(self, address)

socket.socket.connect = connect_home
result = unittest.TestResult()
unittest.TestLoader().discover(".").run(result)
bad = result.failures + result.errors + [(test, "it passed though it was expected to fail")
                                         for test in result.unexpectedSuccesses]
emit([result.testsRun - len(result.skipped), [[str(test), text] for test, text in bad]])
"""


def everything(folder):
    return {os.path.relpath(os.path.join(where, name), folder) for where, folders, files in os.walk(folder)
            for name in folders + files if "__pycache__" not in os.path.join(where, name)}


def attempt(source):
    """Run the learner's tests on a copy with this rides.py: how many ran, which failed, what they left."""
    with tempfile.TemporaryDirectory() as folder:
        copy, scratch = os.path.join(folder, "copy"), os.path.join(folder, "scratch")
        shutil.copytree(".", copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "*.db"))
        os.mkdir(scratch)
        with open(os.path.join(copy, "rides.py"), "w", encoding="utf-8") as file:
            file.write(source)
        before = everything(copy)
        made = probe(RUN, cwd=copy, timeout_s=6, env={"TMPDIR": scratch, "TEMP": scratch, "TMP": scratch, "no_proxy": "*"})
        left = sorted(everything(copy) - before) + sorted(f"{name} in the folder for temporary files"
                                                          for name in everything(scratch))
    ran, failed = made.value if made.ok else [0, [["", made.error]]]
    return ran, failed, left


def fault(old, new):
    assert old in GOOD, old
    return new.join(GOOD.rsplit(old, 1))


def first(failed):
    test, text = failed[0]
    return f"{test}: {text.strip().splitlines()[-1]}"


need_files("test_integration.py")

ran, failed, left = attempt(GOOD)
check(ran > 0, "unittest finds your tests", expected="at least one test that is run",
      came=first(failed) if failed else "0 tests",
      hint="A class built on unittest.TestCase, with methods whose names start with test.")
if not ran:
    stop("without tests there is nothing more to check")

said = "\n".join(text for _, text in failed)
if "no internet in this check" in said:
    hint = ("The service is not there at night in a test, or sends something else each day. "
            "There is a parameter through which you can hand in an answer of your own.")
elif "no such table" in said:
    hint = "Each connection to :memory: opens a new, empty database, and store and report each open their own."
else:
    hint = "rides.py is right by definition. Read the docstrings again: what does the service send, what comes out?"
check(not failed, "Your tests pass on the correct code, without the internet", expected="no failures",
      came=first(failed) if failed else None, hint=hint)
if failed:
    stop("tests that are red on the correct code cannot show a fault")

check(not left, "Your tests leave no file behind", expected="no new file", came=", ".join(left),
      hint="Give each test a temporary folder that is cleaned up whatever happens. "
           "A line at the end of a test that deletes is skipped when an assertion above it fails.")

groups = [
    ("Your tests notice when store and report do not fit", FIT,
     "Let report read what store wrote, in one test and with a real file. A mock agrees with every name, and "
     "a test of one part cannot see what the other expects."),
    ("Your tests notice when main is wired wrongly", WIRING,
     "Call main itself, with your own path and your own `get`, and compare what it returns."),
    ("Your tests notice a wrong value on the way", VALUES,
     "Your answer in place of the service should look like a real one: text for cents, several rides of a bike, "
     "a test ride."),
    ("Your tests notice rides of the night before", AGAIN,
     "One night cannot show it. What does a second run on the same file promise?"),
]
left_red = set()
with ThreadPoolExecutor(4) as pool:
    for what, faults, hint in groups:
        tried = list(pool.map(lambda planted: attempt(fault(planted[1], planted[2])), faults))
        missed = [planted[0] for planted, (_, failed, _) in zip(faults, tried) if not failed]
        if faults is not WIRING:  # faulty wiring writes files of its own
            for _, failed, left in tried:
                left_red.update(left if failed and failed[0][0] else [])
        check(not missed, what, expected=f"each of {len(faults)} planted faults turns a test red" if len(faults) > 1
              else "the planted fault turns a test red", came="missed: " + "; ".join(missed), hint=hint)
check(not left_red, "Your tests leave no file behind when they are red either", expected="no new file",
      came=", ".join(sorted(left_red)),
      hint="The first assertion that fails ends the test, and what stands below it is skipped. Register the cleanup right "
      "after you make the thing: it then runs whatever happens.")
