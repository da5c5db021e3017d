import random

from checkkit import check, need_files, probe

luck = random.Random()


def ask(code, **values):
    """What `code` emits, with the values as variables; they are compared with copies afterwards."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return probe("import copy\nfrom tables import *\n" + names + code)


def seen(made):
    return made.value if made.ok else made.error


need_files("tables.py")

*pair, other = luck.sample(["b07", "b12", "b31", "b44"], 3)
first, second = sorted(pair)         # `second` begins the table of `latest`: names and rows differ in order
a, b, c = luck.randrange(2, 50), luck.randrange(51, 90), luck.randrange(2, 50)
trips = [
    {"trip": 1, "battery": first, "km": a},
    {"trip": 2, "battery": second, "km": None},
    {"trip": 3, "battery": None, "km": c},
    {"trip": 4, "battery": first, "km": b},
    {"trip": 5, "battery": other, "km": 0},
    {"trip": 6, "battery": first, "km": None},
    {"trip": 7, "battery": first, "km": 0},
]
bikes = [
    {"battery": first, "bike": "k1"},
    {"battery": second, "bike": "k2", "depot": "NA"},
    {"battery": None, "bike": "k9"},
]

# left_join
made = ask("rows = left_join(trips, bikes, 'battery')\nemit([[r['trip'], r['bike'], r['depot']] for r in rows])",
           trips=trips, bikes=bikes)
partner = {first: ["k1", None], second: ["k2", "NA"]}
want = [[t["trip"], *partner.get(t["battery"], [None, None])] for t in trips]
if not made.ok or len(made.value) == len(want):
    hint = "Look up the partners of each left row; the columns of the right must exist even where there are none."
else:
    hint = "A left join keeps the rows that have no partner: they get None in the columns of the right."
if made.ok and [3, "k9", None] in made.value:
    hint = "None here means that the key is not known, so two of them say nothing about each other."
check(made.ok and made.value == want, "left_join keeps every left row, and a missing key has no partner",
      expected=want, came=seen(made), hint=hint)

double = bikes + [{"battery": first, "bike": "k3"}]
twice = sum(t["battery"] == first for t in trips) + len(trips)
made = ask("emit(len(left_join(trips, double, 'battery')))", trips=trips, double=double)
check(made.ok and made.value == twice, "left_join gives a left row once for each partner",
      expected=f"{twice} rows: {first} has two partners on the right", came=seen(made),
      hint="A dict from key to one row keeps only the last partner. Keep a list of partners for each key.")

made = ask("""
def attempt(right):
    try:
        return len(left_join(trips, right, 'battery', validate='m:1'))
    except ValueError:
        return "ValueError"
emit([attempt(double), attempt(unknown)])
""", trips=trips, double=double, unknown=bikes + [{"battery": None, "bike": "k8"}])
check(made.ok and made.value[0] == "ValueError", "left_join with validate=\"m:1\" refuses a key that occurs twice on the right",
      expected="ValueError", came=f"{made.value[0]} rows" if made.ok else made.error,
      hint="Without this refusal the trips multiply and every sum after the join is too large. Count the partners.")
check(made.ok and made.value[1] == len(trips), "left_join with validate=\"m:1\" lets missing keys occur twice",
      expected=f"{len(trips)} rows", came=made.value[1] if made.ok else made.error,
      hint="A key that is None matches nothing, so two of them cannot multiply anything.")

# group_stats
made = ask("s = group_stats(trips, 'battery', 'km')\n"
           "emit([[k, s[k]['size'], s[k]['count'], s[k]['mean']] if k in s else [k, 'no such group'] for k in keys])",
           trips=trips, keys=[first, second, None, other])
want = [[first, 4, 3, (a + b) / 3], [second, 1, 0, None], [None, 1, 1, float(c)], [other, 1, 1, 0.0]]


def close(found):
    return len(found) == len(want) and all(
        len(f) == 4 and f[:3] == w[:3] and (f[3] is None) == (w[3] is None)
        and (w[3] is None or isinstance(f[3], (int, float)) and abs(f[3] - w[3]) < 1e-9) for f, w in zip(found, want))


hint = "A group is a list of rows: size is its length, count the number of values that are not None."
if made.ok:
    rows = {r[0]: r for r in made.value}
    if len(rows[None]) == 2:
        hint = "pandas drops rows with a missing key unless you ask for them; here None is a group like any other."
    elif rows[second][2:] != [0, None]:
        hint = "Missing is not zero: a trip whose km nobody knows adds nothing to the count or to the mean."
    elif rows[other][2:] != [1, 0.0]:
        hint = "0 counts as false in a condition, but it is a value. Ask `is not None`."
check(made.ok and close(made.value), "group_stats tells size from count, leaves missing values out of the mean and keeps 0",
      expected=f"group, size, count, mean: {want}", came=seen(made), hint=hint)

# add_share
made = ask("emit([[r['trip'], r['share']] for r in add_share(trips, 'battery', 'km')])", trips=trips)
want = [[1, a / (a + b)], [2, None], [3, 1.0], [4, b / (a + b)], [5, None], [6, None], [7, 0.0]]
ok = made.ok and len(made.value) == len(want) and all(
    f[0] == w[0] and (f[1] is None) == (w[1] is None)
    and (w[1] is None or isinstance(f[1], (int, float)) and abs(f[1] - w[1]) < 1e-9)
    for f, w in zip(made.value, want))
check(ok, "add_share gives one row for each row, with its share of the total of its group",
      expected=want, came=seen(made),
      hint="First the total of each group, then one new row for each row, in the old order. "
           "A missing value has no share, 0 has the share 0, and nothing can be divided by 0.")

# latest
days = [{"trip": 1, "battery": second, "day": 5, "km": 9}, {"trip": 2, "battery": first, "day": 9, "km": 2},
        {"trip": 3, "battery": second, "day": 7, "km": 1}, {"trip": 4, "battery": first, "day": 9, "km": 8},
        {"trip": 5, "battery": second, "day": 6, "km": b}]
made = ask("emit(latest(days, 'battery', 'day'))", days=days)
want = [days[2], days[1]]
mixed = made.ok and isinstance(made.value, list) and any(row not in days for row in made.value)
check(made.ok and made.value == want, "latest gives one whole row for each group",
      expected=want, came=seen(made),
      hint="One of your rows never was in the table: the maximum of each column comes from different rows." if mixed
      else "max() with a key picks a row, and of equals the first. Groups come in order of first appearance.")

# arguments
made = ask("""
before = copy.deepcopy([trips, bikes, days])
changed = []
for name, call in [("left_join", lambda: left_join(trips, bikes, "battery")),
                   ("group_stats", lambda: group_stats(trips, "battery", "km")),
                   ("add_share", lambda: add_share(trips, "battery", "km")),
                   ("latest", lambda: latest(days, "battery", "day"))]:
    call()
    if [trips, bikes, days] != before:
        changed.append(name)
        trips, bikes, days = copy.deepcopy(before)
emit(changed)
""", trips=trips, bikes=bikes, days=days)
check(made.ok and made.value == [], "No function changes the tables it was given",
      expected="all tables as before", came=f"changed by {', '.join(made.value)}" if made.ok else made.error,
      hint="The dict in the list is the caller's own row. `{**row, ...}` builds a new one."
      if made.ok else "This is tried with all four functions; it can be told once they all return something.")
