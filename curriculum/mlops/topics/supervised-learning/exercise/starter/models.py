"""Two learners in plain Python.

X is a list of rows, a row is a list of floats, y is a list with one label
for each row.
"""


class LinearRegression:
    """prediction = weights[0] * row[0] + weights[1] * row[1] + ... + bias

    Learned by gradient descent on the mean squared error.
    """

    def __init__(self, lr=0.1, steps=2000):
        self.lr = lr
        self.steps = steps

    def fit(self, X, y):
        """Take `steps` steps from weights and bias that are all 0.0.

        Afterwards there are self.weights (a list), self.bias (a number) and
        self.losses, the MSE before each step. Return self.
        """
        raise NotImplementedError

    def predict(self, X):
        """A list with one number for each row."""
        raise NotImplementedError


class KNNClassifier:
    """The most frequent label of the k nearest training rows.

    Nearest by the squared Euclidean distance: the sum of (a - b) ** 2 over
    the features. Among equally frequent labels the smallest one answers.
    """

    def __init__(self, k=3):
        self.k = k

    def fit(self, X, y):
        """Store these rows, and no others. Return self."""
        raise NotImplementedError

    def predict(self, X):
        """A list with one label for each row."""
        raise NotImplementedError
