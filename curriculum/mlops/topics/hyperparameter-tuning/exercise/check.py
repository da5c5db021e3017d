import random

from checkkit import check, need_files, probe

luck = random.Random()


def ask(code, **values):
    """What `code` emits, with the values as variables."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return probe("import random\nfrom tune import *\n" + names + code)


def seen(made):
    return made.value if made.ok else made.error


def trials_of(result):
    """The history, when it is one: pairs of params and value."""
    history = result.get("history") if isinstance(result, dict) else None
    fine = isinstance(history, list) and all(
        isinstance(entry, list) and len(entry) == 2 and isinstance(entry[0], dict) and isinstance(entry[0].get("x"), float)
        and (entry[1] is None or isinstance(entry[1], (int, float))) for entry in history)
    return history if fine else []


need_files("tune.py")

# sample
power = luck.randrange(2, 5)
low, middle, high = 10 ** -(power + 2), 10 ** -power, 10 ** -(power - 2)
first = luck.randrange(2, 6)
names = luck.sample(["leaf", "stump", "forest", "linear"], 3)
made = ask("""
space = {"lr": ("log", low, high), "depth": ("int", first, first + 2), "share": ("float", 0.5, 0.75), "kind": ("choice", names)}
rng = random.Random(seed)
drawn = [sample(space, rng) for _ in range(2000)]
lr, share = [d["lr"] for d in drawn], [d["share"] for d in drawn]
emit([sum(x < middle for x in lr) / 2000, min(lr), max(lr), min(share), max(share), sum(x < 0.625 for x in share) / 2000,
      sorted({d["depth"] for d in drawn}), sorted({d["kind"] for d in drawn})])
""", low=low, middle=middle, high=high, first=first, names=names, seed=luck.randrange(10**6))
below, least, most, floor, ceiling, half, depths, kinds = made.value if made.ok else [None] * 8
inside = made.ok and low * 0.999 <= least and most <= high * 1.001
check(inside and 0.44 < below < 0.56, f"Half of the learning rates from {low:g} to {high:g} lie below {middle:g}",
      expected="about 0.5 of 2000 draws", came=below if made.ok else made.error,
      hint=f"Drawn evenly, {middle:g} is close to the lower end, and hardly a draw lies below it. Draw the exponent evenly instead."
      if made.ok and below < 0.1 else "Draw between the logarithms of the two ends, and turn the result back.")
check(made.ok and depths == [first, first + 1, first + 2] and kinds == sorted(names), "int draws both ends as well, choice draws every option",
      expected=[[first, first + 1, first + 2], sorted(names)], came=[depths, kinds] if made.ok else made.error,
      hint="Look up which function of random leaves out the upper end." if made.ok and kinds == sorted(names)
      else "The options of a choice are a list inside the tuple.")
check(made.ok and 0.5 <= floor and ceiling <= 0.75 and 0.44 < half < 0.56, "float draws evenly between its ends",
      expected="from 0.5 to 0.75, half of the draws below 0.625", came=[floor, ceiling, half] if made.ok else made.error,
      hint="Only log draws the exponent.")

# random_search: the best x is known, and each fold adds its own amount
trials = luck.randrange(30, 50)
target = luck.randrange(-10, 11) / 10
setup = f"""
folds = [([0, 1, 2, 3], [4, 5]), ([2, 3, 4, 5], [0, 1]), ([0, 1, 4, 5], [2, 3])]
space = {{"x": ("float", -3.0, 3.0)}}
seen = []
def loss(params, train, valid):
    seen.append((tuple(train), tuple(valid)))
    return (params["x"] - {target}) ** 2 + valid[0]
def score(params, train, valid):
    return 50 - loss(params, train, valid)
"""
made = ask(setup + """
found = random_search(loss, space, folds, trials, seed, False)
emit([found, len(seen), sorted(map(repr, set(seen))) == sorted(map(repr, ((tuple(t), tuple(v)) for t, v in folds)))])
""", trials=trials, seed=luck.randrange(1000))
found, count, proper = made.value if made.ok else (None, None, False)
history = trials_of(found)
usable = len(history) == trials and all(value is not None for _, value in history)
check(count == 3 * trials and proper and len(history) == trials, f"{trials} trials on 3 folds are {3 * trials} fits, each on its own fold, all in the history",
      expected=f"{3 * trials} fits, {trials} entries", came=f"{count} fits, {len(history)} entries" if made.ok else made.error,
      hint="Count as before a real search: trials times folds. The winner is not scored again.")
means = [(p["x"] - target) ** 2 + 2 for p, _ in history] if usable else []
check(usable and all(abs(v - mean) < 1e-9 for (_, v), mean in zip(history, means)), "The value of a trial is the mean over its folds",
      expected=means[:3] if usable else f"{trials} values", came=[v for _, v in history[:3]] if history else seen(made),
      hint="These are the values of a single fold for each trial. The best fold is the luckiest one; the mean is what another draw of rows would give."
      if usable and any(all(abs(v - mean - by) < 1e-9 for (_, v), mean in zip(history, means)) for by in (-2, 2))
      else "Score the candidate on each fold, then add up and divide by the number of folds.")
# five searches of each kind: in one of them the last trial may happen to be the best
made = ask(setup + """
emit([[random_search(score, space, folds, trials, seed, True) for seed in seeds],
      [random_search(loss, space, folds, trials, seed, False) for seed in seeds]])
