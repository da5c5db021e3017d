import random

from checkkit import check, need_files, probe

luck = random.Random()


def ask(code, **values):
    """What `code` emits, with the values as variables."""
    names = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    return probe("from evaluate import *\n" + names + f"emit({code})")


def seen(made):
    return made.value if made.ok else made.error


def near(number, want):
    return isinstance(number, (int, float)) and abs(number - want) < 1e-9


need_files("evaluate.py")

# confusion and scores: drawn again until false alarms and misses clearly differ
size = 60
while True:
    labels = [int(luck.random() < 0.3) for _ in range(size)]
    outputs = [round(min(1, max(0, 0.25 + 0.35 * label + luck.gauss(0, 0.2))), 1) for label in labels]
    alarms = [int(output >= 0.5) for output in outputs]
    tn, fp, fn, tp = (sum((l, a) == pair for l, a in zip(labels, alarms)) for pair in [(0, 0), (0, 1), (1, 0), (1, 1)])
    ones = [o for o, l in zip(outputs, labels) if l]
    zeros = [o for o, l in zip(outputs, labels) if not l]
    ties = sum(a == b for a in ones for b in zeros)
    if fp and fn and tp > 3 and abs(fp - fn) > 2 and tn != tp and ties > 3:
        break
made = ask("list(confusion(labels, alarms))", labels=labels, alarms=alarms)
check(made.ok and made.value == [tn, fp, fn, tp], "confusion is (tn, fp, fn, tp)", expected=[tn, fp, fn, tp], came=seen(made),
      hint="False alarms and misses have changed places. fp: the label is 0, and there is an alarm." if made.ok and made.value == [tn, fn, fp, tp]
      else "Count the pairs of label and prediction; positive and negative are about the prediction, true and false about whether it is right.")
precision, recall = tp / (tp + fp), tp / (tp + fn)
want = {"accuracy": (tp + tn) / size, "precision": precision, "recall": recall}
f1 = 2 * precision * recall / (precision + recall)
made = ask("scores(labels, alarms)", labels=labels, alarms=alarms)
found = made.value if made.ok and isinstance(made.value, dict) else {}
check(all(near(found.get(name), value) for name, value in want.items()), "scores has accuracy, precision and recall",
      expected=want, came=seen(made),
      hint="Precision and recall have changed places. Precision looks at the alarms: how many of them are true?"
      if near(found.get("precision"), recall) and near(found.get("recall"), precision)
      else "Precision divides by all alarms, recall by all failures, accuracy by all rows.")
check(near(found.get("f1"), f1), "scores has F1, the harmonic mean of precision and recall", expected=f1,
      came=found.get("f1") if found else seen(made),
      hint="This is the arithmetic mean: with precision 1.0 and recall 0.0 it would still say 0.5. F1 stays low when either is low."
      if near(found.get("f1"), (precision + recall) / 2) else "2 * precision * recall / (precision + recall).")
quiet = luck.randrange(2, 6)
made = ask("[scores(labels, [0] * 100), scores([0] * 100, [0] * 99 + [1])]", labels=[0] * (100 - quiet) + [1] * quiet)
found = made.value if made.ok and all(isinstance(one, dict) for one in made.value) else [{}, {}]
check(all(near(one.get(name), 0) for one in found for name in ("precision", "recall", "f1")) and near(found[0].get("accuracy"), 1 - quiet / 100),
      "Without any alarm or any failure, precision, recall and F1 are 0.0 (and accuracy is high all the same)",
      expected={"accuracy": 1 - quiet / 100, "precision": 0.0, "recall": 0.0, "f1": 0.0}, came=found[0] or seen(made),
      hint="A quiet week has no alarms, so tp + fp is 0. Each of the ratios can meet such a week; ask before you divide.")

# roc_auc
won, half = sum(a > b for a in ones for b in zeros), 0.5 * ties
pairs = len(ones) * len(zeros)
made = ask("roc_auc(labels, outputs)", labels=labels, outputs=outputs)
check(made.ok and near(made.value, (won + half) / pairs), "roc_auc is the share of the pairs that are in the right order, a tie counting one half",
      expected=(won + half) / pairs, came=seen(made),
      hint=f"{ties} of the {pairs} pairs have equal outputs, and they are missing here." if made.ok and near(made.value, won / pairs)
      else f"{ties} of the {pairs} pairs have equal outputs; here they count in full." if made.ok and near(made.value, (won + ties) / pairs)
      else "Compare each failing battery with each healthy one.")
made = ask("[roc_auc(labels, [0.5] * len(labels)), roc_auc(labels, [o ** 3 / 2 for o in outputs]), roc_auc(labels, [-o for o in outputs])]",
           labels=labels, outputs=outputs)
