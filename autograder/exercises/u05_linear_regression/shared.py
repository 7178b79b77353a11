"""What several exercises of unit 05 share."""

import numpy as np

X_SHOWN = np.array([[1.0, 2.0], [1.0, -1.0], [1.0, 4.0]])
Y_SHOWN = np.array([1.0, 0.5, 3.0])
X_IN_THE_TEXT, Y_IN_THE_TEXT = np.array([[1, 1], [1, 3]]), np.array([4, 4])


def random_data(rng, m, n):
    return rng.normal(size=n), rng.normal(scale=2.0, size=(m, n)), rng.normal(scale=2.0, size=m) + 1.0


def whole_data(rng, m, n):
    """Return weights, features and answers that are whole numbers: nothing may be cut off because of that."""
    return rng.integers(-4, 5, size=n), rng.integers(-4, 5, size=(m, n)), rng.integers(-9, 10, size=m)


def random_line(rng, m):
    """Return data for a line: X has a column of ones, then one of numbers."""
    w, X, y = random_data(rng, m, 2)
    X[:, 0] = 1.0
    return w, X, y
