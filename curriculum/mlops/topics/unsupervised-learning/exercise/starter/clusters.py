"""k-means in plain Python. X is a list of rows, a row is a list of floats."""

import random


def standardize(X):
    """The rows with each column moved to mean 0 and standard deviation 1.

    The deviation is that of `statistics.pstdev`. A constant column becomes
    0.0 everywhere. X stays as it was.
    """
    raise NotImplementedError


def kmeans(X, k, seed=0, n_init=10, max_iter=100):
    """(labels, centers, inertia) of the best of `n_init` starts.

    Each start takes k of the rows as centers, drawn from one
    `random.Random(seed)`. Then assign and move, until no row changes its
    group, `max_iter` times at most. A center without rows stays where it is.

    labels: for each row the index of its nearest center. inertia: the sum of
    the squared distances from each row to its center. The best start has the
    lowest inertia.
    """
    raise NotImplementedError


def inertia_by_k(X, ks, seed=0):
    """{k: inertia of kmeans with this k and seed} for each k of `ks`."""
    raise NotImplementedError
