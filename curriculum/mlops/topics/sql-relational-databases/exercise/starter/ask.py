"""ask.py FILE [MIN]: run one of your statements on the rows of sample.sql."""

import sqlite3
import sys

QUERY = "select id from visits where battery = ? and day >= ?"

con = sqlite3.connect(":memory:")
for name in "schema.sql", "sample.sql":
    with open(name, encoding="utf-8") as file:
        con.executescript(file.read())
with open(sys.argv[1], encoding="utf-8") as file:
    statement = file.read()
least = int(sys.argv[2]) if len(sys.argv) > 2 else 0
for row in con.execute(statement, {"min": least}):
    print(*row, sep=" | ")
if "q6" in sys.argv[1]:
    for row in con.execute("explain query plan " + QUERY, (1, "")):
        print(row[-1])
