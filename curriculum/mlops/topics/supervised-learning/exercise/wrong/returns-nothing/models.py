"""Two learners in plain Python."""

from collections import Counter


class LinearRegression:
    def __init__(self, lr=0.1, steps=2000):
        self.lr = lr
        self.steps = steps

    def fit(self, X, y):
        self.weights = [0.0] * len(X[0])
        self.bias = 0.0
        self.losses = []
        for _ in range(self.steps):
            errors = [guess - label for guess, label in zip(self.predict(X), y)]
            self.losses.append(sum(error ** 2 for error in errors) / len(X))
            slopes = [2 * sum(error * x for error, x in zip(errors, column)) / len(X) for column in zip(*X)]
            self.weights = [w - self.lr * slope for w, slope in zip(self.weights, slopes)]
            self.bias -= self.lr * 2 * sum(errors) / len(X)

    def predict(self, X):
        return [sum(w * x for w, x in zip(self.weights, row)) + self.bias for row in X]


class KNNClassifier:
    def __init__(self, k=3):
        self.k = k

    def fit(self, X, y):
        self.rows = list(zip(X, y))

    def predict(self, X):
        return [self.answer(row) for row in X]

    def answer(self, row):
        def distance(stored):
            return sum((a - b) ** 2 for a, b in zip(stored[0], row))

        nearest = sorted(self.rows, key=distance)[:self.k]
        counts = Counter(label for _, label in nearest)
        return min(counts, key=lambda label: (-counts[label], label))
