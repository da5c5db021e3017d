import os
import random
import tempfile

from checkkit import check, need_files, probe

BATTERIES = ["b07", "b12", "b31"]
luck = random.Random()


def ask(code, **values):
    """What `code` emits, with the values as variables."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return probe("from latency import *\n" + names + code)


def seen(made):
    return made.value if made.ok else made.error


def advise(made, text):
    if not made.ok and made.error.startswith(("SyntaxError", "IndentationError", "TabError")):
        return "Python cannot read latency.py at all. `python3 latency.py` shows the line where it gave up."
    return "This function is still empty." if "NotImplementedError" in str(seen(made)) else text


need_files("latency.py")

# with_tag
tag, other = luck.sample(["hot", "cold", "slow", "new"], 2)
made = ask("record = {'battery': 'b07', 'tags': ['x']}\n"
           "a = with_tag(record, tag)\nb = with_tag({'battery': 'b12'}, other)\n"
           "emit([record, a, b])", tag=tag, other=other)
before = {"battery": "b07", "tags": ["x"]}
check(made.ok and made.value[0] == before, "with_tag leaves its argument as it was",
      expected=before, came=made.value[0] if made.ok else made.error,
      hint=advise(made, "A record may come without \"tags\"; `get` of a dict takes a value to use then."
                  if "KeyError" in made.error
                  else "The parameter is a label on the caller's dict, and a copy of the dict still shares the list inside."))
want = [{"battery": "b07", "tags": ["x", tag]}, {"battery": "b12", "tags": [other]}]
check(made.ok and made.value[1:] == want, "with_tag adds to the old tags and shares nothing between calls",
      expected=want, came=made.value[1:] if made.ok else made.error,
      hint=advise(made, "A default is evaluated once, when `def` runs; every call without that argument gets the same list."))

# parse_line
number = luck.randrange(100, 999)
made = ask("emit(parse_line(line))", line=f"10:00:07 b07 {number}")
want = {"time": "10:00:07", "battery": "b07", "ms": number}
check(made.ok and made.value == want and isinstance(made.value["ms"], int), "parse_line gives ms as a whole number",
      expected=want, came=seen(made),
      hint=advise(made, "The docstring shows a whole number: int() makes one." if made.ok and made.value == want
                  else "What split() returns is text, whatever it looks like."))

with tempfile.TemporaryDirectory() as folder:
    good, bad = os.path.join(folder, "good.log"), os.path.join(folder, "bad.log")
    # Drawn again until the mean is no whole number and the maximum is neither the first nor the last.
    while True:
        events = [(luck.choice(BATTERIES), luck.randrange(50, 3000)) for _ in range(luck.randrange(6, 12))]
        events += [(BATTERIES[0], 40), (BATTERIES[1], 60)]
        first = [ms for battery, ms in events if battery == BATTERIES[0]]
        if sum(first) % len(first) and max(first) not in (first[0], first[-1]):
            break
    rows = [f"10:00:{second:02d} {battery} {ms}" for second, (battery, ms) in enumerate(events)]
    header = ["# sensor service"] + [""] * luck.randrange(1, 4)
    with open(good, "w", encoding="utf-8") as file:
        file.write("\n".join(header + rows[:2] + ["", "# restart"] + rows[2:]) + "\n")
    with open(bad, "w", encoding="utf-8") as file:
        file.write("\n".join(header + rows[:2] + ["10:00:31 b12 soon"] + rows[2:]) + "\n")
    broken = len(header) + 3

    # read_events
    as_dicts = [{"time": row.split()[0], "battery": battery, "ms": ms} for row, (battery, ms) in zip(rows, events)]
    made = ask("emit([{**e, 'ms': int(e['ms'])} for e in read_events(path)])", path=good)
    check(made.ok and made.value == as_dicts, "read_events finds every event and skips comments and blank lines",
          expected=as_dicts, came=seen(made),
          hint=advise(made, "A line from a file ends with a line break; strip() it before you ask whether it is blank."))
    made = ask("emit(next(iter(read_events(path)))['battery'])", path=bad)
    check(made.ok and made.value == events[0][0], f"read_events gives the first event before it looks at the bad line {broken}",
          expected=events[0][0], came=seen(made),
          hint=advise(made, "A list is complete before the caller gets anything. `yield` hands out one event and waits."))
    made = ask("""
try:
    emit(["no error", len(list(read_events(path)))])
except Exception as error:
    emit([type(error).__name__, str(error), type(error.__cause__).__name__])
""", path=bad)
    silent = made.ok and made.value[0] == "no error"
    text = made.value[1].replace(bad, "") if made.ok and not silent else ""
    digits = "".join(c if c.isdigit() else " " for c in text).split()
    check(made.ok and made.value[0] == "ValueError" and str(broken) in digits,
          f"A malformed line raises ValueError that names line {broken}",
          expected=f"ValueError with the number {broken} in its message",
          came=f"no error, and {made.value[1]} events" if silent else seen(made),
          hint="A malformed line that is skipped is data that is missing, and nobody learns of it." if silent
          else advise(made, "enumerate() counts the lines; count before you skip any, and start at 1."))
    check(made.ok and made.value[-1] == "ValueError", "The first error is kept as the cause",
          expected="ValueError as the cause", came=seen(made),
          hint=advise(made, "`raise ... from error` keeps what int() or split() had to say."))

# summarise
groups = {}
for battery, ms in events:
    groups.setdefault(battery, []).append(ms)
want = {battery: [len(ms), sum(ms) / len(ms), max(ms)] for battery, ms in groups.items()}
code = "s = summarise({})\nemit({{b: [v['count'], v['mean'], v['max']] for b, v in s.items()}})"
plain = [{"battery": battery, "ms": ms} for battery, ms in events]


def close(found):
    return (isinstance(found, dict) and found.keys() == want.keys()
            and all(found[b][0] == n and abs(found[b][1] - mean) < 1e-6 and found[b][2] == top
                    for b, (n, mean, top) in want.items()))


listed = ask(code.format("events"), events=plain)
check(listed.ok and close(listed.value), "summarise counts, averages and finds the maximum for each battery",
      expected=want, came=seen(listed), hint=advise(listed, "Each battery needs its own values; a dict from battery to them is enough."))
made = ask(code.format("(e for e in events)"), events=plain)
check(made.ok and close(made.value), "summarise gives the same for a generator",
      expected=want, came=seen(made),
      hint="A generator can be read only once: whatever you need from an event, take it the first time."
      if listed.ok and close(listed.value) else advise(made, "First make it right for a list."))

# make_slow_filters
limits = sorted(luck.sample(range(100, 400), 2)) + [luck.randrange(600, 900)]
made = ask("emit([bool(f({'ms': 500})) for f in make_slow_filters(limits)])", limits=limits)
check(made.ok and made.value == [True, True, False], "Each filter keeps its own limit",
      expected=f"for 500 ms and the limits {limits}: [True, True, False]", came=seen(made),
      hint="Names in a body are looked up at the call, and by then the loop has ended. What is evaluated earlier?")
