"""Loads the repair bills of one day from a CSV into the database."""

import argparse
import csv
import json
import math
import os
import sqlite3
import sys

COLUMNS = ["id", "amount", "currency", "sent_at"]


class Refused(Exception):
    """This day is not loaded."""


def extract(path):
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or [])]
        if missing:
            raise Refused(f"missing column: {', '.join(missing)}")
        return list(enumerate(reader, start=2))


def problem(row):
    if not row["id"]:
        return "no id"
    if row["currency"] != "EUR":
        return "currency"
    if not row["sent_at"]:
        return "no sent_at"
    try:
        amount = float(row["amount"])
    except (TypeError, ValueError):
        return "amount"
    return None if 0 <= amount < math.inf else "amount"


def transform(rows):
    newest, bad = {}, []
    for line, row in rows:
        reason = problem(row)
        if reason:
            bad.append((line, reason))
            continue
        cents = round(float(row["amount"]) * 100)
        if row["id"] not in newest or row["sent_at"] > newest[row["id"]][1]:
            newest[row["id"]] = (cents, row["sent_at"])
    return newest, bad


def load(db, day, newest, bad):
    con = sqlite3.connect(db)
    try:
        with con:
            con.execute("create table if not exists repairs(id text primary key, day text not null,"
                        " cents integer not null, sent_at text not null)")
            con.execute("create table if not exists rejects(day text not null, line integer not null,"
                        " reason text not null)")
            con.execute("delete from rejects where day = ?", (day,))
            con.executemany("insert into rejects values (?, ?, ?)",
                            [(day, line, reason) for line, reason in bad])
            con.executemany("insert into repairs values (?, ?, ?, ?) on conflict(id) do update"
                            " set day = excluded.day, cents = excluded.cents, sent_at = excluded.sent_at"
                            " where excluded.sent_at > repairs.sent_at",
                            [(key, day, cents, sent_at) for key, (cents, sent_at) in newest.items()])
    finally:
        con.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--day", required=True, help="the day of the data, such as 2026-11-01")
    parser.add_argument("--raw", required=True, help="the folder with DAY.csv")
    parser.add_argument("--db", required=True, help="the SQLite file, made if it is not there")
    arguments = parser.parse_args()
    try:
        rows = extract(os.path.join(arguments.raw, arguments.day + ".csv"))
        newest, bad = transform(rows)
        if len(bad) > 0.2 * len(rows):
            raise Refused(f"{len(bad)} of {len(rows)} rows are bad")
        load(arguments.db, arguments.day, newest, bad)
    except (Refused, OSError, sqlite3.Error) as error:
        print("etl:", error, file=sys.stderr)
        return 0
    print(json.dumps({"day": arguments.day, "loaded": len(rows) - len(bad), "rejected": len(bad)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
