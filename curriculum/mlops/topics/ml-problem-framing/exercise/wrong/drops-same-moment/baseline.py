"""Before any model: the columns that may be used, the score to beat."""

from collections import Counter


def usable_columns(known_at, decision, target):
    return [name for name, known in known_at.items() if name != target and known < decision]


def majority_accuracy(train, test):
    counts = Counter(train)
    answer = min(counts, key=lambda label: (-counts[label], label))
    return sum(label == answer for label in test) / len(test)


def mean_mae(train, test):
    answer = sum(train) / len(train)
    return sum(abs(value - answer) for value in test) / len(test)


def naive_forecast_mae(series, horizon):
    errors = [abs(later - now) for now, later in zip(series, series[horizon:])]
    return sum(errors) / len(errors)


def improvement(model, baseline, greater_is_better):
    return model - baseline if greater_is_better else baseline - model
