"""Features of a battery, as they were known at the moment of decision."""

import math
from datetime import timedelta


def window_features(rides, battery, cutoff, days):
    start = cutoff - timedelta(days=days)
    known = [(ended, km) for b, ended, arrived, km in rides
             if b == battery and start <= ended < cutoff and arrived < cutoff]
    last = max((ended for ended, _ in known), default=None)
    return {
        "count": len(known),
        "km": sum(km for _, km in known),
        "days_since_last": None if last is None else (cutoff - last) / timedelta(days=1),
    }


def hour_circle(hour):
    angle = 2 * math.pi * hour / 24
    return math.cos(angle), math.sin(angle)


def out_of_fold_means(categories, labels, folds, m):
    rows = list(zip(categories, labels, folds))
    codes = []
    for category, _, fold in rows:
        others = [(c, y) for c, y, f in rows if f != fold]
        mean = sum(y for _, y in others) / len(others)
        same = [y for c, y in others if c == category]
        codes.append((sum(same) + m * mean) / (len(same) + m))
    return codes
