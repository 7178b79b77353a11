"""What several exercises of unit 05 share."""

import numpy as np

X_SHOWN = np.array([[1.0, 2.0], [1.0, -1.0], [1.0, 4.0]])
Y_SHOWN = np.array([1.0, 0.5, 3.0])


def random_data(rng, m, n):
    return rng.normal(size=n), rng.normal(scale=2.0, size=(m, n)), rng.normal(scale=2.0, size=m) + 1.0


def random_line(rng, m):
    """Return data for a line: X has a column of ones, then one of numbers."""
    w, X, y = random_data(rng, m, 2)
    X[:, 0] = 1.0
    return w, X, y
