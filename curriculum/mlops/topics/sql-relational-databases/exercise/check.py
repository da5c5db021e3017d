import os
import random

from checkkit import check, need_files, probe

luck = random.Random()
FILES = [f"q{number}.sql" for number in range(1, 7)]
QUERY = "select id from visits where battery = ? and day >= ?"

need_files(*FILES)
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "starter", "schema.sql"), encoding="utf-8") as file:
    schema = file.read()

# Batteries 4, 5, 8 and 10 have no visit; 9 has only an open one. The first four replace none.
# Their order by id is never that by name.
names = sorted(luck.sample([f"b{number:02d}" for number in range(10, 100)], 10), reverse=True)
batteries = [(n, names[n - 1], None if n < 5 else luck.randrange(1, n)) for n in range(1, 11)]
STATES = ["done", "done", "open"]
visits = [(n, luck.choice([1, 2, 3, 6, 7]), f"2026-10-{luck.randrange(1, 8):02d}", STATES[n % 3])
          for n in range(1, 31)]
visits += [(31, 1, "2026-10-20", "done"), (32, 1, "2026-10-20", "open"),      # two on one day
           (33, 2, "2026-10-20", "done"), (34, 2, "2026-10-02", "done"),      # the larger id is the older one
           (35, 9, "2026-10-01", "open"), (36, 3, "2026-10-03", "cancelled")]


def used(rows):
    """The pieces of each part."""
    sums = {}
    for _, part, qty, _ in rows:
        sums[part] = sums.get(part, 0) + qty
    return sums


def above(sums, limit):
    return [(part, count) for part, count in sorted(sums.items()) if count > limit]


# Drawn again until two parts are above the limit and one is on it, and the open visits count.
states = {visit[0]: visit[3] for visit in visits}
while True:
    parts = [(v[0], luck.choice(["cell", "fuse", "seal", "bolt", "plug"]), luck.randrange(1, 4), luck.randrange(1, 9) * 10)
             for v in visits[:30] for _ in range(luck.randrange(1, 4))]
    parts += [(31, part, qty, 10) for part, qty in [("cell", 1), ("fuse", 2), ("seal", 6), ("bolt", 5), ("plug", 1)]]
    pieces, done = used(parts), used(row for row in parts if states[row[0]] == "done")
    least = sorted(pieces.values())[2]
    if len(set(pieces.values())) == 5 and above(done, least) != above(pieces, least):
        break
rare = min(pieces, key=lambda part: pieces[part])
parts.append((36, rare, 50, 10))            # cancelled
payments = [(v[0], luck.randrange(1, 50)) for v in visits[:30] for _ in range(luck.randrange(0, 3))]
payments += [(31, 5), (31, 45)]

RUN = """
import sqlite3
con = sqlite3.connect(":memory:")
con.executescript(schema)
for table, rows in filling:
    con.executemany(f"insert into {table} values ({','.join('?' * len(rows[0]))})", rows)
with open(name, encoding="utf-8") as file:
    statement = file.read().strip().rstrip(";")
rows = con.execute(statement, {"min": least}).fetchall()
if name == "q6.sql":
    rows = [row[-1] for row in con.execute("explain query plan " + query, (1, ""))]
emit(rows)
"""
filling = [("batteries", batteries), ("visits", visits), ("parts", parts), ("payments", payments)]


def answer(name):
    """The rows of the learner's statement, or the error as text."""
    values = {"schema": schema, "filling": filling, "name": name, "least": least, "query": QUERY}
    with open(name, encoding="utf-8") as file:
        if not [line for line in file if line.strip() and not line.lstrip().startswith("--")]:
            return "the file has no statement yet"
    made = probe("".join(f"{key} = {value!r}\n" for key, value in values.items()) + RUN, timeout_s=5)
    return [tuple(row) if isinstance(row, list) else row for row in made.value] if made.ok else made.error


def text(name):
    """What the learner wrote, in lower case, without the lines of comment."""
    with open(name, encoding="utf-8") as file:
        return " ".join(line for line in file if not line.lstrip().startswith("--")).lower()


def has_left_join(name):
    return "left" in text(name).split()


def compare(found, want):
    """What to show: the first row that differs."""
    if isinstance(found, str):
        return "the rows", found
    if not found:
        return f"{len(want)} rows", "no rows"
    for number, row in enumerate(want):
        if number >= len(found):
            return f"{len(want)} rows, row {number + 1}: {row}", f"{len(found)} rows"
        if found[number] != row:
            return f"{len(want)} rows, row {number + 1}: {row}", f"{len(found)} rows, row {number + 1}: {found[number]}"
    return f"{len(want)} rows", f"{len(found)} rows"


def report(name, found, want, what, hint):
    expected, came = compare(found, want)
    check(found == want, f"{name}: {what}", expected=expected, came=came, hint=hint)


