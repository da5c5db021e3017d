import random

from checkkit import check, need_files, probe

luck = random.Random()

NOTED = """
from lazy import *
ran = []
def noted(name, function):
    def task(*arguments):
        ran.append(name)
        return function(*arguments)
    return task
"""


def ask(code, **values):
    """What `code` emits, with the values as variables; `noted` functions note their calls in `ran`."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return probe(NOTED + names + code)


def seen(made):
    return made.value if made.ok else made.error


need_files("lazy.py")

# compute
start, step = luck.randrange(2, 50), luck.randrange(2, 9)
GRAPH = """
graph = {
    "raw": start,
    "next": (noted("next", lambda value, step: value + step), "raw", step),
    "square": (noted("square", lambda a, b: a * b), "next", "next"),
    "total": (noted("total", sum), ["raw", "next", "square"]),
    "report": (noted("report", str), "total"),
    "broken": (noted("broken", lambda: 1 / 0),),
}
before = dict(graph)
def attempt():
    try:
        return compute(graph, "total")
    except Exception as error:
        return f"{type(error).__name__}: {error}".rstrip(': ')
"""
made = ask(GRAPH + "emit([attempt(), ran, [k for k in before if graph.get(k) is not before[k]], len(graph)])",
           start=start, step=step)
value, ran, changed, length = made.value if made.ok else (made.error, [], [], 6)
want = start + (start + step) + (start + step) ** 2
check(value == want, "compute gives the value of a key, through keys and lists of keys",
      expected=want, came=value,
      hint="Before the function of a task is called, each argument that is a key becomes the value of that key, "
           "also inside a list. Other arguments are passed as they are.")
needed = ["next", "square", "total"]
check(made.ok and set(needed) <= set(ran) <= set(needed), "compute runs only the tasks that the key needs",
      expected=sorted(needed), came=sorted(set(ran)) if ran else value,
      hint="Start at the key and go back through the arguments; whatever you do not reach is not run."
      if set(ran) - set(needed) else "This can be told once compute gives a value.")
twice = sorted({name for name in ran if ran.count(name) > 1})
check(made.ok and ran and not twice, "compute runs no task twice",
      expected="each name once", came=f"ran {', '.join(ran)}" if ran else value,
      hint="Keep the results in a dict of their own and look there first: two tasks that need the same one share it."
      if twice else "This can be told once compute gives a value.")
made = ask(GRAPH + "first = attempt()\ngraph['raw'] = start + 1\nbefore = {**before, 'raw': start + 1}\n"
           "second = attempt()\n"
           "emit([first, second, [k for k in before if graph.get(k) is not before[k]], len(graph) - len(before)])",
           start=start, step=step)
again = start + 1 + (start + 1 + step) + (start + 1 + step) ** 2
hint = "This can be told once compute gives a value."
if made.ok and made.value[0] == want:
    hint = "Results belong to one run. Written into the graph, they replace the tasks, and nothing is computed again."
check(made.ok and made.value == [want, again, [], 0], "compute leaves the graph as it was, so that it can be run again",
      expected=f"{want}; {again} after the first value was changed; no task replaced",
      came=f"{made.value[0]}; {made.value[1]}; replaced: {made.value[2] or 'none'}" if made.ok else made.error, hint=hint)
made = ask("""
def attempt(graph, key):
    try:
        return f"no error, {compute(graph, key)!r}"
    except Exception as error:
        return type(error).__name__
emit([attempt({"a": (len, "b"), "b": (len, ["c"]), "c": (len, "a")}, "a"),
      attempt({"a": (max, "b", "c"), "b": (abs, "d"), "c": (abs, "d"), "d": 3}, "a")])
