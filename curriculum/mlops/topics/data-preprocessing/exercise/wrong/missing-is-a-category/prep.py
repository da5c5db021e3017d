"""Turn readings into rows of numbers, in training and at 06:00 alike."""

from statistics import mean, median, pstdev


class Preprocessor:
    def __init__(self, numeric, categorical):
        self.numeric = numeric
        self.categorical = categorical

    def fit(self, rows):
        self.learned = {}
        for name in self.numeric:
            known = [row[name] for row in rows if row.get(name) is not None]
            fill = median(known)
            column = [fill if row.get(name) is None else row[name] for row in rows]
            self.learned[name] = (fill, mean(column), pstdev(column))
        self.categories = {}
        for name in self.categorical:
            self.categories[name] = sorted({str(row.get(name)) for row in rows})
        return self

    def transform(self, rows):
        return [self.one(row) for row in rows]

    def one(self, row):
        numbers = []
        for name in self.numeric:
            fill, m, sd = self.learned[name]
            value = row.get(name)
            missing = value is None
            if missing:
                value = fill
            numbers.append((value - m) / sd if sd else 0.0)
            numbers.append(1.0 if missing else 0.0)
        for name in self.categorical:
            for category in self.categories[name]:
                numbers.append(1.0 if row.get(name) == category else 0.0)
        return numbers
