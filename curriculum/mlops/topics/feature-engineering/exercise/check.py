import random

from checkkit import check, need_files, probe

luck = random.Random()


def ask(code, **values):
    """What `code` emits, with the values as variables."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return probe("from datetime import datetime, timedelta\nimport math\nfrom features import *\n" + names + code)


def seen(made):
    return made.value if made.ok else made.error


def near(found, want):
    """Are these the same numbers?"""
    return (isinstance(found, list) and len(found) == len(want)
            and all(isinstance(a, (int, float)) and abs(a - b) < 1e-9 for a, b in zip(found, want)))


def same(found, count, km, since):
    """Are these the features?"""
    return (isinstance(found, dict) and set(found) == {"count", "km", "days_since_last"}
            and near([found["count"], found["km"]], [count, km])
            and (found["days_since_last"] is None if since is None else near([found["days_since_last"]], [since])))


need_files("features.py")

# window_features: each ride that can go wrong has a sum of its own
days = luck.randrange(5, 15)
hours = luck.choice([6, 12, 18])
km = [luck.randrange(1, 10) for _ in range(3)]
rides = f"""
T = datetime(2026, 11, {luck.randrange(2, 25)}, 6)
days = {days}
inside = [("b07", T - timedelta(days=2), T - timedelta(days=1), {km[0]}), ("b07", T - timedelta(hours={hours}), T - timedelta(hours=1), {km[1]})]
at_start = [("b07", T - timedelta(days=days), T - timedelta(days=days), {km[2]})]
old = [("b07", T - timedelta(days=days, seconds=1), T - timedelta(days=2), 1000)]
other = [("b12", T - timedelta(days=1), T - timedelta(days=1), 400)]
at_cutoff = [("b07", T, T, 5000)]
future = [("b07", T + timedelta(days=3), T + timedelta(days=3), 90000)]
underway = [("b07", T - timedelta(hours=2), T + timedelta(days=1), 700000), ("b07", T - timedelta(days=3), T, 700000)]
basis = inside + at_start + old + other
want = window_features(basis, "b07", T, days)
"""
count, total, since = 3, sum(km), hours / 24
wanted = {"count": count, "km": total, "days_since_last": since}
made = ask(rides + "emit([want, window_features(inside + other, 'b07', T, days), window_features(basis[::-1], 'b07', T, days)])")
found, plain, turned = made.value if made.ok else (None, None, None)
ordered = same(plain, 2, km[0] + km[1], since)
check(same(plain, 2, km[0] + km[1], since) and turned == found,
      "window_features counts the rides of this battery, in whatever order they come",
      expected=wanted if ordered else {"count": 2, "km": km[0] + km[1], "days_since_last": since},
      came=made.error if not made.ok else plain if not ordered else found if same(turned, count, total, since) else turned,
      hint="The last ride is the one that ended last, wherever it stands in the list." if ordered
      else "Whole days only: `.days` cuts the fraction off. Divide the difference by timedelta(days=1)."
      if isinstance(plain, dict) and plain.get("days_since_last") == 0 and plain.get("count") == 2
      else "Only rides of the battery that is asked for. The days are a number with a fraction: half a day is 0.5.")
check(same(found, count, total, since), f"The window starts exactly {days} days before the cutoff, and the start is included",
      expected=wanted, came=found if made.ok else made.error,
      hint="A ride from before the window is in the sum. How far back does the feature look?"
      if isinstance(found, dict) and (found.get("km") or 0) > 900
      else "A ride that ended exactly at the start of the window belongs to it.")
made = ask(rides + "emit([window_features(basis + extra, 'b07', T, days) for extra in (future, at_cutoff, underway)])")
after, edge, late = made.value if made.ok else (None, None, None)
check(same(after, count, total, since), "Rides after the cutoff change nothing", expected=wanted, came=after if made.ok else made.error,
      hint="A ride of three days later has changed the feature. At the moment of decision nobody knows it."
      if made.ok and after != found else "First make it right for rides before the cutoff.")
check(same(edge, count, total, since), "A ride at the cutoff changes nothing", expected=wanted, came=edge if made.ok else made.error,
      hint="The window is half-open: a ride that ended at T itself may already be part of what is to be predicted."
      if made.ok and edge != after else "First make it right for rides before and after the cutoff.")
check(same(late, count, total, since), "A ride that arrived at the cutoff or later changes nothing, whenever it ended",
      expected=wanted, came=late if made.ok else made.error,
      hint="A ride has two clocks. It had ended, but its record was still on the bike when the decision was made."
      if made.ok and late != found else "First make it right for rides that arrived in time.")
made = ask(rides + "emit([window_features(basis + future, 'b99', T, days), window_features([], 'b07', T, days)])")
check(made.ok and all(same(found, 0, 0, None) for found in made.value), "A battery without rides has 0, 0 and None",
      expected={"count": 0, "km": 0, "days_since_last": None}, came=made.value[0] if made.ok else made.error,
      hint="A new battery has no last ride, and max() of nothing raises ValueError unless you give it a default.")

# hour_circle
made = ask("d = lambda a, b: math.dist(hour_circle(a), hour_circle(b))\nemit([d(0, 1), d(23, 0), d(0, 11), d(0, 12), d(0, 13), list(hour_circle(6))])")
one, round_, eleven, twelve, thirteen, six = made.value if made.ok else [0] * 6
check(made.ok and one > 0 and abs(one - round_) < 1e-9 and twelve > eleven and abs(eleven - thirteen) < 1e-9,
      "On the circle 23 is as close to 0 as 1 is, and 12 is the farthest",
      expected="the distance from 23 to 0 like that from 0 to 1",
      came=f"23 to 0: {round_:.3f}, 0 to 1: {one:.3f}, 0 to 12: {twelve:.3f}" if made.ok else made.error,
      hint="Here 23 and 0 are one and the same place. A day has 24 steps until it is back at 0." if made.ok and round_ < 1e-9
      else "The whole round is 2 * pi, and each hour is an equal part of it.")
check(near(six, [1, 0]), "hour_circle gives the sine first, so that six o'clock is about (1, 0)", expected=[1, 0],
      came=six if made.ok else made.error,
      hint="This is (cos, sin). Whoever reads the two columns later relies on their order." if near(six, [0, 1])
      else "At six a quarter of the round is over: the angle is pi / 2, with sine 1 and cosine 0.")

# out_of_fold_means
size = 40
folds = [i % 4 for i in range(size)]
luck.shuffle(folds)
stations = ["dock-1", "dock-2", "dock-3"]
categories = stations + [luck.choice(stations) for _ in range(size - 3)]
labels = [luck.random() for _ in range(size)]
m = luck.randrange(2, 7)


def codes(categories, labels, sums_from, mean_from, m):
    """The codes when the sums and the mean come from these rows; own and other fold of a row decide."""
    made = []
    for category, fold in zip(categories, folds):
        group = [y for c, y, f in zip(categories, labels, folds) if c == category and sums_from(f, fold)]
        rest = [y for y, f in zip(labels, folds) if mean_from(f, fold)]
        mean = sum(rest) / len(rest)
        made.append((sum(group) + m * mean) / (len(group) + m) if len(group) + m else mean)
    return made


def others(f, fold):
    return f != fold


def everyone(f, fold):
    return True


want = codes(categories, labels, others, others, m)
single = []
for row, category in enumerate(categories):
    rest = [(c, y) for i, (c, y) in enumerate(zip(categories, labels)) if i != row]
    group = [y for c, y in rest if c == category]
    single.append((sum(group) + m * sum(y for _, y in rest) / len(rest)) / (len(group) + m))
naive = [codes(categories, labels, everyone, mean_from, m) for mean_from in (others, everyone)]
made = ask("""
before = out_of_fold_means(categories, labels, folds, m)
changed = list(labels)
changed[0] += 1000
emit([before, out_of_fold_means(categories, changed, folds, m)[0]])
""", categories=categories, labels=labels, folds=folds, m=m)
found, moved = made.value if made.ok and isinstance(made.value[0], list) else ([], None)
check(found and near([moved], found[:1]), "The label of a row has no influence on its own code",
      expected=found[0] if found else want[0], came=moved if made.ok else made.error,
      hint="The code of the first row moved when its label did: its own fold is part of the sum. That is the answer, hidden in a feature."
      if any(near(found, codes) for codes in naive) else "The code moved with the row's own label: the mean over all rows contains it too."
      if found else "For each row, look only at rows whose fold differs from its own.")
check(near(found, want), "Each code is the smoothed mean of the category in the other folds",
      expected=want[:3], came=found[:3] if found else seen(made),
      hint="This is the plain mean of the category. Add m times the mean to the sum, and m to the number of rows."
      if near(found, codes(categories, labels, others, others, 0))
      else "Only the row itself was left out here. The other rows of its fold stay out too: from the mean as well as from the sum."
      if near(found, single) else "The sum, n and the mean all come from the other folds.")
alone = ["dock-9", *categories[1:]]
made = ask("emit(out_of_fold_means(categories, labels, folds, m)[0])", categories=alone, labels=labels, folds=folds, m=m)
want = codes(alone, labels, others, others, m)[0]
check(made.ok and near([made.value], [want]), "A category that no other fold has gets the mean of the other folds",
      expected=want, came=seen(made),
      hint="With n = 0 the formula gives the mean by itself, as long as m is above 0: nothing special is needed, and nothing may crash.")
