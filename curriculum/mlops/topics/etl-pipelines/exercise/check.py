import json
import os
import random
import sqlite3
import sys
import tempfile
from contextlib import closing

from checkkit import check, need_files, run

luck = random.Random()
SCRIPT = os.path.abspath("etl.py")
HEADER = "id,amount,currency,sent_at\n"
LIMIT = 5


def price():
    """An amount whose product with 100 lies just below the whole number, and its cents."""
    while True:
        cents = luck.randrange(100, 9000)
        text = f"{cents / 100:.2f}"
        if int(float(text) * 100) < cents:
            return text, cents


need_files("etl.py")

with tempfile.TemporaryDirectory() as folder:
    raw, db = os.path.join(folder, "raw"), os.path.join(folder, "fleet.db")
    os.mkdir(raw)

    def put(day, body, header=HEADER):
        with open(os.path.join(raw, day + ".csv"), "w", encoding="utf-8") as file:
            file.write(header + body)

    def etl(day):
        return run([sys.executable, SCRIPT, "--day", day, "--raw", raw, "--db", db], cwd=folder, timeout_s=LIMIT)

    def tables():
        """(repairs, rejects), or what is wrong with them as text."""
        if not os.path.exists(db):
            return "no database"
        with closing(sqlite3.connect(db)) as con:
            try:
                return (con.execute("select id, day, cents, sent_at from repairs order by id").fetchall(),
                        con.execute("select day, line from rejects order by day, line").fetchall())
            except sqlite3.Error as error:
                return str(error)

    def said(result):
        last = result.err.strip().splitlines()[-1:]
        status = "stopped: too slow" if result.status is None else f"status {result.status}"
        return f"{status}, {last[0]}" if last else f"{status}, nothing on stderr"

    def differs(now, want):
        """What came, in short: the first rows that should not be so."""
        if isinstance(now, str):
            return now
        extra = [row for table, wanted in zip(now, want) for row in table if row not in wanted]
        lost = [row for table, wanted in zip(now, want) for row in wanted if row not in table]
        if not extra and not lost and now != want:
            return f"rows that are there twice: {[len(t) for t in now]} rows for {[len(t) for t in want]}"
        return f"not wanted: {extra[:3]}, missing: {lost[:3]}"

    # the first load
    first, second, third = "2026-11-01", "2026-11-02", "2026-11-03"
    (a, a_cents), (b, b_cents) = price(), price()
    rows = [f"r1,{a},EUR,2026-11-01T08:00", f"r2,5,EUR,2026-11-01T08:10", "r3,0,EUR,2026-11-01T08:20",
            "r1,9,EUR,2026-11-01T07:00", f"r4,7,EUR,2026-11-01T08:00", f"r4,{b},EUR,2026-11-01T09:00"]
    rows += [f"s{n},{n},EUR,2026-11-01T10:00" for n in range(1, 10)]
    bad = [",3,EUR,2026-11-01T09:10", "r8,3,USD,2026-11-01T09:20", "r9,3"]
    places = sorted(luck.sample(range(len(rows)), 3))
    for place, row in zip(reversed(places), bad):
        rows.insert(place, row)
    put(first, "\n".join(rows) + "\n")
    want = [("r1", first, a_cents, "2026-11-01T08:00"), ("r2", first, 500, "2026-11-01T08:10"),
            ("r3", first, 0, "2026-11-01T08:20"), ("r4", first, b_cents, "2026-11-01T09:00")]
    want += [(f"s{n}", first, n * 100, "2026-11-01T10:00") for n in range(1, 10)]
    rejected = [(first, rows.index(row) + 2) for row in bad]
    want = (want, sorted(rejected))
    done = etl(first)
    loaded = tables()
    known = not isinstance(loaded, str)
    hint = "Of an id that comes twice the larger sent_at wins; 0 is an amount."
    if done.status:
        hint = "Look at the last line on stderr."
    if known:
        days = {row[1] for row in loaded[0]}
        short = {row[0]: row[2] for row in loaded[0]}
        if days and first not in days:
            hint = "The day is an argument. Taken from the clock, a run for an old day files its rows under the wrong one."
        elif (short.get("r1"), short.get("r4")) == (a_cents - 1, b_cents - 1):
            hint = f"float('{a}') * 100 lies just below {a_cents}, and int() cuts it off. round() does not."
    check(known and loaded[0] == want[0], "The good rows of the day are in repairs, in cents, each id once",
          expected=f"{len(want[0])} rows, such as {want[0][0]}",
          came=differs((loaded[0], []), (want[0], [])) if known else f"{loaded}; {said(done)}", hint=hint)
    check(known and loaded[1] == want[1], "The bad rows are in rejects with their lines",
          expected=want[1], came=loaded[1] if known else loaded,
          hint="Count the lines of the file, the header too. Of a row that breaks off, csv.DictReader gives None for the rest.")
    try:
        report = json.loads(done.out)
    except ValueError:
        report = None
    wanted = {"day": first, "loaded": len(rows) - 3, "rejected": 3}
    check(done.status == 0 and report == wanted, "A load ends with status 0 and one line of JSON on stdout",
          expected=wanted, came=done.out.strip() or said(done),
          hint="`loaded` counts the good rows of the file, also those that a newer one replaced; messages go to stderr.")

    # again
    etl(first)
    etl(first)
    again = tables()
    check(known and again == loaded, "Running the same day again changes nothing",
          expected="the same tables after three runs", came=differs(again, loaded) if known else again,
          hint="What a run adds, the next run adds once more. Take out what this day brought before, in the same transaction, "
               "or write by key." if known else "This can be told once the first run loads something.")

    # the next day: r2 newer, r3 late, s1 new day
    body = "r2,6.40,EUR,2026-11-02T08:00\nr3,8,EUR,2026-10-31T23:50\nr5,12,EUR,2026-11-02T08:30\n"
    put(second, body)
    etl(second)
    two = tables()
    here = {row[0]: row for row in two[0]} if not isinstance(two, str) else {}
    newer = [("r2", second, 640, "2026-11-02T08:00"), ("r3", first, 0, "2026-11-01T08:20"),
             ("r5", second, 1200, "2026-11-02T08:30")]
    came = [here.get(row[0]) for row in newer]
    check(came == newer, "A newer row replaces an older one, and an older one that comes late does not",
          expected=newer, came=came if here else two,
          hint="The last row to arrive is not the newest. An upsert may have a `where` that compares sent_at."
          if here.get("r3", ("",) * 4)[2] == 800 else "Rows with a key that may come again are what `on conflict` is for.")
    stays = [row for row in want[0] if row[0] not in ("r2", "r3")]
    kept = [row for row in stays if here.get(row[0]) == row]
    check(kept == stays and here and two[1] == want[1], "A load leaves the rows and the rejects of other days alone",
          expected=f"{len(stays)} rows and {len(want[1])} rejects of {first}",
          came=f"{len(kept)} rows and {sum(r[0] == first for r in two[1])} rejects" if here else two,
          hint="A `delete` without the day takes away what other days brought."
          if len(kept) < len(stays) else "The rejects of a day belong to that day.")
    etl(first)
    back = tables()
    check(here and back == two, "A backfill of the first day does not undo the second",
          expected="the same tables as before", came=differs(back, two) if here else back,
          hint="Compare sent_at with what the table holds, not only inside the file.")

    # refusals
    before = tables()
    put(third, "t1,1,EUR,2026-11-03T08:00\nt2,x,EUR,2026-11-03T08:00\nt3,-1,EUR,2026-11-03T08:00\n")
    done = etl(third)
    after = tables()
    clean = done.status == 1 and done.err.strip() and "Traceback" not in done.err
    hint = "Two of three rows are bad: say so on stderr and return 1, before anything is written."
    if after != before:
        hint = "The audit came too late: the tables had changed already. Everything before the load only looks."
    elif done.status == 0:
        hint = "Whoever started the job sees only the status. With 0 the next task runs on the data of yesterday."
    check(here and clean and after == before, "With too many bad rows the day is refused and the database is unchanged",
          expected="status 1, a message without traceback, the same tables",
          came=f"{said(done)}; tables {'as before' if after == before else 'changed'}", hint=hint)
    put("2026-11-04", "t1,1,2026-11-04T08:00\n", "id,amount,sent_at\n")
    column, absent = etl("2026-11-04"), etl("2026-12-31")
    named = "currency" in column.err
    clean = all(d.status == 1 and d.err.strip() and "Traceback" not in d.err for d in (column, absent))
    check(here and clean and named and tables() == before, "A missing column is named, a missing file told, and nothing is loaded",
          expected="both: status 1, a message without traceback; the first with the word currency",
          came=f"column: {said(column)}; file: {said(absent)}",
          hint="Compare the header with what you need before you read any row, and catch only what you expect there.")

    # what float() accepts, and the limit itself
    good = [f"u{n},1,EUR,2026-11-05T08:00\n" for n in range(8)]
    put("2026-11-05", "".join([*good, "u8,nan,EUR,2026-11-05T08:00\n", "u9,inf,EUR,2026-11-05T08:00\n"]))
    done = etl("2026-11-05")
    now = tables()
    ids = [row[0] for row in now[0] if row[0].startswith("u")] if not isinstance(now, str) else []
    check(done.status == 0 and ids == [f"u{n}" for n in range(8)], "nan and inf are no amounts, and exactly 20 % bad rows are accepted",
          expected="u0 to u7 loaded, u8 and u9 rejected, status 0", came=f"loaded: {', '.join(ids) or 'none'}; {said(done)}",
          hint="float() accepts the texts nan and inf. A comparison that must be true catches both."
          if {"u8", "u9"} & set(ids) or "cannot convert" in done.err else "Two of ten are not more than 20 %.")
