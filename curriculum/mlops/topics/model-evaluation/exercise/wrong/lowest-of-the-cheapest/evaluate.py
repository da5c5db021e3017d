"""Scores, a cut and folds for a model whose labels are 0 and 1."""

from collections import Counter


def confusion(labels, predictions):
    counts = Counter(zip(labels, predictions))
    return counts[0, 0], counts[0, 1], counts[1, 0], counts[1, 1]


def ratio(part, whole):
    return part / whole if whole else 0.0


def scores(labels, predictions):
    tn, fp, fn, tp = confusion(labels, predictions)
    precision = ratio(tp, tp + fp)
    recall = ratio(tp, tp + fn)
    return {
        "accuracy": ratio(tp + tn, len(labels)),
        "precision": precision,
        "recall": recall,
        "f1": ratio(2 * precision * recall, precision + recall),
    }


def roc_auc(labels, outputs):
    ones = [output for label, output in zip(labels, outputs) if label == 1]
    zeros = [output for label, output in zip(labels, outputs) if label == 0]
    won = sum((a > b) + 0.5 * (a == b) for a in ones for b in zeros)
    return won / (len(ones) * len(zeros))


def cheapest_cut(labels, outputs, cost_fp, cost_fn):
    def cost(cut):
        _, fp, fn, _ = confusion(labels, [int(output >= cut) for output in outputs])
        return fp * cost_fp + fn * cost_fn

    cuts = sorted(set(outputs)) + [float("inf")]
    return min(cuts, key=cost)


def group_folds(groups, k):
    rows = {}
    for row, group in enumerate(groups):
        rows.setdefault(group, []).append(row)
    folds = [[] for _ in range(k)]
    for members in sorted(rows.values(), key=len, reverse=True):
        min(folds, key=len).extend(members)
    return folds
