import random
from statistics import mean, median, pstdev

from checkkit import check, need_files, probe

luck = random.Random()


def ask(code, **values):
    """What `code` emits, with the values as variables and a fitted Preprocessor p."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    start = "p = Preprocessor(['temp', 'cells'], ['firmware'])\np.fit(train)\n"
    return probe("from prep import Preprocessor\n" + names + start + code)


def seen(made):
    return made.value if made.ok else made.error


def near(found, want):
    """Are these the same numbers?"""
    return (isinstance(found, list) and len(found) == len(want)
            and all(isinstance(a, (int, float)) and abs(a - b) < 1e-9 for a, b in zip(found, want)))


need_files("prep.py")

# training rows: temp has gaps and a long tail, cells is constant, firmware comes unsorted
# Drawn again until the two in the middle differ: the median lies between them.
while True:
    temps = [luck.randrange(10, 20) for _ in range(11)] + [luck.randrange(60, 80) for _ in range(3)]
    if sorted(temps)[6] != sorted(temps)[7]:
        break
firmware = ["v3", "v1", "v2"]
train = [{"temp": temp, "cells": 36, "firmware": firmware[i % 3]} for i, temp in enumerate(temps)]
train[4:4] = [{"temp": None, "cells": 36, "firmware": "v2"}, {"cells": 36, "firmware": "v1"}, {"temp": None, "cells": 36, "firmware": "v3"}]
fill = median(temps)
column = temps + [fill] * 3
m, sd = mean(column), pstdev(column)
value = luck.randrange(25, 50)

# a plain row
made = ask("emit(p.transform(rows))", train=train, rows=[{"temp": value, "cells": 36, "firmware": "v1"}])
want = [(value - m) / sd, 0, 0, 0, 1, 0, 0]
found = made.value[0] if made.ok and isinstance(made.value, list) and made.value and isinstance(made.value[0], list) else []
divided = not made.ok and "ZeroDivision" in made.error
check(near(found[:2], want[:2]), "A known value is scaled with the mean and the deviation of the filled training column",
      expected=want[:2], came=found[:2] if found else seen(made),
      hint="Here mean and deviation are those of the known values alone. Fill the gaps of the column first, then take them."
      if near(found[:2], [(value - mean(temps)) / pstdev(temps), 0])
      else "The other column, cells, is 36 in every row: nothing can be divided by its deviation."
      if divided else "This number was learned from the rows that transform was given. transform uses what fit has stored."
      if near(found[:2], [0, 0]) else "(v - mean) / sd, with pstdev, and then the flag 0.0, because the value was there.")
check(near(found[2:4], [0, 0]), "A constant column becomes 0.0", expected=[0, 0], came=found[2:4] if found else seen(made),
      hint="The deviation of a constant column is 0. Ask before you divide.")
check(near(found[4:], [1, 0, 0]), "The firmware columns are v1, v2, v3, sorted, whatever the order of the training rows",
      expected=[1, 0, 0], came=found[4:] if found else seen(made),
      hint="Here the columns stand in the order in which the training rows brought them. Another export would mix them up."
      if near(found[4:], [0, 1, 0]) else "One column for each category that fit has seen, 1.0 in that of the row.")

# gaps
made = ask("emit([p.transform([row]) for row in rows])", train=train,
           rows=[{"temp": None, "cells": 36, "firmware": "v2"}, {"cells": 36, "firmware": "v2"}])
want = [(fill - m) / sd, 1]
parts = [rows[0][:2] if isinstance(rows, list) and rows and isinstance(rows[0], list) else [] for rows in made.value] if made.ok else []
check(len(parts) == 2 and all(near(part, want) for part in parts),
      "A gap, None or an absent key, is filled with the training median and flagged with 1.0",
      expected=[want, want], came=parts if made.ok else made.error,
      hint="A row with a gap was left out. In use it needs an answer too." if made.ok and made.value and made.value[0] == []
      else "The gap was filled with 0 before scaling: a battery without a thermometer is not a frozen one."
      if parts and all(near(part[:1], [(0 - m) / sd]) for part in parts)
      else "row.get(name) gives None for both kinds of gap. The filled value is scaled like any other.")
frost = {"temp": 0, "cells": 36, "firmware": "v1"}
column = temps + [0] + [median(temps + [0])] * 3
want = [(0 - mean(column)) / pstdev(column), 0]
made = ask("emit(p.transform([frost])[0][:2])", train=[*train, frost], frost=frost)
check(made.ok and near(made.value, want), "A temperature of 0 is a known value, in fit and in transform",
      expected=want, came=seen(made),
      hint="Python takes 0 for false, so `if value` and `value or …` see a gap in it. Missing is only None or an absent key.")
made = ask("emit(p.transform(rows))", train=train,
           rows=[{"temp": value, "cells": 36, "firmware": "v9"}, {"temp": value, "cells": 36, "firmware": None}, {"temp": value, "cells": 36}])
tails = [row[4:] if isinstance(row, list) else row for row in made.value] if made.ok and isinstance(made.value, list) else []
check(len(tails) == 3 and all(near(tail, [0, 0, 0]) for tail in tails), "A category that fit has not seen, or a missing one, is 0.0 everywhere",
      expected=[[0, 0, 0]] * 3, came=tails if made.ok else made.error,
      hint="A firmware that appears after training must not stop the service, and must not add a column. Compare with each known category.")
made = ask("emit(p.transform(rows))", train=[{"temp": fill, "cells": 36}, *train, {"temp": fill, "cells": 36, "firmware": None}],
           rows=[{"temp": value, "cells": 36, "firmware": "v2"}])
tail = made.value[0][4:] if made.ok and isinstance(made.value, list) and made.value and isinstance(made.value[0], list) else None
check(near(tail, [0, 1, 0]), "A firmware that is missing in training rows gives no column of its own", expected=[0, 1, 0],
      came=tail if made.ok else made.error,
      hint="Two training rows have no firmware. Leave out what is missing before you sort: None is no category, and cannot be sorted with text.")

# training and use alike
rows = [{"temp": value, "cells": 36, "firmware": "v1"}, {"temp": None, "cells": 36, "firmware": "v2"},
        {"temp": value + 9, "cells": 35, "firmware": "v9"}, {"temp": value - 9, "firmware": "v3"}]
made = ask("emit([p.transform(rows), [n for row in rows for n in p.transform([row])], p.transform(rows)])", train=train, rows=rows)
check(made.ok and made.value[0] == made.value[1], "A row alone gets the same numbers as in a batch",
      expected=made.value[0] if made.ok else "the same numbers", came=made.value[1] if made.ok else made.error,
      hint="A single reading at 06:00 has no mean of its own and no companions. transform may only use what fit has stored.")
check(made.ok and isinstance(made.value[0], list) and len(made.value[0]) == len(rows) and made.value[0] == made.value[2],
      "Every row gives one row, and transform gives the same the second time",
      expected=f"{len(rows)} rows, twice the same", came=f"{len(made.value[0] or [])} and {len(made.value[2] or [])} rows" if made.ok else made.error,
      hint="transform neither drops a row nor changes what fit has stored.")

# a second fit
made = ask("""
before = repr(train)
q = Preprocessor(['temp', 'cells'], ['firmware'])
q.fit([{"temp": 900, "cells": 1, "firmware": "v0"}, {"temp": 100, "cells": 5, "firmware": "v7"}])
returned = q.fit(train[::-1])
emit([q.transform(rows), p.transform(rows), repr(train) == before, returned is q])
""", train=train, rows=rows)
same = made.ok and all(isinstance(part, list) and part for part in made.value[:2]) and all(near(a, b) for a, b in zip(made.value[0], made.value[1]))
check(same and made.value[2], "A second fit forgets the first, and the order of the training rows does not matter",
      expected="the numbers of one fit, with the training rows left as they were",
      came=[made.value[0], made.value[1]] if made.ok and made.value[2] else "the training rows were changed" if made.ok else made.error,
      hint="What fit learns is a property of the rows as a set: begin with nothing, sort the categories, leave the rows alone.")
check(made.ok and made.value[3], "fit returns self", expected="the Preprocessor itself", came="something else" if made.ok else made.error,
      hint="Without `return self` a method returns None, and Preprocessor(...).fit(train).transform(rows) fails.")
