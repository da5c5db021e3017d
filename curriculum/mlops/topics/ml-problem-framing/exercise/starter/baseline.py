"""Before any model: the columns that may be used, the score to beat."""


def usable_columns(known_at, decision, target):
    """The names of the columns that may be features, in the given order.

    `known_at` is {column: time at which its value is known}, with times
    like "2026-11-02 06:00", which compare as text. Keep what is known at
    the moment of the decision or before. Never keep the target, whatever
    time it is listed with.
    """
    raise NotImplementedError


def majority_accuracy(train, test):
    """Accuracy on the test labels of the most frequent training label.

    When two labels are equally frequent, the smaller one answers.
    """
    raise NotImplementedError


def mean_mae(train, test):
    """Mean absolute error on the test values of the training mean."""
    raise NotImplementedError


def naive_forecast_mae(series, horizon):
    """MAE of "in `horizon` days it will be as today".

    Over every day of the series for which that can be checked.
    """
    raise NotImplementedError


def improvement(model, baseline, greater_is_better):
    """The difference between model and baseline: positive is better.

    For a score such as accuracy, greater is better; for an error such as
    MAE it is not.
    """
    raise NotImplementedError
