import random

from checkkit import check, need_files, probe

luck = random.Random()


def ask(code, **values):
    """What `code` emits, with the values as variables."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    # k-means in slow code, on a machine that does other things too.
    return probe("from clusters import *\n" + names + code, timeout_s=20)


def seen(made):
    return made.value if made.ok else made.error


def near(found, want):
    """Are these the same rows of numbers?"""
    return all(isinstance(row, list) for row in found) and [len(row) for row in found] == [len(row) for row in want] and all(
        abs(p - q) < 1e-9 for a, b in zip(found, want) for p, q in zip(a, b))


def distance(a, b):
    return sum((p - q) ** 2 for p, q in zip(a, b))


need_files("clusters.py")

# standardize
low, high, other = luck.randrange(1, 5), luck.randrange(6, 10), luck.randrange(10, 90)
bikes = [[float(low), float(other), low * 1000.0], [float(high), float(other), high * 1000.0]]
made = ask("Y = standardize(X)\nemit([[row[0] for row in Y], [row[2] for row in Y], [row[1] for row in Y], X])", X=bikes)
check(made.ok and near(made.value[:2], [[-1, 1], [-1, 1]]), "standardize gives two columns of different units the same spread",
      expected="-1 and 1 in the first and in the third column", came=made.value[:2] if made.ok else made.error,
      hint="The mean is gone, but the column with the large unit still has the large numbers. Divide by the deviation."
      if made.ok and near([made.value[0]], [[(low - high) / 2, (high - low) / 2]]) else "For each column: subtract its mean, divide by its pstdev.")
check(made.ok and near(made.value[2:3], [[0, 0]]), "A constant column becomes 0.0", expected=[0, 0],
      came=made.value[2] if made.ok else made.error,
      hint="Its standard deviation is 0, and nothing can be divided by 0. Ask before you divide.")

check(made.ok and made.value[3] == bikes, "standardize leaves X as it was", expected=bikes,
      came=made.value[3] if made.ok else made.error,
      hint="Your function wrote into the caller's rows. Build new rows and return those.")

# kmeans: four groups in the corners of a square
side, spread = luck.uniform(8, 12), 0.4
X, true = [], []
for group, (x, y) in enumerate([(0, 0), (side, 0), (0, side), (side, side)]):
    for _ in range(8):
        X.append([luck.gauss(x, spread), luck.gauss(y, spread)])
        true.append(group)
order = list(range(len(X)))
luck.shuffle(order)
X, true = [X[i] for i in order], [true[i] for i in order]

made = ask("emit([list(kmeans(X, 1)[1]), X])", X=X)
center, after = made.value if made.ok else (made.error, X)
check(after == X, "kmeans leaves X as it was", expected="the rows of X, unchanged", came="a row of X that was moved",
      hint="A starting center is a row of X itself, and moving it in place moves the row. Copy it: list(row).")
middle = [sum(column) / len(X) for column in zip(*X)]
check(made.ok and near(center, [middle]), "With k = 1 the center is the mean of all rows",
      expected=[middle], came=center, hint="zip(*rows) gives the columns of the rows; take the mean of each.")

made = ask("emit(kmeans(X, 4, seed=1, n_init=30))", X=X)
labels, centers, inertia = made.value if made.ok and isinstance(made.value, list) and len(made.value) == 3 else ([], [], None)
whole = (isinstance(labels, list) and isinstance(centers, list) and len(labels) == len(X) and len(centers) == 4
         and all(label in range(4) for label in labels) and all(isinstance(c, list) and len(c) == 2 for c in centers)
         and isinstance(inertia, (int, float)))
pairs = set(zip(true, labels)) if whole else ()
collapsed = whole and all(near([center], [centers[0]]) for center in centers)
mine = [[row for row, label in zip(X, labels) if label == j] for j in range(4)] if whole else []
settled = whole and all(rows and near([center], [[sum(c) / len(rows) for c in zip(*rows)]]) for center, rows in zip(centers, mine)) and all(
    distance(row, centers[label]) <= min(distance(row, center) for center in centers) + 1e-9 for row, label in zip(X, labels))
check(whole and len(pairs) == 4 and len(set(labels)) == 4, "With k = 4 the four groups are found, whatever their numbers",
      expected="4 groups of 8 rows, numbered 0 to 3", came=f"groups of {sorted(labels.count(j) for j in range(4))} rows" if whole else seen(made),
      hint="All centers are at one place: each has moved to the mean of ALL rows. Its own rows are those that were assigned to it."
      if collapsed else "These groups do not change any more: this start is stuck. Start n_init times and keep the lowest inertia."
      if settled else "Assign every row to its nearest center, move each center to the mean of its own rows, until nothing changes.")
fits = whole and abs(sum(distance(row, centers[label]) for row, label in zip(X, labels)) - inertia) < 1e-6
check(fits, "The inertia belongs to the labels and the centers that are returned",
      expected="the sum of the squared distances from each row to its center", came=inertia if made.ok else made.error,
      hint="Labels, centers and inertia have to come from the same start, and the distances are squared.")

made = ask("""
starts = [kmeans(X, 4, seed=seed, n_init=1) for seed in range(8) for _ in range(2)]
emit([list(map(list, starts[0::2])), list(map(list, starts[1::2]))])
""", X=X)
check(made.ok and made.value[0] == made.value[1], "The same seed gives the same answer, with eight seeds in turn",
      expected="equal labels, centers and inertia", came="two calls with one seed differ" if made.ok else made.error,
      hint="Draw from random.Random(seed), made inside kmeans; another generator goes on where it was.")

# Three rows of each group, so that slow code is done in time. Three in five single starts find the groups:
# 30 do not all miss, and 40 seeds do not all hit.
trios = [[row for row, t in zip(X, true) if t == group][:3] for group in range(4)]
few = [row for trio in trios for row in trio]
lowest = sum(distance(row, [sum(column) / 3 for column in zip(*trio)]) for trio in trios for row in trio)
made = ask("emit([float(kmeans(X, 4, seed=seed, n_init=30)[2]) for seed in range(40)])", X=few)
stuck = sum(inertia > lowest * 1.01 for inertia in made.value) if made.ok else None
check(made.ok and stuck == 0, "With n_init = 30 the answer does not depend on the seed",
      expected=f"an inertia of {lowest:.1f} for each of 40 seeds",
      came=f"{stuck} of 40 seeds stay above it: {[round(i, 1) for i in made.value]}" if made.ok else made.error,
      hint="A single start can end where it is best only nearby. Start n_init times, from other rows, and keep the lowest inertia.")

# a center that gets no row: equal rows are drawn as several centers
far = luck.randrange(5, 30)
made = ask("emit(kmeans(X, 3, seed=0, n_init=40))", X=[[0.0]] * 5 + [[float(far)]])
labels, centers, inertia = made.value if made.ok and isinstance(made.value, list) and len(made.value) == 3 else ([], [], None)
check(isinstance(labels, list) and isinstance(centers, list) and len(labels) == 6 and len(set(labels[:5])) == 1 and labels[5] != labels[0] and inertia == 0
      and all(center in ([0.0], [far]) for center in centers),
      "A center that gets no row stays where it is, and the others are found",
      expected=f"five equal rows in one group, the row at {far} in another, inertia 0", came=seen(made),
      hint="Two centers lie on the same place here, so one gets no row. There is no mean of nothing: leave that center alone.")

# inertia_by_k
made = ask("emit(sorted((k, float(i)) for k, i in inertia_by_k(X, [1, 2, 4, 8]).items()))", X=X)
falling = made.ok and [k for k, _ in made.value] == [1, 2, 4, 8] and all(a[1] > b[1] for a, b in zip(made.value, made.value[1:]))
check(falling, "inertia_by_k has one inertia for each k, and it falls as k grows (so it cannot choose k)",
      expected="the keys 1, 2, 4, 8, with an inertia that falls", came=seen(made),
      hint="Each k is a call of kmeans of its own; its result holds three things.")
# Rows without any groups, and many centers, so that hardly two seeds end at the same place.
scattered = [[luck.uniform(0, side), luck.uniform(0, side)] for _ in range(40)]
made = ask("emit([[inertia_by_k(X, [12], seed=s)[12], kmeans(X, 12, seed=s)[2]] for s in range(8)])", X=scattered)
check(made.ok and all(abs(a - b) < 1e-9 for a, b in made.value), "inertia_by_k passes its seed on to kmeans",
      expected=[b for _, b in made.value] if made.ok else "the inertia of kmeans with the same seed",
      came=[a for a, _ in made.value] if made.ok else made.error,
      hint="For eight seeds in turn: without the seed, kmeans starts from its default each time.")
