"""Scores, a cut and folds for a model whose labels are 0 and 1.

A label 1 means that the battery fails, a prediction 1 is an alarm.
"""


def confusion(labels, predictions):
    """(tn, fp, fn, tp), in this order."""
    raise NotImplementedError


def scores(labels, predictions):
    """{"accuracy": …, "precision": …, "recall": …, "f1": …}

    A ratio whose denominator is 0 is 0.0.
    """
    raise NotImplementedError


def roc_auc(labels, outputs):
    """The chance that a random 1 has a higher output than a random 0.

    A pair with equal outputs counts one half.
    """
    raise NotImplementedError


def cheapest_cut(labels, outputs, cost_fp, cost_fn):
    """The cut with the lowest total cost; output >= cut is an alarm.

    Try each output as a cut, and float("inf"), which is no alarm at all.
    Among equally cheap cuts take the highest.
    """
    raise NotImplementedError


def group_folds(groups, k):
    """k lists of row numbers (from 0), each row in exactly one of them.

    groups[i] is the group of row i; all rows of a group share a fold. The
    largest group goes first, each into the fold with the fewest rows so far.
    """
    raise NotImplementedError
