import random
from statistics import mean, median

from checkkit import check, need_files, probe

luck = random.Random()


def ask(code, **values):
    """What `code` emits, with the values as variables."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return probe("from baseline import *\n" + names + f"emit({code})")


def seen(made):
    return made.value if made.ok else made.error


def near(made, want):
    """Is it this number?"""
    return made.ok and isinstance(made.value, (int, float)) and abs(made.value - want) < 1e-9


def distance(values, answer):
    return mean(abs(value - answer) for value in values)


need_files("baseline.py")

# usable_columns
decision = f"2026-11-{luck.choice(['02', '09', '16'])} 06:00"
early = [(name, f"2026-{luck.randrange(1, 11):02d}-{luck.randrange(1, 29):02d} {luck.randrange(10, 24)}:00")
         for name in luck.sample(["battery_age", "trips_october", "last_volts", "firmware", "depot"], 3)]
now = ("charge_cycles", decision)
late = [(name, f"2026-11-{luck.randrange(17, 29)} {luck.randrange(10, 24)}:00")
        for name in luck.sample(["swap_reason", "repair_cost", "inspector_note", "failure_code"], 2)]
table = [*early, now, *late]
luck.shuffle(table)
listed = dict(table)
made = ask("usable_columns(known_at, decision, 'failed')", known_at=listed, decision=decision)
columns = made.value if made.ok and isinstance(made.value, list) else []
check(made.ok and not any(name in columns for name, _ in late) and all(name in columns for name, _ in early),
      "usable_columns keeps what was known before the decision and leaves out what came after it",
      expected=f"{[n for n, k in table if k < decision]}, and not {[n for n, _ in late]}", came=seen(made),
      hint="On the morning of the decision a later column is empty, however well it scores on old rows."
      if any(name in columns for name, _ in late) else "Compare the two times as text: an earlier one is smaller.")
check("charge_cycles" in columns, "A column that becomes known at the very moment of the decision is kept",
      expected=f"charge_cycles, known at {decision}", came=seen(made),
      hint="Known at T or before: the same moment still counts.")
# Drawn again until the order is neither that of the names nor that of the times.
while True:
    listed = dict(luck.sample([*early, ("failed", early[0][1])], 4))
    want = [name for name in listed if name != "failed"]
    if want not in (sorted(want), sorted(want, key=listed.get)):
        break
made = ask("usable_columns(known_at, decision, 'failed')", known_at=listed, decision=decision)
check(made.ok and made.value == want, "The target is no feature, and the others keep their order",
      expected=want, came=seen(made),
      hint="Somebody listed `failed` with an early time. Leave the target out by its name.")

# majority_accuracy
train = [0] * luck.randrange(25, 35) + [1] * luck.randrange(8, 15)
test = [0] * luck.randrange(4, 7) + [1] * luck.randrange(10, 15)
luck.shuffle(train)
luck.shuffle(test)
want, peeking = test.count(0) / len(test), test.count(1) / len(test)
made = ask("majority_accuracy(train, test)", train=train, test=test)
check(near(made, want), "majority_accuracy answers what is most frequent among the training labels",
      expected=want, came=seen(made),
      hint="This is the most frequent label of the test rows: nobody knows those when the answer is given."
      if near(made, peeking) else "Count the training labels, answer one of them always, then look at the test labels.")
first, second = luck.sample(["fails", "holds", "stays"], 2)
train, test = [max(first, second), min(first, second)], [first, first, second]
want = test.count(min(first, second)) / 3
made = ask("majority_accuracy(train, test)", train=train, test=test)
check(near(made, want), "majority_accuracy answers the smaller label when two are equally frequent",
      expected=want, came=seen(made),
      hint=f"The training labels are {train}: one each. Without a rule the answer would depend on the order of the rows.")

# mean_mae
# Drawn again until the other answers have another error.
while True:
    train = [luck.randrange(2, 9) for _ in range(6)] + [luck.randrange(60, 90)]
    test = [luck.randrange(25, 40) for _ in range(4)] + [luck.randrange(2, 9)]
    want = distance(test, mean(train))
    if all(abs(want - distance(test, answer)) > 0.1 for answer in (mean(test), median(train))):
        break
made = ask("mean_mae(train, test)", train=train, test=test)
check(near(made, want), "mean_mae answers the mean of the training values", expected=want, came=seen(made),
      hint="This is the mean of the test values: it lies in their middle, and nobody could have known it."
      if near(made, distance(test, mean(test)))
      else "This is the error of the median. It is the better answer for MAE, but the docstring asks for the mean."
      if near(made, distance(test, median(train))) else "One answer, from training. Then the mean distance of the test values from it.")

# naive_forecast_mae
horizon = luck.randrange(2, 5)


def shifted(by):
    return mean(abs(trips[day] - trips[day - by]) for day in range(by, len(trips)))


# Drawn again until every other way to pair the days gives another number.
while True:
    trips = [luck.randrange(40, 100) for _ in range(14)]
    wrapped = mean(abs(trips[day] - trips[day - horizon]) for day in range(len(trips)))
    shorter = [mean(abs(trips[day] - trips[day - horizon]) for day in days)
               for days in (range(horizon + 1, 14), range(horizon, 13))]
    others = [*(shifted(other) for other in range(1, 7) if other != horizon), wrapped, *shorter]
    if all(abs(shifted(horizon) - other) > 0.1 for other in others):
        break
made = ask("naive_forecast_mae(series, horizon)", series=trips, horizon=horizon)
total = shifted(horizon) * (len(trips) - horizon)
check(near(made, shifted(horizon)), f"naive_forecast_mae with a horizon of {horizon} compares each day with the day {horizon} days before",
      expected=shifted(horizon), came=seen(made),
      hint=f"This is the error one day ahead. Who decides {horizon} days ahead does not know yesterday's value yet."
      if near(made, shifted(1))
      else f"The first {horizon} days have nothing to be compared with: divide by the number of comparisons."
      if near(made, total / len(trips))
      else f"The first {horizon} days were compared with the last ones: a negative index counts from the end of the list."
      if near(made, wrapped) else f"The pairs are day 0 with day {horizon}, day 1 with day {horizon + 1}, and so on.")

# improvement
def shares(found, want):
    return isinstance(found, list) and all(isinstance(a, float) and abs(a - b) < 1e-9 for a, b in zip(found, want))


base, gain = luck.randrange(20, 60) / 8, luck.randrange(1, 16) / 8
made = ask("[improvement(base + gain, base, True), improvement(base - gain, base, True)]", base=base, gain=gain)
check(made.ok and made.value == [gain, -gain], "improvement is positive for a higher score and negative for a lower one",
      expected=[gain, -gain], came=seen(made), hint="This is a share of the baseline; the difference itself is asked for."
      if made.ok and shares(made.value, [gain / base, -gain / base]) else "A score beats the baseline when it is greater.")
made = ask("[improvement(base - gain, base, False), improvement(base + gain, base, False)]", base=base, gain=gain)
check(made.ok and made.value == [gain, -gain], "improvement is positive for a smaller error and negative for a larger one",
      expected=[gain, -gain], came=seen(made), hint="An error beats the baseline when it is smaller, so the sign turns round.")
