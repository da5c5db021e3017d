"""Features of a battery, as they were known at the moment of decision."""

import math
from datetime import timedelta


def window_features(rides, battery, cutoff, days):
    """{"count": …, "km": …, "days_since_last": …} as of the cutoff.

    `rides` are tuples (battery, ended, arrived, km) in any order; ended,
    arrived and cutoff are datetimes. A ride counts when it belongs to this
    battery, ended in the window [cutoff - days, cutoff), and arrived before
    the cutoff. `days_since_last` are the days from the end of the last such
    ride to the cutoff, as a number with a fraction. Without rides: 0, 0 and
    None.
    """
    raise NotImplementedError


def hour_circle(hour):
    """(sin, cos) of the hour on the circle of a day.

    23 is as close to 0 as 1 is.
    """
    raise NotImplementedError


def out_of_fold_means(categories, labels, folds, m):
    """Target encoding for training rows: one number for each row.

    The three lists belong together, row by row. The code of a row uses only
    the rows of OTHER folds: with n rows of its category there, which have
    the sum `total`, it is (total + m * mean) / (n + m), where `mean` is that
    of all labels in the other folds.
    """
    raise NotImplementedError