""")
check(made.ok and made.value[0] == "ValueError", "A circle raises ValueError",
      expected="ValueError", came=made.value[0] if made.ok else made.error,
      hint="Note which tasks have begun and not ended; a task that needs one of those closes a circle.")
check(made.ok and made.value[1] == "no error, 3", "Two ways to the same task are no circle",
      expected=3, came=made.value[1] if made.ok else made.error,
      hint="A task that has ended is no longer under way.")

# Frame
sizes = [1, luck.randrange(5, 9), luck.randrange(2, 4)]
low, high = luck.randrange(20, 28), luck.randrange(36, 42)
parts = [[{"volts": low + luck.randrange(5) if number == 0 else high + luck.randrange(5), "ok": True}
          for _ in range(size)] + [{"volts": luck.randrange(90, 99), "ok": False}]
         for number, size in enumerate(sizes)] + [[{"volts": 7, "ok": False}], []]
kept = [row["volts"] for part in parts for row in part if row["ok"]]
everything = [row["volts"] for part in parts for row in part]
FRAME = """
loads = lambda: [name for name in ran if name.startswith("load")]
frame = Frame([noted(f"load {n}", lambda part=part: part) for n, part in enumerate(parts)])
few = frame.filter(lambda row: row["ok"])
"""
made = ask(FRAME + "mean = few.mean('volts')\nemit([loads(), few.npartitions])", parts=parts)
check(made.ok and made.value == [[], 5], "filter and mean load nothing",
      expected="no loads, and still 5 partitions",
      came=f"{len(made.value[0])} loads, {made.value[1]} partitions" if made.ok else made.error,
      hint="A new loader can be a function that will load and filter when it is called, and not before."
      if made.ok else "Both return at once: filter a new Frame, mean an object with a method compute.")
made = ask(FRAME + "first = few.mean('volts').compute()\nmet = loads()\n"
           "emit([first, frame.mean('volts').compute(), met])", parts=parts)
want = [sum(kept) / len(kept), sum(everything) / len(everything)]


def near(found, wanted):
    return isinstance(found, (int, float)) and abs(found - wanted) < 1e-9


groups = [[row["volts"] for row in part if row["ok"]] for part in parts]
means = [sum(group) / len(group) for group in groups if group]
averaged = made.ok and (near(made.value[0], sum(means) / len(means)) or near(made.value[0], sum(means) / len(parts)))
hint = "Each partition gives a count and a sum; the last task adds them up and divides once."
if made.ok and len(made.value[2]) >= len(parts) and len(set(made.value[2])) == 1:
    hint = ("All partitions call the same loader. A function made in a loop looks its variable up when it is called, "
            "and by then the loop has ended; `lambda loader=loader: ...` keeps the one of this round.")
elif averaged:
    hint = ("That is the mean of the partitions' means, and a partition of one row counted like a large one. "
            "Let each give its count and its sum.")
check(made.ok and near(made.value[0], want[0]) and near(made.value[1], want[1]),
      "The mean is right for partitions of different sizes, also empty ones",
      expected=want, came=made.value[:2] if made.ok else made.error, hint=hint)
made = ask(FRAME + "both = few.filter(lambda row: row['volts'] >= 34)\n"
           "emit([both.mean('volts').compute(), few.mean('volts').compute()])", parts=parts)
above = [volts for volts in kept if volts >= 34]
want = [sum(above) / len(above), sum(kept) / len(kept)]
check(made.ok and near(made.value[0], want[0]) and near(made.value[1], want[1]),
      "Of two filters, one after the other, both hold, and the first Frame keeps its own",
      expected=want, came=seen(made),
      hint="The second filter has to start from what the first one gives, and return a new Frame."
      if made.ok else "This can be told once mean gives a value.")
made = ask(FRAME + "mean = few.mean('volts')\nran.clear()\nmean.compute()\nemit(sorted(loads()))", parts=parts)
want = [f"load {number}" for number in range(5)]
check(made.ok and made.value == want, "compute() of the mean loads each partition once",
      expected=want, came=seen(made),
      hint="Count and sum come from the same rows: make them in one task for each partition."
      if made.ok and len(made.value) > 5 else "The partitions are loaded when compute() of the mean is called.")
made = ask("emit([Frame([lambda: [], lambda: []]).mean('volts').compute(), Frame([]).mean('volts').compute()])")
check(made.ok and made.value == [None, None], "The mean of no rows is None",
      expected=[None, None], came=seen(made), hint="Look at the count before you divide.")
