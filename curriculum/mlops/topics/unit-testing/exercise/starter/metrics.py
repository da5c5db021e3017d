"""Correct code. Leave it as it is, and write tests for it in test_metrics.py."""


def precision(right, false):
    """The share of warnings that were right: right / (right + false).

    Without any warning the result is 0.0. A negative count raises ValueError.
    """
    if right < 0 or false < 0:
        raise ValueError("a count cannot be negative")
    return right / (right + false) if right + false else 0.0


def moving_average(volts, window):
    """The averages of each full window of values, oldest first.

    Fewer values than one window give an empty list. A window below 1 raises
    ValueError. `volts` stays as it was.
    """
    if window < 1:
        raise ValueError("the window must be at least 1")
    return [sum(volts[i:i + window]) / window for i in range(len(volts) - window + 1)]


def clip(volts, low, high):
    """`volts`, but not below `low` and not above `high`.

    The ends may be equal; `low` above `high` raises ValueError.
    """
    if low > high:
        raise ValueError("low is above high")
    return max(low, min(volts, high))