# q1
by_name = sorted(batteries, key=lambda battery: battery[1])
want = [(name, sum(v[1] == n and v[3] == "done" for v in visits)) for n, name, _ in by_name]
found = answer("q1.sql")
hint = "Keep every battery with a left join, and count a column of the visits."
if isinstance(found, list) and found:
    if len(found) < len(want) and not has_left_join("q1.sql"):
        hint = "Batteries without a visit are missing, because a plain join drops rows without a partner."
    elif len(found) < len(want):
        hint = "A condition on the visits in `where` drops the rows that the left join kept. Where does it belong?"
    elif [max(w[1], 1) for w in want] == [f[1] for f in found if len(f) > 1]:
        hint = "count(*) counts the row that the left join made for a battery without a visit."
report("q1.sql", found, want, "every battery is listed, with 0 if it has no done visit", hint)

# q2
replaced = {battery[2] for battery in batteries}
want = [(name,) for n, name, _ in by_name if n not in replaced]
found = answer("q2.sql")
report("q2.sql", found, want, "the batteries that no other replaces, although some replace none",
       "With one NULL in its list, `not in` is never true: nobody knows whether NULL is this battery." if found == []
       else "For each battery ask whether there exists one that replaces it.")

# q3
want = [(v[0], sum(p[2] * p[3] for p in parts if p[0] == v[0]), sum(m[1] for m in payments if m[0] == v[0]))
        for v in visits]
found = answer("q3.sql")
row = {w[0]: w for w in want}[31]
multiplied = isinstance(found, list) and any(f[:1] == (31,) and len(f) == 3 and f[2] == 5 * row[2] for f in found)
hint = "Every visit once, and 0 in place of NULL: a sum over nothing is NULL."
if "distinct" in text("q3.sql"):
    hint = "`distinct` also drops two real parts or payments of the same amount. Sum each table before you join."
elif multiplied:
    hint = "Joined with both tables, a visit has one row for each pair of a part and a payment. Sum before you join."
elif isinstance(found, list) and found and len(found) < len(want):
    hint = "Visits without parts or payments are missing: which join keeps them?"
report("q3.sql", found, want, "parts and payments are summed without multiplying each other", hint)

# q4
latest = {}
for visit in visits:
    kept = latest.get(visit[1])
    if kept is None or (visit[2], visit[0]) > (kept[2], kept[0]):
        latest[visit[1]] = visit
want = [(battery, latest[battery][0], latest[battery][2]) for battery in sorted(latest)]
found = answer("q4.sql")
rows = {(v[1], v[0], v[2]) for v in visits}
hint = "Number the visits of each battery from the latest on, and keep number 1. On equal days the id decides."
if isinstance(found, list) and any(f not in rows for f in found if len(f) == 3):
    hint = "One of your rows never existed: two maxima come from different visits."
elif isinstance(found, list) and [f[::2] for f in found] == [w[::2] for w in want]:
    hint = ("Day and battery are right, the visit is not: two visits share that day. Beside max(), SQLite picks a row "
            "for a column that is neither grouped nor aggregated; PostgreSQL refuses.")
report("q4.sql", found, want, "visit and day belong to the same, latest visit", hint)

# q5
want = above(pieces, least)
found = answer("q5.sql")
hint = "Join the parts with their visits, leave out the cancelled ones, and sum for each part."
if found == above(pieces, least - 1):
    hint = f"More than :min: a part of which exactly {least} pieces were used is not listed."
elif found and found in (above(done, least), above(done, least - 1)):
    hint = "Those are the done visits. Only the cancelled ones are left out, so the open ones count as well."
elif isinstance(found, list):
    listed = {f[0] for f in found if f}
    if rare in listed and dict(want).get(rare) is None:
        hint = f"Most pieces of {rare} belong to a visit that was cancelled."
    elif not {part for part, _ in want} <= listed or any(f not in want for f in found):
        hint = "`where` looks at single rows, before anything is summed. What looks at the sum of a group?"
report("q5.sql", found, want, "the limit applies to the sum for each part, without cancelled visits", hint)

# q6
found = answer("q6.sql")
plan = "; ".join(str(line) for line in found) if isinstance(found, list) else found
hint = "Equality first, then the range: the index has to begin with the column that is compared with =."
if "one statement at a time" in plan:
    hint = "One index that holds both columns: of two single ones the plan uses one, and the rest is read row by row."
elif "day>" in plan and "battery=" not in plan:
    hint = "The range comes first in your index, so the battery cannot be looked up behind it."
elif "battery=" in plan:
    hint = "The battery is found by the index; the day is not yet part of it."
check("SEARCH" in plan and "battery=? AND day>?" in plan, "q6.sql: the query looks up battery and day in the index",
      expected="SEARCH visits USING … INDEX … (battery=? AND day>?)", came=plan, hint=hint)