want = [0.5, (won + half) / pairs, 1 - (won + half) / pairs]
check(made.ok and all(near(a, b) for a, b in zip(made.value, want)), "roc_auc depends on the order of the outputs alone, and is 0.5 when all are equal",
      expected=want, came=seen(made), hint="No cut and no probability is involved: only larger, smaller, or equal.")


# cheapest_cut: drawn again until the costs decide
def cut_for(cost_fp, cost_fn, highest=True, included=True):
    def cost(cut):
        alarms = [o >= cut if included else o > cut for o in strengths]
        return sum((cost_fp if alarm else 0) if not l else (0 if alarm else cost_fn) for l, alarm in zip(week, alarms))
    cuts = sorted([float("inf"), *set(strengths)], reverse=highest)
    return min(cuts, key=cost)


while True:
    strengths = [value / 100 for value in luck.sample(range(10, 95), 9)]
    week = [int(luck.random() < 0.2 + 0.6 * strength) for strength in strengths]
    equal, misses, alarms_dear = cut_for(1, 1), cut_for(1, 9), cut_for(9, 1)
    # Ties belong to the second check alone, and > in place of >= has to show in the first.
    lowest = [cut_for(*costs, highest=False) for costs in ((1, 1), (1, 9), (9, 1))]
    excluded = [cut_for(1, 9, highest, included=False) for highest in (True, False)]
    if (len({equal, misses, alarms_dear}) == 3 and equal != float("inf") and equal != lowest[0]
            and [misses, alarms_dear] == lowest[1:] and misses not in excluded):
        break
made = ask("[str(cheapest_cut(week, strengths, fp, fn)) for fp, fn in ((1, 9), (9, 1))]", week=week, strengths=strengths)
want = [str(misses), str(alarms_dear)]
check(made.ok and made.value == want, "cheapest_cut follows the costs: low when a miss costs 9, high when a false alarm does",
      expected=want, came=seen(made),
      hint="Both costs gave the same cut: this counts errors. A miss and a false alarm have their own prices."
      if made.ok and made.value == [str(equal)] * 2
      else "An output that equals the cut is an alarm too: compare with >=, and not with >."
      if made.ok and made.value[0] in map(str, excluded)
      else "For each cut count fp and fn, multiply each with its cost, and keep the cut with the smallest sum.")
made = ask("[str(cheapest_cut(week, strengths, 1, 1)), str(cheapest_cut([0, 0, 0], strengths[:3], 1, 1))]", week=week, strengths=strengths)
check(made.ok and made.value == [str(equal), "inf"], "Among equally cheap cuts the highest is taken, and no alarm at all is one of them",
      expected=[str(equal), "inf"], came=seen(made),
      hint="In a week without failures the cheapest is no alarm at all, a cut of infinity."
      if made.ok and made.value[0] == str(equal) else "Several cuts cost the same here. Try them from the highest down; min() keeps the first of the smallest.")

# group_folds: one battery with many readings, eight with a few
def dealt(batteries):
    """The sizes of the folds when the groups are dealt in this order, each into the smallest fold."""
    even = [0, 0, 0]
    for battery in batteries:
        even[even.index(min(even))] += sizes[battery]
    return sorted(even)


# Drawn again until the order decides: by their names, or as they come, the groups make other folds.
while True:
    sizes = {"b07": 20}
    for number in luck.sample(range(10, 60), 8):
        sizes[f"b{number}"] = luck.randrange(2, 5)
    groups = [battery for battery, many in sizes.items() for _ in range(many)]
    luck.shuffle(groups)
    even = dealt(sorted(sizes, key=sizes.get, reverse=True))
    if even not in (dealt(sorted(sizes)), dealt(dict.fromkeys(groups))):
        break
made = ask("[list(fold) for fold in group_folds(groups, 3)]", groups=groups)
folds = made.value if made.ok else []
rows = sorted(row for fold in folds for row in fold if isinstance(row, int))
whole = len(folds) == 3 and rows == list(range(len(groups)))
check(whole, "group_folds puts every row into exactly one of k folds", expected=f"3 folds with the rows 0 to {len(groups) - 1}, once each",
      came=seen(made), hint="The folds hold row numbers, not groups, counted from 0.")
inside = [{groups[row] for row in fold} for fold in folds] if whole else []
split = sorted({group for i, fold in enumerate(inside) for other in inside[:i] for group in fold & other})
check(whole and not split and sorted(map(len, folds)) == even, "No battery is in two folds, and the folds are as even as largest-first makes them",
      expected=f"no battery split, folds of {even} rows", came=f"split: {split}; folds of {sorted(map(len, folds))} rows" if whole else seen(made),
      hint="A battery with readings on both sides of the split is recognized, not predicted: all rows of a group go together."
      if split else f"b07 alone has 20 of {len(groups)} readings. Sort the groups by size, and look at the folds anew before each of them."
      if whole else "First put every row into one fold.")
