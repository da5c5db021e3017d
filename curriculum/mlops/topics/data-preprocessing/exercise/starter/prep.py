"""Turn readings into rows of numbers, in training and at 06:00 alike."""


class Preprocessor:
    """fit(rows) learns from training rows; transform(rows) never learns.

    A row is a dict. A value is missing when it is None or its key is absent.

    Each numeric column becomes two numbers: first the value, a gap filled
    with the training median, as (v - mean) / sd; then 1.0 if it was missing,
    else 0.0. Mean and sd (that of `statistics.pstdev`) are taken from the
    training column after its gaps were filled. Where sd is 0 the first
    number is 0.0.

    Each categorical column becomes one number for each category of the
    training rows, in sorted order: 1.0 for the category of this row, 0.0 for
    the others. A new or a missing category is 0.0 everywhere.

    The numeric columns come first, then the categorical ones, each in the
    order given to Preprocessor.
    """

    def __init__(self, numeric, categorical):
        self.numeric = numeric
        self.categorical = categorical

    def fit(self, rows):
        """Learn from these rows, and no others. Return self."""
        raise NotImplementedError

    def transform(self, rows):
        """A list of numbers for each row."""
        raise NotImplementedError
