import os
import random
import tempfile

from checkkit import check, need_files, probe

luck = random.Random()
DEPOTS = ["north", "south", "harbor"]
BROKEN = [",n/a", ",", ""]                  # the last one: the line breaks off


def ask(code, **values):
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return probe("from big import *\n" + names + code, timeout_s=20)


def seen(made):
    return made.value if made.ok else made.error


def write(path, rows):
    """A file of `rows` rows. Returns the good readings as (temp, battery, depot)."""
    good = []
    with open(path, "w", encoding="utf-8") as file:
        file.write("battery,depot,temp\n")
        for number in range(rows):
            depot, battery = luck.choice(DEPOTS), f"b{luck.randrange(10, 99)}"
            if number % 97 == 5:
                file.write(f"{battery},{depot}{BROKEN[number // 97 % 3]}\n")
                continue
            temp = luck.randrange(50, 450) / 10
            if number in (rows // 3, rows // 2, rows - 2):    # equal, and the hottest of all
                temp, battery = 61.5, f"b{number % 89 + 10}"
            if number == rows - 1:
                temp = 59.5
            file.write(f"{battery},{depot},{temp}\n")
            good.append((temp, battery, depot))
    return good


def means_are(found, want):
    """Is `found` {depot: {"count": …, "mean": …}} with the counts and totals in `want`?"""
    try:
        return set(found) == set(want) and all(
            found[depot]["count"] == count and abs(found[depot]["mean"] - total / count) < 1e-6
            for depot, (count, total) in want.items())
    except (TypeError, KeyError, AttributeError):
        return False


MEASURE = """
import tracemalloc
def peak(job, path):
    tracemalloc.start()
    result = job(path)
    top = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return result, top
%s
job(tiny)                       # what is paid once is paid here
_, low = peak(job, small)
result, high = peak(job, large)
"""


def grown(made):
    return f"{made.value[-1] / 1e6:.2f} MB more" if made.ok else made.error


need_files("big.py")

with tempfile.TemporaryDirectory() as folder:
    tiny, small, large = (os.path.join(folder, name) for name in ("tiny.csv", "small.csv", "large.csv"))
    size, rest = luck.randrange(20, 60), luck.randrange(1, 20)
    write(tiny, 3 * size + rest)
    write(small, 10_000)
    good = write(large, 40_000)
    with open(tiny, encoding="utf-8") as file:
        lines = [line.strip().split(",") for line in file][1:]

    # chunks
    made = ask("parts = list(chunks(tiny, size))\n"
               "emit([[len(p) for p in parts], [[r['battery'], r['depot']] for p in parts for r in p]])",
               tiny=tiny, size=size)
    want = [size, size, size, rest]
    check(made.ok and made.value[0] == want and made.value[1] == [line[:2] for line in lines],
          "chunks gives every row once, in order, in lists of the size asked for",
          expected=f"{len(lines)} rows in lists of {want}",
          came=f"{len(made.value[1])} rows in lists of {made.value[0]}" if made.ok else made.error,
          hint="The last rows must come out although they fill no list, and an empty list is no chunk.")
    made = ask("emit([len(p) for p in chunks(tiny, size)])", tiny=tiny, size=len(lines))
    check(made.ok and made.value == [len(lines)], "chunks yields no empty list when the rows fill the last one",
          expected=[len(lines)], came=seen(made), hint="Only the next look at the file tells that nothing is left.")
    made = ask(MEASURE % "def job(path): return len(next(iter(chunks(path, 10))))" + "emit([result, high - low])",
               tiny=tiny, small=small, large=large)
    check(made.ok and made.value[0] == 10 and made.value[1] < 5e5, "chunks reads on only when the next list is asked for",
          expected="10 rows, and less than 0.5 MB more for 40,000 rows than for 10,000", came=grown(made),
          hint="list() and readlines() take in the whole file before the first chunk leaves. "
               "A generator with islice reads as far as it must.")

    # merge
    n, total = luck.randrange(3, 9), luck.randrange(300, 900)
    made = ask("emit(merge([{'north': (1, 10.0)}, {'north': (n, total), 'south': (2, 64.0)}, {}]))",
               n=n, total=float(total))
    right, wrong = (10 + total) / (n + 1), (10 + total / n) / 2
    averaged = made.ok and means_are(made.value, {"north": (n + 1, wrong * (n + 1)), "south": (2, 64)})
    check(made.ok and means_are(made.value, {"north": (n + 1, 10 + total), "south": (2, 64)}), "merge weights each part by its count",
          expected={"north": {"count": n + 1, "mean": right}, "south": {"count": 2, "mean": 32.0}}, came=seen(made),
          hint=f"That is the mean of the two means. One reading counted as much as {n}: combine totals, never means."
          if averaged else "Add up counts and totals for each depot, and divide once at the end.")

    # summary
    want = {}
    for temp, _, depot in good:
        count, total = want.get(depot, (0, 0))
        want[depot] = (count + 1, total + temp)
    made = ask(MEASURE % "job = summary" + "emit([result, high - low])", tiny=tiny, small=small, large=large)
    found = made.value[0] if made.ok else None
    check(means_are(found, want), "summary gives count and mean of each depot and skips what is not a number",
          expected={d: {"count": count, "mean": total / count} for d, (count, total) in want.items()},
          came=found if made.ok else made.error,
          hint="float() raises ValueError for 'n/a' and '', and TypeError for the None of a line that breaks off."
          if not made.ok and ("float" in made.error) else "Skipped rows count neither in the total nor in the count.")
    check(made.ok and made.value[1] < 5e5, "summary needs no more memory for a larger file",
          expected="less than 0.5 MB more for 40,000 rows than for 10,000", came=grown(made),
          hint="Somewhere a list grows with the file: all rows, or all temperatures of a depot. "
               "A count and a total for each depot are enough.")

    # hottest
    k = 5
    want = sorted(((temp, battery) for temp, battery, _ in good), key=lambda pair: (-pair[0], pair[1]))[:k]
    made = ask(MEASURE % "def job(path): return hottest(path, 5)" + "emit([result, high - low])",
               tiny=tiny, small=small, large=large)
    found = made.value[0] if made.ok else made.error
    ok = made.ok and isinstance(found, list) and found == [list(pair) for pair in want]
    same = (made.ok and isinstance(found, list) and all(isinstance(pair, list) for pair in found)
            and [pair[:1] for pair in found] == [[temp] for temp, _ in want])
    check(ok, "hottest gives the hottest readings, and of equal ones the smaller battery first",
          expected=want, came=found,
          hint="The temperatures are right, the ties are not: the two parts of the key go in opposite directions."
          if same else "float() raises ValueError or TypeError for what is not a number; compare numbers, not texts.")
    check(made.ok and made.value[1] < 5e5, "hottest needs no more memory for a larger file",
          expected="less than 0.5 MB more for 40,000 rows than for 10,000", came=grown(made),
          hint="sorted() holds every reading. A heap of k readings sees each once and keeps the best.")
