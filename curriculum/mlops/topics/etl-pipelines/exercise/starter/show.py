"""show.py FILE: print the tables of the job."""

import sqlite3
import sys

con = sqlite3.connect(sys.argv[1])
for query in ("select id, day, cents, sent_at from repairs order by id",
              "select day, line, reason from rejects order by day, line"):
    print(query.split(" from ")[1].split()[0])
    for row in con.execute(query):
        print("  ", *row)
