"""Random search on a fixed budget."""

import math
import random


def sample(space, rng):
    """One candidate {name: value}, drawn with `rng`, a random.Random.

    `space` is {name: what to draw}, one of
      ("log", low, high)      the exponent is drawn evenly, both above 0
      ("float", low, high)    evenly between the two
      ("int", low, high)      a whole number, both ends included
      ("choice", [a, b, …])   one of these
    """
    raise NotImplementedError


def random_search(fit_score, space, folds, n_trials, seed, greater_is_better):
    """{"best_params": …, "best_value": …, "history": [(params, value), …]}

    `folds` are pairs (training rows, validation rows), and
    fit_score(params, training, validation) returns a number or raises an
    exception. A trial is one candidate, scored on the folds; its value is
    the mean over all of them. A trial in which a fold raises has the value
    None and cannot win. The history holds every trial, in order. All draws
    come from one random.Random(seed). When every trial failed, raise
    RuntimeError.
    """
    raise NotImplementedError


def final_model(fit, params, folds, test_rows):
    """(model, score): trained once on all development rows, tested once.

    The development rows are all rows of the folds, each once, sorted.
    fit(params, rows) returns a model, and model.score(rows) is a number.
    """
    raise NotImplementedError