""", trials=trials, seeds=luck.sample(range(1000), 5))


def wins(result, best):
    """Does the trial with the best value of its history win?"""
    history = trials_of(result)
    values = [value for _, value in history if value is not None]
    return bool(values) and result.get("best_value") == best(values) and [result.get("best_params"), result["best_value"]] in history


by_score, by_loss = made.value if made.ok else ([], [])
both = by_score + by_loss
check(both and all(wins(one, max) for one in by_score) and all(wins(one, min) for one in by_loss), "The largest score wins, and the smallest loss",
      expected="the best value of the history, with its params",
      came={"score": both[0].get("best_value"), "loss": both[-1].get("best_value")} if both and all(map(trials_of, both)) else seen(made),
      hint="For a loss the largest value won. greater_is_better says which end is the good one." if both and all(wins(one, max) for one in both)
      else "The last trial won. The search does not get better with time: look through the whole history."
      if both and all(trials_of(one) and one.get("best_value") == trials_of(one)[-1][1] for one in both)
      else "Compare the values of the whole history.")

made = ask(setup + """
runs = [random_search(loss, space, folds, 8, seed, False) for seed in (1, 1, 2)]
emit([[run["best_params"], [p for p, _ in run["history"]]] for run in runs])
""")
check(made.ok and made.value[0] == made.value[1] and made.value[0] != made.value[2], "The same seed gives the same search, another seed another one",
      expected="equal candidates for seed 1 twice, others for seed 2",
      came=("two searches with seed 1 differ" if made.value[0] != made.value[1] else "seeds 1 and 2 draw the same") if made.ok else made.error,
      hint="Make one random.Random(seed) at the start of the search and hand it to every draw.")
made = ask(setup + """
def seeding(params, train, valid):
    random.seed(1)
    return loss(params, train, valid)
emit([[p for p, _ in random_search(f, space, folds, 8, 1, False)["history"]] for f in (loss, seeding)])
""")
check(made.ok and made.value[0] == made.value[1], "Training code that calls random.seed does not change the candidates",
      expected="the same eight candidates with and without it", came="others" if made.ok else made.error,
      hint="Your draws come from the generator that the whole program shares, and libraries seed it too. random.Random(seed) is the search's own.")

kind = luck.choice(["ValueError", "MemoryError", "ArithmeticError"])
made = ask(setup + f"""
def fragile(params, train, valid):
    if params["x"] < 0.5 and valid[0] == 2:
        raise {kind}("diverged")
    return params["x"] - 10 if valid[0] != 0 else params["x"] - 13
emit(random_search(fragile, space, folds, 30, seed, True))
""", seed=luck.randrange(1000))
history = trials_of(made.value)
failed = [v for p, v in history if p["x"] < 0.5]
good = [v for p, v in history if p["x"] >= 0.5]
logged = len(history) == 30 and failed and all(v is None for v in failed) and all(v is not None for v in good)
check(logged and made.value.get("best_value") == max(good), f"A trial that raises {kind} in one fold is logged as None, and the search goes on",
      expected="30 trials in the history, None where a fold failed", came=f"{len(history)} trials, of the failed ones {failed[:3]}" if made.ok else made.error,
      hint="The exception of one candidate ended the whole search. Nobody knows which errors the next library raises."
      if not made.ok and "diverged" in made.error
      else "First make the search work for candidates that never fail." if not history
      else "A failed trial has got the value 0. As a score below 0 is possible, it would win." if 0 in failed
      else "A failed trial has left the history. That it failed is a result." if len(history) < 30
      else "First let the largest score of the history win." if logged
      else "The mean of the folds that worked is the mean of the easy folds. One failed fold is a failed trial.")
made = ask(setup + """
def broken(params, train, valid):
    raise ValueError("no data")
try:
    emit(random_search(broken, space, folds, 3, 1, True))
except Exception as error:
    emit(type(error).__name__)
""")
check(made.ok and made.value == "RuntimeError", "When every trial failed there is a RuntimeError", expected="RuntimeError", came=seen(made),
      hint="Without a valid trial there is no best one. Say so, before somebody trains with empty params.")

# final_model
test = luck.sample(range(50, 90), 3)
made = ask("""
class Model:
    asked = []
    def score(self, rows):
        Model.asked.append(list(rows))
        return 0.8
fits = []
def fit(params, rows):
    fits.append([params, list(rows)])
    return Model()
folds = [([0, 1, 2, 3], [4, 5]), ([2, 3, 4, 5], [0, 1]), ([0, 1, 4, 5], [2, 3])]
model, score = final_model(fit, {"x": 1}, folds, test)
emit([fits, Model.asked, isinstance(model, Model), score])
""", test=test)
want = [[[{"x": 1}, [0, 1, 2, 3, 4, 5]]], [test], True, 0.8]
rows = made.value[0][-1][1] if made.ok and made.value[0] else []
check(made.ok and made.value == want, "final_model fits once on all development rows and scores once on the test rows",
      expected=f"one fit on [0, 1, 2, 3, 4, 5], one score on {test}", came=f"fits on {[r for _, r in made.value[0]]}, scores on {made.value[1]}" if made.ok else made.error,
      hint="The test rows were trained on. Their score is then no longer an honest number." if set(rows) & set(test)
      else "A row stands in several folds, and is trained on once." if len(rows) > len(set(rows))
      else "Training and validation rows of all folds together are the development rows. The test rows are asked once, at the end.")
