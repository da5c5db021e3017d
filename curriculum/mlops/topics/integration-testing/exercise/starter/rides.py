"""The nightly report. Correct code: leave it as it is, and test the parts together."""

import json
import sqlite3
import urllib.request


def http_get(url):
    with urllib.request.urlopen(url, timeout=5) as answer:
        return answer.read().decode()


def fetch(url, get=http_get):
    """[{'bike': str, 'cents': int}, ...] of the rides.

    The service sends JSON in which cents are text: [{"bike": "k12", "cents": "150"}].
    Test rides come without a bike; they are dropped.
    """
    return [{"bike": ride["bike"], "cents": int(ride["cents"])} for ride in json.loads(get(url)) if ride.get("bike")]


def store(path, rides):
    """Replace what the table rides in the file `path` holds."""
    con = sqlite3.connect(path)
    try:
        con.execute("create table if not exists rides(bike text, cents integer)")
        con.execute("delete from rides")
        con.executemany("insert into rides values (:bike, :cents)", rides)
        con.commit()
    finally:
        con.close()


def report(path):
    """{bike: euros earned}"""
    con = sqlite3.connect(path)
    try:
        return {bike: cents / 100 for bike, cents in con.execute("select bike, sum(cents) from rides group by bike")}
    finally:
        con.close()


def main(url, path="rides.db", get=http_get):
    """Fetch, store, report: {bike: euros earned} of the rides at `url`."""
    store(path, fetch(url, get))
    return report(path)
