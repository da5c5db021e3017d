"""k-means in plain Python."""

import random
from statistics import mean, pstdev


def standardize(X):
    columns = []
    for column in zip(*X):
        m, sd = mean(column), pstdev(column)
        columns.append([(value - m) / sd if sd else 0.0 for value in column])
    return [list(row) for row in zip(*columns)]


def distance(a, b):
    return sum((p - q) ** 2 for p, q in zip(a, b))


def kmeans(X, k, seed=0, n_init=10, max_iter=100):
    rng = random.Random(seed)
    best = None
    for _ in range(n_init):
        centers = [list(row) for row in rng.sample(X, k)]
        labels = None
        for _ in range(max_iter):
            nearest = [min(range(k), key=lambda j: distance(row, centers[j])) for row in X]
            if nearest == labels:
                break
            labels = nearest
            for j in range(k):
                rows = [row for row, label in zip(X, labels) if label == j]
                if rows:
                    centers[j] = [sum(column) / len(rows) for column in zip(*rows)]
        inertia = sum(distance(row, centers[label]) for row, label in zip(X, labels))
        if best is None or inertia < best[2]:
            best = (labels, centers, inertia)
    return best


def inertia_by_k(X, ks, seed=0):
    return {k: kmeans(X, k)[2] for k in ks}
