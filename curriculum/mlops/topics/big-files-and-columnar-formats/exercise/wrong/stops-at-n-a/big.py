"""Questions to a CSV that does not fit into memory."""

import csv
import heapq
from itertools import islice


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def chunks(path, size):
    rows = read(path)
    while True:
        part = list(islice(rows, size))
        if not part:
            return
        yield part


def number(text):
    return float(text)


def merge(parts):
    totals = {}
    for part in parts:
        for depot, (count, total) in part.items():
            old_count, old_total = totals.get(depot, (0, 0))
            totals[depot] = (old_count + count, old_total + total)
    return {depot: {"count": count, "mean": total / count} for depot, (count, total) in totals.items()}


def partial(rows):
    part = {}
    for row in rows:
        temp = number(row["temp"])
        if temp is not None:
            count, total = part.get(row["depot"], (0, 0))
            part[row["depot"]] = (count + 1, total + temp)
    return part


def summary(path):
    return merge(partial(rows) for rows in chunks(path, 5000))


def hottest(path, k):
    temps = ((number(row["temp"]), row["battery"]) for row in read(path))
    known = (pair for pair in temps if pair[0] is not None)
    return heapq.nsmallest(k, known, key=lambda pair: (-pair[0], pair[1]))
